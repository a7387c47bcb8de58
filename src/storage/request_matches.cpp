// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_matches.h"

#include "domain/import_facts.h"
#include "storage/bulk_statement.h"
#include "storage/request_id.h"

#include <cstdlib>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 SecondMs = 1000;
constexpr qint64 CostSlack = 1000; // nanos: files round to six decimals or more
constexpr qsizetype MostTaken = 100'000;

//! The requests of an account in a second; the two questions differ in where those come from.
constexpr auto Find
    = "SELECT r.id, r.request_id, r.input_tokens, r.output_tokens, r.billed_nanos, COALESCE(m.name, ''), "
      "COALESCE(v.name, '') FROM request r JOIN series s ON s.id = r.series_id "
      "JOIN request_batch b ON b.id = r.batch_id LEFT JOIN model m ON m.id = s.requested_id "
      "LEFT JOIN model v ON v.id = s.served_id "
      "WHERE r.id >= ? AND r.id < ? AND r.account_id = ? AND "_L1;
constexpr auto ToldByGateway = "b.source <> 2"_L1; // RowSource::FileImport
// MadeIdPrefix; "+" keeps SQLite from preferring all of them to those of the second
constexpr auto WithMadeId = "+r.request_id >= 'row-' AND +r.request_id < 'row.'"_L1;
static_assert(
    static_cast<int>(RowSource::FileImport) == 2 && std::string_view(MadeIdPrefix.data()) == "row-");

Result<BulkStatement> findWhere(Database &database, QLatin1StringView condition)
{
    return BulkStatement::prepare(database, (QString(Find) + condition).toUtf8().constData());
}

void bindSecond(BulkStatement &find, const RequestFacts &row, AccountId account)
{
    const auto second = row.startedAt.toMSecsSinceEpoch() / SecondMs * SecondMs;
    find.bind(1, requestid::lowest(second));
    find.bind(2, requestid::lowest(second + SecondMs));
    find.bind(3, account.value());
}

bool isSameCost(const RequestFacts &row, const std::optional<qint64> &nanos)
{
    if (!row.cost || !nanos)
        return !row.cost && !nanos;
    return std::abs(row.cost->billed.nanos() - *nanos) <= CostSlack;
}

bool isSame(const RequestFacts &row, const BulkStatement &known)
{
    if (row.inputTokens != known.optionalNumber(2) || row.outputTokens != known.optionalNumber(3)
        || !isSameCost(row, known.optionalNumber(4)))
        return false;
    const QStringList models{known.text(5), known.text(6)};
    return (!row.requestedModel.isEmpty() && models.contains(row.requestedModel))
        || (!row.servedModel.isEmpty() && models.contains(row.servedModel));
}

} // namespace

Outcome RequestMatches::adoptIds(QList<RequestFacts> &rows, QSet<qint64> &taken)
{
    const auto told = m_database.value(
        u"SELECT 1 FROM request_batch WHERE account_id = :account AND source <> :file LIMIT 1"_s,
        {{":account", m_account.value()}, {":file", static_cast<int>(RowSource::FileImport)}});
    if (!told)
        return fail(told.error());
    if (!told->isValid())
        return Done{};
    auto find = findWhere(m_database, ToldByGateway);
    if (!find)
        return fail(find.error());
    if (taken.size() > MostTaken)
        taken.clear();
    for (auto &row : rows) {
        bindSecond(*find, row, m_account);
        auto step = find->step();
        for (; step && *step == BulkStatement::Step::Row; step = find->step()) {
            if (taken.contains(find->number(0)) || !isSame(row, *find))
                continue;
            taken.insert(find->number(0));
            row.requestId = find->text(1);
            break;
        }
        find->reset();
        if (!step)
            return fail(step.error());
    }
    return Done{};
}

Result<bool> RequestMatches::hasMadeIds()
{
    const auto made = m_database.value(
        uR"(SELECT 1 FROM request WHERE request_id >= 'row-' AND request_id < 'row.' AND account_id = :account LIMIT 1)"_s,
        {{":account", m_account.value()}});
    if (!made)
        return fail(made.error());
    return made->isValid();
}

Outcome RequestMatches::giveIds(const QList<RequestFacts> &rows)
{
    const auto hasMade = hasMadeIds();
    if (!hasMade || !*hasMade)
        return hasMade ? Outcome(Done{}) : fail(hasMade.error());
    auto find = findWhere(m_database, WithMadeId);
    auto rename
        = BulkStatement::prepare(m_database, "UPDATE OR IGNORE request SET request_id = ? WHERE id = ?");
    if (!find || !rename)
        return fail(!find ? find.error() : rename.error());
    for (const auto &row : rows) {
        if (row.requestId.isEmpty() || !requestid::holds(row.startedAt))
            continue;
        bindSecond(*find, row, m_account);
        auto step = find->step();
        while (step && *step == BulkStatement::Step::Row && !isSame(row, *find))
            step = find->step();
        const bool isFound = step && *step == BulkStatement::Step::Row;
        const auto id = isFound ? find->number(0) : 0;
        find->reset();
        if (!step)
            return fail(step.error());
        if (!isFound)
            continue;
        rename->bindText(1, row.requestId);
        rename->bind(2, id);
        if (auto renamed = rename->run(); !renamed)
            return renamed;
    }
    return Done{};
}

} // namespace tollkeeper
