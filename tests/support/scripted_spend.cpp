// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_spend.h"

#include "domain/zone_days.h"
#include "support/scripted_overview.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using Certainty = ProvenanceLine::Certainty;

namespace scripted {
namespace {

void addDays(SpendTable &table, const Overview &month)
{
    for (auto day = month.month.first; day <= month.today; day = day.addDays(1)) {
        SpendRow row;
        row.name = day.toString(Qt::ISODate);
        for (const auto &series : month.byModel)
            row.amount.billed += series.days.at(day.day() - 1);
        row.requests = row.amount.billed.nanos() / 2'330'000;
        table.rows.append(row);
    }
}

void addSeries(SpendTable &table, const QList<DailySeries> &series)
{
    for (const auto &one : series) {
        if (one.name.isEmpty())
            continue;
        SpendRow row;
        row.name = one.name;
        row.id = table.rows.size() + 1;
        row.amount.billed = one.total;
        if (table.rows.size() < 3) { // the others are not told
            row.requests = one.total.nanos() / 2'330'000;
            row.inputTokens = *row.requests * 1800;
            row.outputTokens = *row.requests * 240;
        }
        table.rows.append(row);
    }
}

ProvenanceLine source(Certainty certainty, const QString &account, const QString &endpoint, qint64 cents)
{
    ProvenanceLine line;
    line.accountName = account;
    line.gatewayName = account.section(u' ', 0, 0);
    line.endpoint = endpoint;
    line.certainty = certainty;
    line.amount = dollars(cents);
    line.firstStart = QDateTime(QDate(2026, 6, 1), QTime(0, 0), Qt::UTC);
    line.lastEnd = QDateTime(QDate(2026, 6, 18), QTime(14, 30), Qt::UTC);
    line.fetchedAt = line.lastEnd;
    line.pieces = 18;
    return line;
}

} // namespace

SpendTable spendTable(const SpendQuery &query)
{
    const auto month = overview();
    SpendTable table;
    table.query = query;
    table.query.zone = month.zone;
    table.total = {month.spent, month.byok};
    table.isAtLeast = true;
    if (query.by == SpendBy::Day)
        addDays(table, month);
    else
        addSeries(table, query.by == SpendBy::Model ? month.byModel : month.byKey);
    table.notItemised = table.total.billed;
    for (const auto &row : table.rows)
        table.notItemised -= row.amount.billed;
    return table;
}

Provenance provenance(const ProvenanceQuery &query)
{
    Provenance answer;
    answer.query = query;
    answer.zone = QTimeZone::utc();
    answer.windowStart = startOfDay(query.days.first, answer.zone);
    answer.windowEnd = startOfDay(query.days.last.addDays(1), answer.zone);
    answer.keyNames = {u"support-chat-prod"_s, u"search-rerank-prod"_s, u"enrich-batch-prod"_s};
    answer.silentAccounts = {u"Chuizi.AI · lab"_s};
    answer.covered = 0.9897;
    auto activity = source(Certainty::Billed, u"OpenRouter · main"_s, u"GET /activity"_s, 540520);
    activity.isUtcDays = true;
    activity.byok = dollars(21460);
    auto cut = source(Certainty::Estimated, u"LiteLLM · on-prem"_s, u"GET /spend/logs"_s, 6145);
    cut.onMiddleDay = dollars(312);
    answer.lines = {activity, source(Certainty::Derived, u"ToRouter · apac"_s, u"GET /usage"_s, 201955), cut};
    for (const auto &line : answer.lines)
        answer.total += line.amount;
    answer.restatements = {{u"OpenRouter · main"_s, QDate(2026, 6, 16), dollars(53510), dollars(53942),
        QDateTime(QDate(2026, 6, 18), QTime(9, 12), Qt::UTC)}};
    answer.asOf = QDateTime(QDate(2026, 6, 18), QTime(14, 32), Qt::UTC);
    return answer;
}

} // namespace scripted
