// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/composer_view_model.h"

#include "playground/copy_as.h"
#include "playground/default_timeout.h"
#include "viewmodels/playground/composer_json.h"
#include "viewmodels/playground/composer_words.h"
#include "viewmodels/variants.h"
#include "words/explain.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
ComposerViewModel::ComposerViewModel(QObject *parent)
    : QObject(parent), m_maxTokens(QString::number(UsualMaxTokens))
{
    connect(&m_messages, &MessageRowsModel::edited, this, &ComposerViewModel::settle);
    connect(&m_routing, &RoutingViewModel::changed, this, [this] {
        Q_EMIT parametersChanged();
        settle();
    });
    settle();
}

template<typename Value>
void ComposerViewModel::edit(Value &held, const Value &given)
{
    if (held == given)
        return;
    held = given;
    Q_EMIT parametersChanged();
    settle();
}

void ComposerViewModel::setModel(const QString &model)
{
    const auto wanted = model.trimmed();
    if (m_model == wanted)
        return;
    m_model = wanted;
    m_fallbacks.removeAll(wanted);
    writeMember(u"model"_s, jsonText(m_model));
    tellModels();
    Q_EMIT modelsChanged();
    Q_EMIT parametersChanged(); // the usual timeout is another one
    settle();
}

QString ComposerViewModel::modelPrice() const
{
    return pricesText(listing(m_model));
}

QVariantList ComposerViewModel::fallbacks() const
{
    return variants(m_fallbackRows);
}

QList<ModelRow> ComposerViewModel::fallbackRows() const
{
    QList<ModelRow> rows;
    for (const auto &model : m_fallbacks)
        rows.append(modelRow(model, listing(model), listing(m_model)));
    return rows;
}

void ComposerViewModel::addFallback(const QString &model)
{
    const auto wanted = model.trimmed();
    if (wanted.isEmpty() || wanted == m_model || m_fallbacks.contains(wanted))
        return;
    m_fallbacks.append(wanted);
    tellModels();
    Q_EMIT modelsChanged();
    settle();
}

void ComposerViewModel::removeFallback(int row)
{
    if (row < 0 || row >= m_fallbacks.size())
        return;
    m_fallbacks.removeAt(row);
    tellModels();
    Q_EMIT modelsChanged();
    settle();
}

void ComposerViewModel::moveFallback(int from, int to)
{
    const auto isRow = [this](int row) { return row >= 0 && row < m_fallbacks.size(); };
    if (!isRow(from) || !isRow(to) || from == to)
        return;
    m_fallbacks.move(from, to);
    tellModels();
    Q_EMIT modelsChanged();
    settle();
}

QStringList ComposerViewModel::modelsInOrder() const
{
    return QStringList{m_model} + m_fallbacks;
}

void ComposerViewModel::setTemperature(const QString &text)
{
    edit(m_temperature, text.trimmed());
}

void ComposerViewModel::setMaxTokens(const QString &text)
{
    edit(m_maxTokens, text.trimmed());
}

void ComposerViewModel::setTopP(const QString &text)
{
    edit(m_topP, text.trimmed());
}

QString ComposerViewModel::timeout() const
{
    return m_timeout.isEmpty() ? QString::number(defaultTimeout(m_model).count()) : m_timeout;
}

void ComposerViewModel::setTimeout(const QString &text)
{
    auto typed = text.trimmed();
    if (typed.endsWith(u's'))
        typed = typed.chopped(1).trimmed();
    edit(m_timeout, typed);
}

void ComposerViewModel::setStreams(bool streams)
{
    if (m_streams == streams)
        return;
    m_streams = streams;
    writeMember(u"stream"_s, streams ? u"true"_s : u"false"_s);
    Q_EMIT parametersChanged();
    settle();
}

void ComposerViewModel::setTools(const QString &json)
{
    edit(m_tools, json); // as it is typed: a blank more is no reason to write it anew
}

void ComposerViewModel::setResponseSchema(const QString &json)
{
    edit(m_schema, json);
}

QString ComposerViewModel::obstacle() const
{
    if (!chosenAccount())
        return m_accounts.isEmpty() ? tr("Add an account first: requests go out through one.")
                                    : tr("The account of this request is gone: choose another one.");
    if (!chosenKey() && !chosenAccount()->keys.isEmpty())
        return tr("The key of this request is gone: choose another one.");
    if (!chosenKey())
        //: %1 is the name of an account
        return tr("%1 is read with a management key, which sends nothing: store the secret of one of its "
                  "keys first.")
            .arg(chosenAccount()->name);
    if (m_model.isEmpty())
        return tr("Choose a model, or type its name.");
    if (auto problem = parameterProblem(); !problem.isEmpty())
        return problem;
    if (saysMore() || !m_jsonProblem.isEmpty())
        return m_jsonProblem; // what the other fields say is not sent
    if (auto problem = extrasProblem(); !problem.isEmpty())
        return problem;
    if (offersRouting() && !m_routing.problem().isEmpty())
        return m_routing.problem();
    const auto &messages = m_messages.messages();
    const bool saysNothing = std::all_of(messages.cbegin(), messages.cend(),
        [](const ChatMessage &message) { return message.text.trimmed().isEmpty(); });
    return saysNothing ? tr("Write a message first.") : QString();
}

SendOrder ComposerViewModel::order() const
{
    SendOrder order;
    order.account = chosenAccount() ? chosenAccount()->id : AccountId();
    if (const auto *key = chosenKey(); key && !key->isAccountsOwn)
        order.key = key->id;
    order.model = m_model;
    order.request = request();
    order.policy.fallbacks = m_fallbacks;
    const auto seconds = timeout().replace(u',', u'.').toDouble();
    order.policy.timeout = std::chrono::milliseconds(qint64(seconds * 1000));
    return order;
}

bool ComposerViewModel::isBlank() const
{
    const auto &messages = m_messages.messages();
    const bool saysNothing = m_messages.system().trimmed().isEmpty()
        && std::all_of(messages.cbegin(), messages.cend(),
            [](const ChatMessage &message) { return message.text.trimmed().isEmpty(); });
    const QStringList typed{m_temperature, m_topP, m_timeout, m_tools, m_schema, m_jsonProblem};
    return saysNothing && !saysMore() && m_fallbacks.isEmpty() && m_routing.wishes().isEmpty()
        && m_maxTokens == QString::number(UsualMaxTokens) && typed.join(QString()).isEmpty();
}

void ComposerViewModel::show(const PlaygroundRequest &request, const QString &model,
    const QStringList &fallbacks, std::optional<AccountId> account, std::optional<KeyId> key,
    std::optional<std::chrono::milliseconds> timeout)
{
    m_model = model;
    m_fallbacks = fallbacks;
    if (timeout) // what the kind of model has follows the model
        m_timeout = *timeout == defaultTimeout(model) ? QString()
                                                      : QString::number(double(timeout->count()) / 1000);
    m_isJsonOwn = !request.rawBody.isEmpty();
    m_jsonProblem.clear();
    m_jsonProblemLine = 0;
    m_protocol = request.protocol;
    takeRequest(request);
    if (m_isJsonOwn) {
        m_showsJson = true;
        m_json = QString::fromUtf8(request.rawBody);
        readJson();
    }
    m_wantedAccount = account;
    m_wantedKey = key;
    takeAccounts(m_accounts);
    if (isJsonFollowing() && request.rawBody.isEmpty())
        writeJson(); // only now: whether there is routing is the account's
    Q_EMIT modelsChanged();
    Q_EMIT parametersChanged();
    Q_EMIT jsonChanged();
    settle();
}

QString ComposerViewModel::copiedAs(int form) const
{
    const auto *account = chosenAccount();
    if (!account || form < 0 || form > 3)
        return {};
    const auto text
        = tollkeeper::copiedAs(static_cast<CopyForm>(form), order(), account->gateway, account->baseUrl);
    return text ? *text : explain(text.error()).sentence;
}

} // namespace tollkeeper
