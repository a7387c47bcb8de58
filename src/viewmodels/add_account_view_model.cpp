// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/add_account_view_model.h"

#include "words/explain.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

void AddAccountViewModel::setGateways(GatewayService *gateways)
{
    if (m_gateways == gateways)
        return;
    m_gateways = gateways;
    Q_EMIT gatewaysChanged();
}

QVariantList AddAccountViewModel::choices() const
{
    return m_gateways ? choiceRows(m_gateways->choices()) : QVariantList();
}

Result<AddAccountViewModel::Ready> AddAccountViewModel::prepare(
    const QString &kind, const QString &name, const QString &address, const QString &key)
{
    auto secret = Secret::fromInput(key.toUtf8());
    if (!secret)
        return fail(secret.error());
    const QUrl url(address.trimmed(), QUrl::StrictMode);
    if (!address.trimmed().isEmpty() && (!url.isValid() || url.host().isEmpty()))
        return fail(Error::Kind::InvalidInput, u"address"_s);
    return Ready{NewAccount{kind, name.trimmed(), url}, std::make_shared<const Secret>(std::move(*secret))};
}

void AddAccountViewModel::test(
    const QString &kind, const QString &name, const QString &address, const QString &key)
{
    const auto ready = prepare(kind, name, address, key);
    if (!ready)
        return failWith(ready.error());
    const auto asked = ++m_asked;
    moveTo(State::Testing);
    QCoro::connect(m_gateways->test(ready->draft, ready->key), this, [this, asked](const auto &report) {
        if (asked != m_asked)
            return;
        if (!report)
            return failWith(report.error());
        m_role = roleSentence(report->role);
        m_findings = findingRows(*report);
        moveTo(State::Tested);
    });
}

void AddAccountViewModel::add(
    const QString &kind, const QString &name, const QString &address, const QString &key)
{
    save(prepare(kind, name, address, key));
}

void AddAccountViewModel::addForSession(
    const QString &kind, const QString &name, const QString &address, const QString &key)
{
    auto ready = prepare(kind, name, address, key);
    if (ready)
        ready->draft.secretPlace = SecretPlace::Session;
    save(ready);
}

void AddAccountViewModel::save(const Result<Ready> &ready)
{
    if (!ready)
        return failWith(ready.error());
    const auto asked = ++m_asked;
    moveTo(State::Saving);
    QCoro::connect(m_gateways->add(ready->draft, ready->key), this, [this, asked](const auto &account) {
        if (asked != m_asked)
            return;
        if (!account) {
            m_canKeepForSession = account.error().kind == Error::Kind::KeychainMissing;
            return failWith(account.error());
        }
        moveTo(State::Saved);
    });
}

void AddAccountViewModel::reset()
{
    ++m_asked;
    m_findings.clear();
    m_role.clear();
    moveTo(State::Choosing);
}

void AddAccountViewModel::failWith(const Error &error)
{
    const auto words = explain(error);
    m_problemTitle = words.title;
    m_problem = words.sentence;
    m_state = State::Failed;
    Q_EMIT stateChanged();
}

void AddAccountViewModel::moveTo(State state)
{
    m_problemTitle.clear();
    m_problem.clear();
    m_canKeepForSession = false;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace tollkeeper
