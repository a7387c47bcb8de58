// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/run_repository.h"

#include "base/log.h"
#include "domain/playground_request_json.h"
#include "domain/request_bounds.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Of the ledger's rows of a run, %1. An account bills in one currency. %2: more than it in one row is no
//! cost, and would break the sum, with which the whole list fails.
constexpr auto OfItsRows
    = "(SELECT %1 FROM playground_run_request p JOIN request q ON q.request_id = p.request_id "
      "AND q.account_id = r.account_id JOIN series s ON s.id = q.series_id "
      "WHERE p.run_id = r.id AND q.billed_nanos <= %2 AND COALESCE(q.byok_nanos, 0) <= %2)"_L1;

//! Of a run: how many POSTs it had.
constexpr auto ItsPosts = "MAX(1, (SELECT COUNT(*) FROM json_each(r.trace) j "
                          "WHERE json_extract(j.value, '$.origin') = 'client'))"_L1;

//! What the ledger knows of the cost comes before what the answer told: with the provider's part where that
//! is paid as well. It is all of it once each POST has its row and they know more than the answers did.
QString lineColumns()
{
    const auto ofItsRows = [](QLatin1StringView what) {
        return OfItsRows.arg(what, QString::number(MostOfOneRequest.nanos()));
    };
    const auto paid = ofItsRows("SUM(q.billed_nanos + COALESCE(q.byok_nanos, 0))"_L1);
    return "r.id, r.started_at, r.account_id, r.account_name, r.key_name, r.protocol, r.requested_model, "
           "r.served_model, r.served_provider, r.category, r.is_complete, r.http_status, r.code, r.attempts, "
           "r.input_tokens, r.output_tokens, COALESCE(%1, r.cost_nanos), COALESCE(%2, r.currency), "
           "r.total_ms, r.request_id, COALESCE(b.prompt, ''), b.run_id IS NOT NULL, r.run_end, "
           "r.is_cost_whole OR (%3 >= %4 AND %1 > COALESCE(r.cost_nanos, -1))"_L1.arg(
               paid, ofItsRows("MAX(s.currency)"_L1), ofItsRows("COUNT(*)"_L1), ItsPosts);
}

constexpr auto LineJoins = "FROM playground_run r LEFT JOIN playground_body b ON b.run_id = r.id"_L1;

template<typename Json>
QString textOf(const Json &json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonDocument jsonFrom(const QVariant &column)
{
    return QJsonDocument::fromJson(column.toString().toUtf8());
}

//! Of the request without what it says, and how long was waited for each attempt.
QJsonObject parametersOf(const KeptRun &run)
{
    auto parameters = toJson(withoutBodies(run.request));
    putTimeout(parameters, run.timeout);
    return parameters;
}

RunLine lineFrom(const QSqlQuery &row)
{
    RunLine line;
    line.id = RunId(row.value(0).toLongLong());
    line.startedAt = momentFrom(row.value(1));
    line.account = AccountId(row.value(2).toLongLong());
    line.accountName = row.value(3).toString();
    line.keyName = row.value(4).toString();
    line.protocol = apiProtocolFromText(row.value(5).toString()).value_or(ApiProtocol::OpenAiChat);
    line.requestedModel = row.value(6).toString();
    line.servedModel = row.value(7).toString();
    line.servedProvider = row.value(8).toString();
    line.category = categoryFromText(row.value(9).toString()).value_or(Category::Unknown);
    line.isComplete = row.value(10).toBool();
    line.httpStatus = row.value(11).toInt();
    line.code = row.value(12).toString();
    line.attempts = row.value(13).toInt();
    line.inputTokens = optionalCountFrom(row.value(14));
    line.outputTokens = optionalCountFrom(row.value(15));
    if (const auto nanos = optionalCountFrom(row.value(16)))
        line.cost
            = Money::fromNanos(*nanos, Currency::fromCode(row.value(17).toString()).value_or(Currency()));
    line.total = std::chrono::milliseconds(row.value(18).toLongLong());
    line.requestId = row.value(19).toString();
    line.prompt = row.value(20).toString();
    line.hasBodies = row.value(21).toBool();
    line.end = runEndFromText(row.value(22).toString());
    line.isCostWhole = row.value(23).toBool();
    return line;
}

//! For LIKE … ESCAPE '!'.
QString pattern(QString text)
{
    for (const auto special : {u'!', u'%', u'_'})
        text.replace(special, u'!' + QString(special));
    return u'%' + text + u'%';
}

//! Where a text is looked for: names as they are, JSON by what its members say.
QString textCondition()
{
    QStringList places;
    for (const auto column : {"r.account_name"_L1, "r.key_name"_L1, "r.requested_model"_L1,
             "r.served_model"_L1, "r.served_provider"_L1, "r.code"_L1, "r.request_id"_L1, "b.answer"_L1})
        places.append(column + u" LIKE :text ESCAPE '!'"_s);
    for (const auto members :
        {"json_each(r.fallbacks) j WHERE 1"_L1, "json_tree(r.ids) j WHERE j.type = 'text'"_L1,
            "json_tree(b.request) j WHERE j.key IN ('system', 'text', 'raw_body', 'tools', 'response_schema')"_L1})
        places.append(u"EXISTS (SELECT 1 FROM "_s + members + u" AND j.value LIKE :text ESCAPE '!')"_s);
    return u"WHERE "_s + places.join(u" OR ");
}

} // namespace

Result<RunId> RunRepository::add(const KeptRun &run)
{
    const auto &line = run.line;
    const auto id = m_database.insert(
        uR"(INSERT INTO playground_run (started_at, account_id, account_name, key_id, key_name, protocol,
                requested_model, served_model, served_provider, category, is_complete, http_status, code, attempts,
                input_tokens, output_tokens, cost_nanos, is_cost_whole, currency, total_ms, run_end, request_id,
                parameters, fallbacks, trace, ids)
            VALUES (:at, :account, :account_name, :key, :key_name, :protocol, :requested, :served, :provider,
                :category, :complete, :status, :code, :attempts, :input, :output, :cost, :whole, :currency, :total,
                :end, :request, :parameters, :fallbacks, :trace, :ids))"_s,
        {{":at", toColumn(line.startedAt)}, {":account", line.account.value()},
            {":account_name", line.accountName}, {":key", run.key ? QVariant(run.key->value()) : QVariant()},
            {":key_name", line.keyName}, {":protocol", QString(toText(line.protocol))},
            {":requested", line.requestedModel}, {":served", line.servedModel},
            {":provider", line.servedProvider}, {":category", QString(toText(line.category))},
            {":complete", line.isComplete}, {":status", line.httpStatus}, {":code", line.code},
            {":attempts", line.attempts}, {":input", toColumn(line.inputTokens)},
            {":output", toColumn(line.outputTokens)},
            {":cost", line.cost ? QVariant(line.cost->nanos()) : QVariant()}, {":whole", line.isCostWhole},
            {":currency", line.cost ? line.cost->currency().code() : QString()},
            {":total", qint64(line.total.count())},
            {":end", line.end ? QString(toText(*line.end)) : QString()}, {":request", line.requestId},
            {":parameters", textOf(parametersOf(run))},
            {":fallbacks", textOf(QJsonArray::fromStringList(run.fallbacks))},
            {":trace", textOf(toJson(run.trace))}, {":ids", textOf(toJson(run.ids))}});
    if (!id)
        return fail(id.error());
    for (const auto &request : run.recordedIds) {
        if (auto named = m_database.execute(
                u"INSERT OR IGNORE INTO playground_run_request (run_id, request_id) VALUES (:run, :request)"_s,
                {{":run", *id}, {":request", request}});
            !named)
            return fail(named.error());
    }
    if (line.hasBodies) {
        if (auto kept = m_database.execute(uR"(INSERT INTO playground_body (run_id, prompt, request, answer)
                    VALUES (:run, :prompt, :request, :answer))"_s,
                {{":run", *id}, {":prompt", line.prompt}, {":request", textOf(toJson(run.request))},
                    {":answer", run.answer}});
            !kept)
            return fail(kept.error());
    }
    return RunId(*id);
}

Result<QList<RunLine>> RunRepository::lines(const QString &text, int most)
{
    const auto sql = u"SELECT %1 %2 %3 ORDER BY r.started_at DESC, r.id DESC LIMIT %4"_s.arg(
        lineColumns(), LineJoins, text.isEmpty() ? QString() : textCondition(), QString::number(most));
    auto rows = text.isEmpty() ? m_database.run(sql) : m_database.run(sql, {{":text", pattern(text)}});
    if (!rows)
        return fail(rows.error());
    QList<RunLine> lines;
    while (rows->next())
        lines.append(lineFrom(*rows));
    return lines;
}

Result<KeptRun> RunRepository::run(RunId id)
{
    auto row = m_database.run(u"SELECT %1, r.key_id, r.parameters, r.fallbacks, r.trace, r.ids, b.request, "
                              u"COALESCE(b.answer, '') %2 "
                              "WHERE r.id = :id"_s.arg(lineColumns(), LineJoins),
        {{":id", id.value()}});
    if (!row)
        return fail(row.error());
    if (!row->next())
        return fail(Error::Kind::NotFound, u"run %1"_s.arg(id.value()));
    KeptRun run;
    run.line = lineFrom(*row);
    if (const auto key = optionalCountFrom(row->value(24)))
        run.key = KeyId(*key);
    run.request = playgroundRequestFrom(jsonFrom(row->value(run.line.hasBodies ? 29 : 25)).object());
    run.fallbacks = textsFrom(jsonFrom(row->value(26)).array());
    run.timeout = timeoutFrom(jsonFrom(row->value(25)).object());
    run.trace = traceFrom(jsonFrom(row->value(27)).array());
    run.ids = answerIdsFrom(jsonFrom(row->value(28)).object());
    run.answer = row->value(30).toString();
    return run;
}

Outcome RunRepository::remove(RunId id)
{
    return m_database.execute(u"DELETE FROM playground_run WHERE id = :id"_s, {{":id", id.value()}});
}

Outcome RunRepository::removeAll()
{
    return m_database.execute(u"DELETE FROM playground_run"_s);
}

Outcome RunRepository::removeBodies()
{
    return m_database.execute(u"DELETE FROM playground_body"_s);
}

void RunRepository::wipe()
{
    // secure_delete writes over what is freed; the log may still hold the pages as they were.
    if (const auto done = m_database.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); !done)
        qCInfo(logStorage) << "the log keeps removed bodies until its next checkpoint:"
                           << toText(done.error().kind);
}

} // namespace tollkeeper
