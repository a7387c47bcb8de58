// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/look_up_view_model.h"

#include "base/translation_contexts.h"
#include "viewmodels/partner.h"
#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/run_words.h"
#include "viewmodels/usage_details.h"
#include "viewmodels/variants.h"
#include "words/explain.h"
#include "words/figures.h"
#include "words/request_words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString outcomeText(const RequestFacts &facts)
{
    switch (facts.outcome) {
    case RequestOutcome::Complete:
        return texts::Playground::tr("Answered");
    case RequestOutcome::Incomplete:
        return texts::Playground::tr("Incomplete: the answer has no end");
    case RequestOutcome::Failed:
        break;
    }
    return facts.errorCode.isEmpty() ? texts::Playground::tr("Failed")
                                     : texts::Playground::tr("Failed: %1").arg(facts.errorCode);
}

QVariantList factLines(const FoundRequest &found)
{
    const auto &facts = found.facts;
    QList<IdLine> lines;
    const auto say = [&lines](const QString &name, const QString &value) {
        lines.append({name, value.isEmpty() ? texts::Playground::tr("not reported") : value, false, {}});
    };
    const auto id = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines.append({name, value, true, {}});
    };
    const auto moment = facts.startedAt.toUTC();
    //: %1 is a day, %2 a time of day
    say(texts::Playground::tr("Time"),
        texts::Playground::tr("%1 %2 UTC")
            .arg(shortDayText(moment.date()), moment.time().toString(u"HH:mm:ss")));
    say(texts::Playground::tr("Account"), found.accountName);
    say(texts::Playground::tr("Requested"), facts.requestedModel);
    say(texts::Playground::tr("Served"), facts.servedModel);
    say(texts::Playground::tr("Provider"), facts.provider);
    say(texts::Playground::tr("Tokens"), tokensText({facts.inputTokens, facts.outputTokens, {}, {}}));
    say(texts::Playground::tr("Cost"),
        facts.cost ? requestMoneyText(facts.cost->billed) : texts::Playground::tr("unknown"));
    say(texts::Playground::tr("Total"), facts.totalMs ? durationText(*facts.totalMs) : QString());
    say(texts::Playground::tr("Source"), sourceWords(found.source));
    id(texts::Playground::tr("Generation"), facts.requestId);
    id(texts::Playground::tr("Request"), facts.detail.gatewayRequestId);
    id(texts::Playground::tr("Upstream"), facts.detail.upstreamId);
    return variants(lines);
}

QVariantList attemptsOf(const RequestFacts &facts)
{
    QList<AttemptRow> rows;
    for (const auto &attempt : facts.detail.attempts) {
        const bool isServed = attempt.httpStatus && *attempt.httpStatus < 400;
        AttemptRow row;
        row.tone = !attempt.httpStatus   ? u"off"_s
            : isServed                   ? u"ok"_s
            : *attempt.httpStatus == 429 ? u"warn"_s
                                         : u"danger"_s;
        row.model = attempt.model.isEmpty() ? texts::Playground::tr("model not told") : attempt.model;
        row.code = attempt.httpStatus ? QString::number(*attempt.httpStatus) : QString();
        row.time = attempt.milliseconds ? durationText(*attempt.milliseconds) : QString();
        row.provider = attempt.provider;
        row.reason = isServed ? texts::Playground::tr("Answered.")
                              : texts::Playground::tr("Failed; why is not told.");
        row.isServed = isServed;
        rows.append(row);
    }
    return variants(rows);
}

} // namespace

void LookUpViewModel::setLookUps(RequestLookUp *lookUps)
{
    if (exchangePartner(this, m_lookUps, lookUps))
        Q_EMIT servicesChanged();
}

void LookUpViewModel::setChoices(SendChoices *choices)
{
    if (!exchangePartner(this, m_choices, choices))
        return;
    if (m_choices) {
        const auto ask = [this] {
            QCoro::connect(m_choices->accounts(), this, [this](const Result<QList<SendAccount>> &accounts) {
                if (!accounts)
                    return;
                m_accounts = *accounts;
                m_account = std::clamp(m_account, 0, std::max(0, int(m_accounts.size()) - 1));
                Q_EMIT accountsChanged();
            });
        };
        connect(m_choices, &SendChoices::changed, this, ask);
        ask();
    }
    Q_EMIT servicesChanged();
}

QStringList LookUpViewModel::accounts() const
{
    QStringList names;
    for (const auto &account : m_accounts)
        names.append(account.name);
    return names;
}

void LookUpViewModel::setAccount(int place)
{
    if (place == m_account || place < 0 || place >= m_accounts.size())
        return;
    m_account = place;
    Q_EMIT accountsChanged();
}

void LookUpViewModel::find(const QString &typed)
{
    const auto id = typed.trimmed();
    forget();
    const auto asked = m_asked;
    m_problem = id.isEmpty() ? tr("Paste a request id, a generation id or a provider's id.") : QString();
    if (!id.isEmpty() && m_lookUps && m_account < m_accounts.size()) {
        m_isBusy = true;
        QCoro::connect(m_lookUps->find(m_accounts.at(m_account).id, id), this,
            [this, asked](const Result<FoundRequest> &found) {
                if (asked != m_asked)
                    return;
                m_isBusy = false;
                if (found)
                    show(*found);
                else if (found.error().kind == Error::Kind::NotFound)
                    m_problem = tr("Nobody knows this id: neither the ledger here nor the gateway.");
                else if (found.error().kind == Error::Kind::NotOffered)
                    m_problem = tr("The ledger has no such id, and this gateway offers no look-up.");
                else
                    m_problem = explain(found.error()).sentence;
                Q_EMIT changed();
            });
    }
    Q_EMIT changed();
}

void LookUpViewModel::clear()
{
    forget();
    Q_EMIT changed();
}

void LookUpViewModel::forget()
{
    ++m_asked;
    m_facts.clear();
    m_attempts.clear();
    m_title.clear();
    m_problem.clear();
    m_isBusy = false;
}

void LookUpViewModel::show(const FoundRequest &found)
{
    m_title = outcomeText(found.facts);
    m_facts = factLines(found);
    m_attempts = attemptsOf(found.facts);
}

} // namespace tollkeeper
