// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_overview.h"

#include <array>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace scripted {
namespace {

constexpr int Today = 18;
constexpr std::array<int, Today> Daily{46620, 48395, 45760, 46395, 47918, 23209, 23538, 45884, 48521, 47513,
    46883, 45845, 22588, 22891, 45084, 53942, 56335, 31299};

QDateTime june(int day, int hour, int minute)
{
    return QDateTime(QDate(2026, 6, day), QTime(hour, minute), Qt::UTC);
}

struct Share {
    QString name;
    int percent;
    bool isRest = false;
    int members = 1;
};

//! Splits each day by fixed shares; the last share takes what rounding leaves over.
QList<DailySeries> split(const QList<Share> &shares)
{
    QList<DailySeries> series;
    for (const auto &share : shares) {
        DailySeries one;
        one.name = share.name;
        one.isRest = share.isRest;
        one.members = share.members;
        one.days = QList<Money>(30);
        series.append(one);
    }
    for (int day = 0; day < Today; ++day) {
        auto left = dollars(Daily[day]);
        for (qsizetype i = 0; i < series.size(); ++i) {
            const bool isLast = i + 1 == series.size();
            const auto part = isLast ? left : dollars(Daily[day] * shares.at(i).percent / 100);
            left -= part;
            series[i].days[day] = part;
            series[i].total += part;
        }
    }
    return series;
}

AccountLine account(
    const QString &gateway, const QString &name, qint64 spentCents, std::optional<Money> balance)
{
    AccountLine line;
    line.gatewayName = gateway;
    line.account.name = name;
    line.health.state = AccountState::Ok;
    line.health.fetchedAt = june(18, 14, 30);
    line.offersBalance = balance.has_value();
    line.balance = balance;
    line.balanceAt = line.health.fetchedAt;
    line.spentThisMonth = dollars(spentCents);
    return line;
}

KeySpendLine key(const QString &name, qint64 todayCents, qint64 monthCents, int capPercent)
{
    KeySpendLine line;
    line.key.name = name;
    line.accountName = u"OpenRouter · main"_s;
    line.today = dollars(todayCents);
    line.month = dollars(monthCents);
    if (capPercent > 0) {
        const auto limit = dollars(monthCents * 100 / capPercent);
        line.key.cap = Cap{limit, line.month, u"monthly"_s};
    }
    return line;
}

Alert alert(int threshold, qint64 spentCents, const QDateTime &at)
{
    Alert alert;
    alert.id = AlertId(threshold);
    alert.step = threshold;
    alert.severity = severityOf(alert.kind, threshold);
    alert.facts.name = u"Everything"_s;
    alert.facts.periodFirst = QDate(2026, 6, 1);
    alert.facts.periodLast = QDate(2026, 6, 30);
    alert.facts.limit = dollars(1200000);
    alert.facts.spent = dollars(spentCents);
    alert.raisedAt = alert.lastTrueAt = at;
    return alert;
}

void addMonth(Overview &overview)
{
    Money sum;
    for (const auto cents : Daily)
        overview.cumulative.append(sum += dollars(cents));
    Money before;
    for (int day = 0; day < 31; ++day) {
        const bool isWeekend = day % 7 == 1 || day % 7 == 2;
        overview.lastMonth.append(before += dollars(isWeekend ? 21300 : 41200));
    }
}

} // namespace

Money dollars(qint64 cents)
{
    return Money::fromNanos(cents * 10'000'000);
}

Overview overview()
{
    Overview overview;
    overview.asOf = june(18, 14, 32);
    overview.zone = QTimeZone::utc();
    overview.today = QDate(2026, 6, 18);
    overview.month = monthOf(overview.today);
    overview.isAtLeast = true;
    overview.byok = dollars(21460);
    Budget budget;
    budget.id = BudgetId(1);
    budget.name = u"Everything"_s;
    budget.limit = dollars(1200000);
    overview.budget = budget;
    overview.todaySoFar = dollars(31299);
    overview.usualDay = dollars(46120);
    overview.lastSevenDays = dollars(277984);
    overview.monthGone = 17.606 / 30;
    addMonth(overview);
    overview.spent = overview.cumulative.constLast();
    overview.counted = overview.spent;
    overview.byModel = split({{u"claude-sonnet-4.5"_s, 29}, {u"gemini-2.5-flash"_s, 15}, {u"gpt-5"_s, 14},
        {u"deepseek-v3.2"_s, 13}, {u"gpt-5-mini"_s, 9}, {u"qwen3-max"_s, 8}, {u"claude-opus-4.7"_s, 7},
        {{}, 3, true, 2}, {{}, 2}});
    overview.byKey = split({{u"support-chat-prod"_s, 39}, {u"search-rerank-prod"_s, 18},
        {u"enrich-batch-prod"_s, 17}, {u"invoice-extract-prod"_s, 9}, {u"apac-chat-prod"_s, 6},
        {u"code-agents-dev"_s, 5}, {u"lab-eval"_s, 3}, {{}, 3, true, 5}});
    overview.byEnvironment = split({{u"prod"_s, 88}, {u"dev"_s, 7}, {u"staging"_s, 2}, {{}, 3}});
    overview.byTeam = split({{u"Support"_s, 46}, {u"Search"_s, 18}, {u"Data"_s, 18}, {u"Finance ops"_s, 9},
        {u"Platform"_s, 8}, {{}, 1}});
    auto lab = account(u"Chuizi.AI"_s, u"Chuizi.AI · lab"_s, 24515, dollars(5840));
    lab.isStale = true;
    lab.health.state = AccountState::Unreachable;
    lab.health.fetchedAt = june(18, 11, 28);
    lab.health.problem = Error{.kind = Error::Kind::Timeout};
    lab.balanceAt = lab.health.fetchedAt;
    const auto yuan = Money::fromNanos(6240'180'000'000, *Currency::fromCode(u"CNY"));
    overview.accounts = {account(u"OpenRouter"_s, u"OpenRouter · main"_s, 540520, dollars(118462)),
        account(u"ToRouter"_s, u"ToRouter · apac"_s, 177440, yuan), lab,
        account(u"LiteLLM"_s, u"LiteLLM · on-prem"_s, 6145, std::nullopt)};
    for (qsizetype i = 0; i < overview.accounts.size(); ++i)
        overview.accounts[i].account.id = AccountId(i + 1);
    overview.keys
        = {key(u"support-chat-prod"_s, 13795, 291437, 65), key(u"search-rerank-prod"_s, 4990, 133852, 56),
            key(u"enrich-batch-prod"_s, 4947, 129608, 52), key(u"invoice-extract-prod"_s, 2894, 70291, 87),
            key(u"apac-chat-prod"_s, 1559, 46866, 100), key(u"code-agents-dev"_s, 1805, 42118, 56),
            key(u"lab-eval"_s, 801, 24515, 0), key(u"ops-triage"_s, 310, 9120, 0),
            key(u"docs-search"_s, 120, 4012, 20), key(u"support-chat-staging"_s, 52, 2834, 12),
            key(u"ci-smoke"_s, 0, 411, 0), key(u"old-zapier-hook"_s, 0, 0, 0)};
    overview.alerts = {alert(50, 605144, june(15, 21, 5))};
    overview.openAlerts = 1;
    return overview;
}

QList<GatewayChoice> choices()
{
    const auto spend = u"spend per key"_s;
    return {{u"openrouter"_s, u"OpenRouter"_s, QUrl(u"https://openrouter.ai/api/v1"_s),
                {spend, u"balance"_s, u"daily activity by model and provider"_s, u"caps"_s},
                {u"a list of requests"_s}},
        {u"sub2api"_s, u"ToRouter"_s, QUrl(u"https://torouter.example"_s), {spend, u"balance"_s, u"models"_s},
            {u"providers"_s, u"single requests"_s}},
        {u"chuizi"_s, u"Chuizi.AI"_s, QUrl(u"https://api.chuizi.example"_s), {spend, u"balance"_s},
            {u"spend by day"_s}},
        {u"openai"_s, u"OpenAI-compatible"_s, QUrl(), {u"whether the key works"_s, u"models"_s},
            {u"spend"_s, u"balance"_s}}};
}

} // namespace scripted
