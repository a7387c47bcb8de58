// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_writer.h"

#include "domain/request_merge.h"
#include "storage/playground_mark_repository.h"
#include "storage/request_detail.h"
#include "storage/request_id.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto Insert = "INSERT INTO request (id, account_id, request_id, series_id, batch_id, input_tokens, "
                        "output_tokens, billed_nanos, byok_nanos, first_byte_ms, total_ms, detail) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr auto Find = "SELECT r.id, r.series_id, b.source, r.input_tokens, r.output_tokens, r.billed_nanos, "
                      "r.byok_nanos, r.first_byte_ms, r.total_ms, r.detail, r.batch_id FROM request r "
                      "JOIN request_batch b ON b.id = r.batch_id WHERE r.request_id = ? AND r.account_id = ?";

//! A byok amount of zero is the ordinary case and takes no room.
std::optional<qint64> byokColumn(const RequestFacts &row)
{
    return row.cost && !row.cost->byok.isZero() ? std::optional(row.cost->byok.nanos()) : std::nullopt;
}

RowFigures figuresOf(const RequestFacts &row, qint64 series)
{
    const auto billed = row.cost ? std::optional(row.cost->billed.nanos()) : std::nullopt;
    return {row.startedAt.toMSecsSinceEpoch(), series, billed, byokColumn(row), row.inputTokens,
        row.outputTokens};
}

//! The same under an id of its own, always the same one; the id it was told with still leads to it.
RequestFacts setApart(RequestFacts row)
{
    if (row.detail.gatewayRequestId.isEmpty())
        row.detail.gatewayRequestId = row.requestId;
    row.requestId = requestid::separate(row.requestId, row.startedAt);
    return row;
}

} // namespace

Result<RequestWriter> RequestWriter::open(
    Database &database, const RequestBatch &batch, const QTimeZone &zone)
{
    auto insert = BulkStatement::prepare(database, Insert);
    auto find = BulkStatement::prepare(database, Find);
    auto erase = BulkStatement::prepare(database, "DELETE FROM request WHERE id = ?");
    for (const auto *statement : {&insert, &find, &erase}) {
        if (!*statement)
            return fail(statement->error());
    }
    return RequestWriter(database, batch, zone, {*std::move(insert), *std::move(find), *std::move(erase)});
}

RequestWriter::RequestWriter(
    Database &database, const RequestBatch &batch, const QTimeZone &zone, Statements statements)
    : m_database(database)
    , m_batch(batch)
    , m_statements(std::move(statements))
    , m_series(database, batch.account)
    , m_rollup(zone)
{
}

//! Fetches of one endpoint within the same hour share a batch, so that polling often does not make many.
Outcome RequestWriter::ensureBatch()
{
    if (m_batchId != 0)
        return Done{};
    constexpr qint64 Hour = 3'600'000;
    const auto at = m_batch.fetchedAt.toMSecsSinceEpoch();
    const auto file = toColumn(m_batch.importFile);
    const auto recent = m_database.value(
        uR"(SELECT id FROM request_batch WHERE account_id = :account AND source = :source AND origin = :origin
            AND fetched_at / 3600000 = :hour AND import_file_id IS :file ORDER BY id DESC LIMIT 1)"_s,
        {{":account", m_batch.account.value()}, {":source", static_cast<int>(m_batch.source)},
            {":origin", m_batch.origin}, {":hour", at / Hour}, {":file", file}});
    if (!recent)
        return fail(recent.error());
    if (recent->isValid()) {
        m_batchId = recent->toLongLong();
        return m_database.execute(
            u"UPDATE request_batch SET fetched_at = :at WHERE id = :id"_s, {{":at", at}, {":id", m_batchId}});
    }
    const auto added = m_database.insert(
        uR"(INSERT INTO request_batch (account_id, source, origin, fetched_at, import_file_id)
            VALUES (:account, :source, :origin, :at, :file))"_s,
        {{":account", m_batch.account.value()}, {":source", static_cast<int>(m_batch.source)},
            {":origin", m_batch.origin}, {":at", at}, {":file", file}});
    if (!added)
        return fail(added.error());
    m_batchId = *added;
    return Done{};
}

Result<StoredRows> RequestWriter::write(const QList<RequestFacts> &rows)
{
    StoredRows counts;
    QList<const RequestFacts *> ordered;
    ordered.reserve(rows.size());
    for (const auto &row : rows) {
        if (row.requestId.isEmpty() || !requestid::holds(row.startedAt))
            ++counts.rejected;
        else
            ordered.append(&row);
    }
    if (ordered.isEmpty())
        return counts;
    if (auto batch = ensureBatch(); !batch)
        return fail(batch.error());
    // Neighbours in the index are written together (performance.md 2); stable, so that of two tellings of
    // one request in a batch the later one meets the earlier.
    std::stable_sort(ordered.begin(), ordered.end(),
        [](const RequestFacts *a, const RequestFacts *b) { return a->requestId < b->requestId; });
    for (const auto *row : std::as_const(ordered)) {
        if (auto done = writeOne(*row, counts); !done)
            return fail(done.error());
    }
    if (auto done = m_rollup.write(m_database); !done)
        return fail(done.error());
    return counts;
}

Outcome RequestWriter::writeOne(const RequestFacts &row, StoredRows &counts)
{
    const auto step = insert(row, m_batchId);
    if (!step)
        return fail(step.error());
    if (*step == BulkStatement::Step::NotUnique)
        return meet(row, counts);
    ++counts.added;
    return Done{};
}

Result<BulkStatement::Step> RequestWriter::insert(const RequestFacts &row, qint64 batch)
{
    const auto series = m_series.idOf(row, m_batch.fetchedAt);
    if (!series)
        return fail(series.error());
    const auto figures = figuresOf(row, *series);
    auto &statement = m_statements.insert;
    statement.bind(2, m_batch.account.value());
    statement.bindText(3, row.requestId);
    statement.bind(4, *series);
    statement.bind(5, batch);
    statement.bind(6, row.inputTokens);
    statement.bind(7, row.outputTokens);
    statement.bind(8, figures.billedNanos);
    statement.bind(9, figures.byokNanos);
    statement.bind(10, row.firstByteMs);
    statement.bind(11, row.totalMs);
    statement.bindTextOrNull(12, detailText(row.detail));
    for (auto id = requestid::first(row.startedAt, row.requestId);; id = requestid::next(id)) {
        statement.bind(1, id);
        const auto step = statement.step();
        statement.reset();
        if (step && *step == BulkStatement::Step::RowIdTaken)
            continue;
        if (step && *step == BulkStatement::Step::Done)
            m_rollup.add(figures);
        return step;
    }
}

Result<RequestWriter::Stored> RequestWriter::stored(const QString &requestId)
{
    auto &find = m_statements.find;
    find.bindText(1, requestId);
    find.bind(2, m_batch.account.value());
    const auto step = find.step();
    if (!step || *step != BulkStatement::Step::Row) {
        find.reset();
        return fail(step ? Error{.kind = Error::Kind::Storage, .detail = u"a row is gone"_s} : step.error());
    }
    Stored row;
    row.id = find.number(0);
    const auto series = find.number(1);
    row.source = static_cast<RowSource>(find.number(2));
    const auto billed = find.optionalNumber(5);
    const auto byok = find.optionalNumber(6);
    const auto input = find.optionalNumber(3), output = find.optionalNumber(4);
    const auto firstByte = find.optionalNumber(7), total = find.optionalNumber(8);
    const auto detail = find.text(9);
    row.batch = find.number(10);
    find.reset();
    const auto facts = m_series.factsOf(series);
    const auto currency = m_series.currencyOf(series);
    if (!facts || !currency)
        return fail(!facts ? facts.error() : currency.error());
    row.facts = *facts;
    row.facts.requestId = requestId;
    row.facts.startedAt = requestid::momentOf(row.id);
    row.facts.inputTokens = input;
    row.facts.outputTokens = output;
    row.facts.firstByteMs = firstByte;
    row.facts.totalMs = total;
    if (billed)
        row.facts.cost
            = Amounts{Money::fromNanos(*billed, *currency), Money::fromNanos(byok.value_or(0), *currency)};
    row.facts.detail = detailFromText(detail, *currency);
    row.figures = figuresOf(row.facts, series);
    return row;
}

//! Some servers count their ids anew and some repeat a kept answer with its id: what the Playground sent at
//! another moment is another request.
bool RequestWriter::isAnother(const RequestFacts &row, const Stored &before) const
{
    return m_batch.source == RowSource::Playground && before.source == RowSource::Playground
        && row.startedAt.toMSecsSinceEpoch() != before.figures.startedAt;
}

Result<bool> RequestWriter::wasSentFromHere(const QString &requestId) const
{
    const auto mark = m_database.value(
        u"SELECT 1 FROM playground_request WHERE account_id = :account AND request_id = :id"_s,
        {{":account", m_batch.account.value()}, {":id", requestId}});
    if (!mark)
        return fail(mark.error());
    return mark->isValid();
}

Result<RequestFacts> RequestWriter::merged(const RequestFacts &row, const Stored &before) const
{
    if (m_batch.source == RowSource::Playground && before.source == RowSource::GenerationLookup)
        return billedRequest(before.facts, row);
    if (m_batch.source == RowSource::GenerationLookup) {
        const auto isOurs = wasSentFromHere(row.requestId);
        if (!isOurs)
            return fail(isOurs.error());
        if (*isOurs)
            return billedRequest(row, before.facts);
    }
    return m_batch.source >= before.source ? mergedRequest(row, before.facts)
                                           : mergedRequest(before.facts, row);
}

//! A request that is known already: the better source tells, the other one fills in.
Outcome RequestWriter::meet(const RequestFacts &row, StoredRows &counts)
{
    const auto before = stored(row.requestId);
    if (!before)
        return fail(before.error());
    if (isAnother(row, *before)) {
        const auto apart = setApart(row);
        if (auto marked = PlaygroundMarkRepository(m_database).mark(m_batch.account, {apart.requestId});
            !marked)
            return marked;
        return writeOne(apart, counts);
    }
    const bool isBetter = m_batch.source >= before->source;
    const auto after = merged(row, *before);
    if (!after)
        return fail(after.error());
    if (*after == before->facts) {
        ++counts.same;
        return Done{};
    }
    auto &erase = m_statements.erase;
    erase.bind(1, before->id);
    if (auto done = erase.run(); !done)
        return done;
    m_rollup.remove(before->figures);
    const auto step = insert(*after, isBetter ? m_batchId : before->batch);
    if (!step)
        return fail(step.error());
    ++counts.replaced;
    return Done{};
}

} // namespace tollkeeper
