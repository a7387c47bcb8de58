// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_matches.h"

#include "storage/bulk_statement.h"
#include "storage/request_id.h"

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 SecondMs = 1000;
constexpr qint64 CostSlack = 1000; // nanos: files round to six decimals or more
constexpr qsizetype MostTaken = 100'000;

//! Told by the gateway itself: what other files told has ids made from the content, like the row's own.
constexpr auto Find
    = "SELECT r.id, r.request_id, r.input_tokens, r.output_tokens, r.billed_nanos, COALESCE(m.name, ''), "
      "COALESCE(v.name, '') FROM request r JOIN series s ON s.id = r.series_id "
      "JOIN request_batch b ON b.id = r.batch_id LEFT JOIN model m ON m.id = s.requested_id "
      "LEFT JOIN model v ON v.id = s.served_id "
      "WHERE r.id >= ? AND r.id < ? AND r.account_id = ? AND b.source <> ?";

bool isSameCost(const RequestFacts &row, const std::optional<qint64> &nanos)
{
    if (!row.cost || !nanos)
        return !row.cost && !nanos;
    return std::abs(row.cost->billed.nanos() - *nanos) <= CostSlack;
}

bool isSame(const RequestFacts &row, const BulkStatement &known)
{
    const auto &model = row.servedModel.isEmpty() ? row.requestedModel : row.servedModel;
    return row.inputTokens == known.optionalNumber(2) && row.outputTokens == known.optionalNumber(3)
        && isSameCost(row, known.optionalNumber(4)) && (model == known.text(5) || model == known.text(6));
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
    auto find = BulkStatement::prepare(m_database, Find);
    if (!find)
        return fail(find.error());
    if (taken.size() > MostTaken)
        taken.clear();
    for (auto &row : rows) {
        const auto second = row.startedAt.toMSecsSinceEpoch() / SecondMs * SecondMs;
        find->bind(1, requestid::lowest(second));
        find->bind(2, requestid::lowest(second + SecondMs));
        find->bind(3, m_account.value());
        find->bind(4, static_cast<qint64>(RowSource::FileImport));
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

} // namespace tollkeeper
