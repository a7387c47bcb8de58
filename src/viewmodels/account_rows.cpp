// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/account_rows.h"

#include "base/translation_contexts.h"
#include "words/explain.h"
#include "words/figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

struct Shown {
    QString mark;
    QString words;
};

//! Which mark stands for a state; shapes differ, not only colours (design: Mark).
Shown shown(AccountState state, bool isStale)
{
    switch (state) {
    case AccountState::NeverPolled:
        return {u"off"_s, texts::Overview::tr("not polled yet")};
    case AccountState::Refused:
        return {u"failed"_s, texts::Overview::tr("refused the key")};
    case AccountState::Locked:
        return {u"warn"_s, texts::Overview::tr("its key cannot be read")};
    case AccountState::Slowed:
        return {isStale ? u"stale"_s : u"warn"_s, texts::Overview::tr("asked us to slow down")};
    case AccountState::Unreachable:
        return {isStale ? u"stale"_s : u"warn"_s, texts::Overview::tr("does not answer")};
    case AccountState::Stale:
        return {u"stale"_s, texts::Overview::tr("stale")};
    case AccountState::Ok:
        break;
    }
    return isStale ? Shown{u"stale"_s, texts::Overview::tr("stale")}
                   : Shown{u"ok"_s, texts::Overview::tr("answering")};
}

QString balanceText(const AccountLine &line)
{
    if (!line.balance)
        return line.offersBalance ? texts::Overview::tr("unknown") : texts::Overview::tr("not offered");
    const auto amount = moneyText(*line.balance);
    return line.isStale ? u"≈ "_s + amount : amount;
}

QString asOfText(const QDateTime &moment, const Overview &overview)
{
    const auto day = localDay(moment, overview.zone);
    return day == overview.today ? timeText(moment, overview.zone) : shortDayText(day);
}

} // namespace

QList<AccountRow> accountRows(const Overview &overview)
{
    QList<AccountRow> rows;
    for (const auto &line : overview.accounts) {
        AccountRow row;
        const auto state = shown(line.health.state, line.isStale);
        row.id = QString::number(line.account.id.value());
        row.name = line.account.name;
        row.mark = state.mark;
        row.state = state.words;
        if (line.health.problem)
            row.problem = explain(*line.health.problem).sentence;
        if (line.health.fetchedAt)
            row.age = ageText(*line.health.fetchedAt, overview.asOf);
        row.isStale = line.isStale;
        //: %1 is a gateway, %2 money, %3 a month
        row.detail
            = texts::Overview::tr("%1, %2 in %3")
                  .arg(line.gatewayName, wholeMoneyText(line.spentThisMonth), monthNameText(overview.today));
        row.balance = balanceText(line);
        row.hasBalance = line.balance.has_value();
        const auto at = line.balance && line.balanceAt ? line.balanceAt : line.health.fetchedAt;
        if (at)
            row.asOf = asOfText(*at, overview);
        rows.append(row);
    }
    return rows;
}

} // namespace tollkeeper
