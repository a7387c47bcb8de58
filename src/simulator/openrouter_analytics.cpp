// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/analytics_table.h"
#include "simulator/json_answer.h"
#include "simulator/json_row.h"
#include "simulator/openrouter_parts.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

using namespace analytics;

QString latin(const QByteArray &text)
{
    return QString::fromLatin1(text);
}

QString displayFormat(Writing writing)
{
    if (writing == Writing::CountText)
        return u"number"_s;
    return writing == Writing::Share ? u"percent"_s : u"currency"_s;
}

template<typename Terms>
QJsonArray namesAndLabels(const Terms &terms)
{
    QJsonArray list;
    for (const auto &term : terms)
        list.append(QJsonObject{{u"name"_s, latin(term.name)}, {u"display_label"_s, latin(term.label)}});
    return list;
}

QJsonArray metricTerms()
{
    QJsonArray list;
    for (const auto &metric : metrics()) {
        list.append(QJsonObject{{u"name"_s, latin(metric.name)}, {u"display_label"_s, latin(metric.label)},
            {u"display_format"_s, displayFormat(metric.writing)},
            {u"is_rate"_s, metric.writing == Writing::Share}});
    }
    return list;
}

QJsonArray operatorTerms()
{
    QJsonArray list;
    for (const auto &term : operators()) {
        list.append(QJsonObject{
            {u"name"_s, latin(term.name)}, {u"value_type"_s, term.takesList ? u"array"_s : u"scalar"_s}});
    }
    return list;
}

//! An object of one's own as the value of a member.
QByteArray object(const JsonRow &row)
{
    return '{' + row.members() + '}';
}

//! Where single generations are kept the column and the time look different from the daily sums.
void writeTime(JsonRow &row, const Query &query, const QDateTime &time)
{
    const bool fine = query.granularity->granularity <= Granularity::Hour;
    const auto whole = query.recent ? u"yyyy-MM-ddT00:00:00.000Z"_s : u"yyyy-MM-dd"_s;
    row.text((query.recent ? "created_at__" : "date__") + query.granularity->name,
        time.toString(fine ? u"yyyy-MM-dd HH:mm:ss"_s : whole).toLatin1());
}

void writeMetric(JsonRow &row, const Metric &metric, const Cell &cell)
{
    const auto value = metric.value(cell);
    if (metric.writing == Writing::CountText)
        row.text(metric.name, QByteArray::number(value));
    else if (metric.writing == Writing::CostPart && value == 0)
        row.json(metric.name, "null");
    else
        row.nanos(metric.name, value);
}

QByteArray rowText(const Query &query, const Row &row)
{
    JsonRow text;
    if (query.granularity)
        writeTime(text, query, row.time);
    for (std::size_t at = 0; at < query.dimensions.size(); ++at)
        text.text(query.dimensions[at]->name, row.labels[static_cast<qsizetype>(at)].toLatin1());
    for (const auto *metric : query.metrics)
        writeMetric(text, *metric, row.cell);
    return object(text);
}

void writeMetadata(JsonRow &data, const Table &table)
{
    JsonRow metadata;
    metadata.count("query_time_ms", 9).count("row_count", static_cast<qint64>(table.rows.size()));
    metadata.json("truncated", table.truncated ? "true" : "false");
    data.json("metadata", object(metadata));
}

//! Only what cannot change any more is answered from a cache, as of the last midnight.
void writeCache(JsonRow &data, const Query &query, const QDateTime &now)
{
    const auto midnight = now.date().startOfDay(Qt::UTC);
    if (query.end <= midnight)
        data.count("cachedAt", midnight.toMSecsSinceEpoch());
}

void writeWarnings(JsonRow &data, const QStringList &warnings)
{
    const QJsonDocument list(QJsonArray::fromStringList(warnings));
    if (!warnings.isEmpty())
        data.json("warnings", list.toJson(QJsonDocument::Compact));
}

} // namespace

Answer analyticsMeta(const Visit & /*visit*/, const Key & /*manager*/)
{
    const QJsonObject data{{u"metrics"_s, metricTerms()}, {u"dimensions"_s, namesAndLabels(dimensions())},
        {u"operators"_s, operatorTerms()}, {u"granularities"_s, namesAndLabels(granularities())}};
    return jsonAnswer({{u"data"_s, data}});
}

Answer analyticsQuery(const Visit &visit, const Key &manager)
{
    const auto body = objectIn(visit.asked.body);
    if (!body)
        return refused(400, u"The body must be a JSON object"_s);
    const auto &keys = visit.world.managed(manager.plan.account).keys;
    const auto query = queryFrom(*body, keys, visit.now);
    if (!query)
        return refused(400, query.error());
    const auto table = tableFor(*query, keys, visit.now);
    if (table.timedOut)
        return refused(408, u"The query took too long"_s);
    QByteArray rows;
    for (const auto &row : table.rows)
        rows += (rows.isEmpty() ? "" : ",") + rowText(*query, row);
    JsonRow data;
    data.json("data", '[' + rows + ']');
    writeMetadata(data, table);
    writeCache(data, *query, visit.now);
    writeWarnings(data, query->warnings);
    JsonRow envelope;
    envelope.json("data", object(data));
    return {.body = object(envelope)};
}

} // namespace tollkeeper::simulator::openrouter
