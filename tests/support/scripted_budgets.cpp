// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_budgets.h"

#include <algorithm>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using Kind = BudgetScope::Kind;

namespace {

const QDate Today(2026, 6, 18);
const QDateTime Now(Today, QTime(14, 32), Qt::UTC);

Currency yuan()
{
    return *Currency::fromCode(u"CNY");
}

Money cents(qint64 amount, Currency currency = {})
{
    return Money::fromNanos(amount * 10'000'000, currency);
}

struct Place {
    Kind kind;
    QString value;
    QString name;
    int keys = 0;
    QString account = {};
};

//! A budget of the drawing; amounts in cents.
BudgetLine line(
    int id, const Place &place, qint64 limit, qint64 spent, qint64 expected, Currency currency = {})
{
    BudgetLine line;
    line.budget.id = BudgetId(id);
    line.budget.name = place.name;
    line.budget.scope = {place.kind, place.value};
    line.budget.limit = cents(limit, currency);
    line.scopeName = place.kind == Kind::Everything ? QString() : place.name;
    line.accountName = place.account;
    for (int key = 1; key <= place.keys; ++key)
        line.keys.append(KeyId(key));
    line.period = monthOf(Today);
    line.counted = cents(spent, currency);
    line.byok = cents(0, currency);
    line.daysKnown = 56;
    line.forecast = Forecast{cents(expected, currency), cents(expected - expected / 20, currency),
        cents(expected + expected / 20, currency), 56};
    return line;
}

void setPeriod(BudgetLine &line, BudgetPeriod::Kind kind)
{
    line.budget.period.kind = kind;
    line.period = line.budget.period.around(Today);
}

void addThresholds(BudgetLine &line)
{
    const auto add = [&line](AlertKind kind, int percent) {
        ThresholdLine threshold{kind, percent, amountAt(percent, line.budget.limit), false, {}};
        if (kind == AlertKind::BudgetForecast) {
            threshold.isReached = line.forecast && line.forecast->expected >= threshold.amount;
            threshold.day = threshold.isReached ? std::optional(QDate(2026, 6, 17)) : std::nullopt;
        } else {
            threshold.isReached = line.counted >= threshold.amount;
            if (threshold.isReached)
                threshold.day = QDate(2026, 6, 14);
            else if (line.forecast && line.forecast->expected >= threshold.amount)
                threshold.day = QDate(2026, 6, percent < 100 ? 21 : 25);
        }
        line.thresholds.append(threshold);
    };
    line.thresholds.clear();
    for (const auto percent : line.budget.thresholds)
        add(AlertKind::BudgetSpent, percent);
    for (const auto percent : line.budget.forecastThresholds)
        add(AlertKind::BudgetForecast, percent);
}

BackTest fourHits()
{
    BackTest past;
    past.days = {QDate(2026, 3, 20), Today};
    for (const auto &day : {QDate(2026, 4, 2), QDate(2026, 5, 12), QDate(2026, 5, 30), QDate(2026, 6, 9)}) {
        BackTestHit hit;
        hit.at = QDateTime(day, QTime(10, 0), Qt::UTC);
        hit.facts.name = u"search-rerank-prod"_s;
        hit.facts.spent = cents(41'250);
        past.hits.append(hit);
    }
    return past;
}

} // namespace

BudgetTable scripted::budgetTable()
{
    BudgetTable table;
    table.asOf = Now;
    table.zone = QTimeZone::utc();
    table.today = Today;
    table.accounts = 4;
    table.keys = 12;
    table.rows = {line(1, {Kind::Everything, {}, u"All accounts"_s}, 1'200'000, 748'620, 1'245'400),
        line(2, {Kind::Team, u"Support"_s, u"Support"_s, 4}, 480'000, 342'109, 571'700),
        line(3, {Kind::Team, u"Search"_s, u"Search"_s, 1}, 240'000, 133'852, 224'900),
        line(4, {Kind::Team, u"Data"_s, u"Data"_s, 2}, 240'000, 135'735, 227'500),
        line(5, {Kind::Team, u"Finance ops"_s, u"Finance ops"_s, 1}, 120'000, 70'291, 112'200),
        line(6, {Kind::Team, u"Platform"_s, u"Platform"_s, 2}, 100'000, 56'993, 93'100),
        line(7, {Kind::Team, u"Growth"_s, u"Growth"_s, 1}, 20'000, 9'640, 15'960),
        line(8, {Kind::Account, u"2"_s, u"ToRouter · apac"_s, 3}, 2'400'000, 1'277'613, 2'148'000, yuan()),
        line(9, {Kind::Environment, u"dev"_s, u"dev environment"_s, 3}, 25'000, 13'678, 19'700),
        line(10, {Kind::Model, u"claude-opus-4.7"_s, u"claude-opus-4.7"_s}, 150'000, 58'180, 94'700),
        line(11, {Kind::Key, u"9"_s, u"ci-evals"_s, 1, u"Chuizi.AI · lab"_s}, 2'500, 584, 980)};
    table.rows[0].byok = cents(21'460);
    table.rows[4].byok = cents(18'040);
    table.rows[1].driver = u"support-chat-prod"_s;
    setPeriod(table.rows[8], BudgetPeriod::Kind::Weekly);
    table.rows[8].scopeName = u"dev"_s;
    setPeriod(table.rows[10], BudgetPeriod::Kind::Daily);
    for (auto &row : table.rows)
        addThresholds(row);
    return table;
}

BudgetDetails scripted::budgetDetails(const BudgetLine &line)
{
    BudgetDetails details;
    details.line = line;
    if (!line.period)
        return details;
    const auto currency = line.budget.limit.currency();
    const auto gone = line.period->first.daysTo(Today) + 1;
    for (qint64 day = 1; day <= gone; ++day)
        details.cumulative.append(Money::fromNanos(line.counted.nanos() / gone * day, currency));
    details.cumulative.last() = line.counted;
    const auto left = line.period->days() - gone + 1;
    for (qint64 day = 1; line.forecast && day <= left; ++day) {
        const auto grown = [&](Money end) {
            return Money::fromNanos(
                line.counted.nanos() + (end.nanos() - line.counted.nanos()) / left * day, currency);
        };
        details.byDay.append(
            {grown(line.forecast->expected), grown(line.forecast->low), grown(line.forecast->high), 56});
    }
    if (line.budget.scope.kind != Kind::Team)
        return details;
    details.keyLines = {{KeyId(1), u"support-chat-prod"_s, u"OpenRouter · main"_s, u"prod"_s, cents(291'437)},
        {KeyId(5), u"apac-chat-prod"_s, u"ToRouter · apac"_s, u"prod"_s, cents(46'866)},
        {KeyId(10), u"support-chat-staging"_s, u"OpenRouter · main"_s, u"staging"_s, cents(2'834)},
        {KeyId(8), u"apac-sandbox-dev"_s, u"ToRouter · apac"_s, u"dev"_s, cents(972)}};
    const QDateTime july(QDate(2026, 7, 1), QTime(0, 0), Qt::UTC);
    details.caps = {{u"OpenRouter · main"_s, u"OpenRouter"_s, cents(118'462), {}, {}, {},
                        QDateTime(QDate(2026, 6, 22), QTime(9, 0), Qt::UTC), true},
        {u"support-chat-prod"_s, u"OpenRouter"_s, cents(450'000), cents(291'437), u"monthly"_s, july,
            QDateTime(QDate(2026, 6, 27), QTime(9, 0), Qt::UTC), false},
        {u"apac-chat-prod"_s, u"ToRouter"_s, cents(100'000), cents(46'866), u"monthly"_s, july, {}, false}};
    return details;
}

BudgetChoices scripted::budgetChoices()
{
    BudgetChoices choices;
    choices.accounts = {{u"1"_s, u"OpenRouter · main"_s}, {u"2"_s, u"ToRouter · apac"_s}};
    choices.keys
        = {{u"9"_s, u"ci-evals · Chuizi.AI · lab"_s}, {u"1"_s, u"support-chat-prod · OpenRouter · main"_s}};
    choices.teams = {u"Data"_s, u"Finance ops"_s, u"Growth"_s, u"Platform"_s, u"Search"_s, u"Support"_s};
    choices.environments = {u"dev"_s, u"prod"_s, u"staging"_s};
    choices.models = {u"claude-opus-4.7"_s, u"gpt-5"_s};
    choices.providers = {u"Anthropic"_s};
    choices.tags = {u"nightly"_s};
    choices.currencies = {Currency(), yuan()};
    return choices;
}

QList<RuleLine> scripted::ruleLines()
{
    QList<RuleLine> lines;
    for (const auto &rule : firstRules())
        lines.append({rule, {}, {}});
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines[i].rule.id = RuleId(i + 1);
    lines[0].lastRaisedAt = QDateTime(QDate(2026, 5, 12), QTime(9, 0), Qt::UTC);
    lines[0].lastSubject = u"search-rerank-prod"_s;
    lines[1].lastRaisedAt = QDateTime(Today, QTime(9, 0), Qt::UTC);
    lines[1].lastSubject = u"OpenRouter · main"_s;
    return lines;
}

void ScriptedBudgetReports::reset()
{
    table = scripted::budgetTable();
    isSilent = false;
    detailsError.reset();
    asked = 0;
    previewed.clear();
}

Async<BudgetTable> ScriptedBudgetReports::budgets()
{
    ++asked;
    auto copy = table; // QCoro 0.8 moves out of whatever lvalue it is given
    auto pause = QCoro::sleepFor(isSilent ? std::chrono::hours(1) : std::chrono::milliseconds(1));
    co_await pause;
    co_return copy;
}

//! The figures of the row with its id, or of the drawing's; limit, period and thresholds are the editor's.
Async<BudgetDetails> ScriptedBudgetReports::details(Budget budget)
{
    previewed.append(budget);
    const auto known = table ? *table : scripted::budgetTable();
    const auto row = std::ranges::find_if(
        known.rows, [&budget](const BudgetLine &one) { return one.budget.id == budget.id; });
    auto line = row == known.rows.end() ? scripted::budgetTable().rows.at(1) : *row;
    if (budget.limit.currency() != line.counted.currency()) {
        line.counted = line.byok = Money::fromNanos(0, budget.limit.currency());
        line.forecast.reset();
    }
    line.budget = budget;
    line.period = budget.period.around(Today);
    addThresholds(line);
    Result<BudgetDetails> answer = scripted::budgetDetails(line);
    if (detailsError)
        answer = fail(*detailsError);
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    co_await pause;
    co_return answer;
}

Async<BudgetChoices> ScriptedBudgetReports::choices()
{
    auto copy = scripted::budgetChoices();
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    co_await pause;
    co_return copy;
}

void ScriptedRules::reset()
{
    lines = scripted::ruleLines();
    outcome = Done();
    past = nullptr;
    saved.clear();
    tried.clear();
}

Async<QList<RuleLine>> ScriptedRules::rules()
{
    auto copy = lines;
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    co_await pause;
    co_return copy;
}

Async<Done> ScriptedRules::save(AlertRule rule)
{
    saved.append(rule);
    for (auto &line : *lines) {
        if (outcome && line.rule.id == rule.id)
            line.rule = rule;
    }
    auto copy = outcome;
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    co_await pause;
    co_return copy;
}

Async<BackTest> ScriptedRules::backTest(AlertRule rule, int)
{
    tried.append(rule);
    Result<BackTest> answer = past ? past(rule) : Result<BackTest>(fourHits());
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    co_await pause;
    co_return answer;
}

Async<QList<Channel>> ScriptedChannelList::channels()
{
    QList<Channel> all;
    for (const auto &[id, kind, name] : {std::tuple(1, ChannelKind::Desktop, u"Desktop notifications"_s),
             std::tuple(2, ChannelKind::Tray, u"Tray icon"_s),
             std::tuple(3, ChannelKind::Webhook, u"Webhook"_s)}) {
        Channel channel;
        channel.id = ChannelId(id);
        channel.kind = kind;
        channel.name = name;
        all.append(channel);
    }
    auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
    co_await pause;
    co_return all;
}

Async<ChannelId> ScriptedChannelList::save(Channel, ChannelSecrets)
{
    co_return fail(Error::Kind::NotFound);
}

Async<Done> ScriptedChannelList::remove(ChannelId)
{
    co_return fail(Error::Kind::NotFound);
}

Async<Receipt> ScriptedChannelList::test(ChannelId)
{
    co_return Receipt();
}
