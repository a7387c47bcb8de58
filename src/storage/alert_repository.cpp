// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/alert_repository.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString jsonText(const AlertFacts &facts)
{
    return QString::fromUtf8(QJsonDocument(toJson(facts)).toJson(QJsonDocument::Compact));
}

//! Columns of an alert, in the order of AlertRepository::select().
Alert alertFrom(const QSqlQuery &row)
{
    Alert alert;
    alert.id = AlertId(row.value(0).toLongLong());
    alert.kind = alertKindFromText(row.value(1).toString()).value_or(AlertKind::BudgetSpent);
    alert.source = row.value(2).toLongLong();
    alert.subject = row.value(3).toString();
    alert.step = row.value(4).toInt();
    alert.occurrence = row.value(5).toString();
    alert.severity = alertSeverityFromText(row.value(6).toString());
    alert.state = alertStateFromText(row.value(7).toString());
    alert.facts = alertFactsFrom(QJsonDocument::fromJson(row.value(8).toString().toUtf8()).object());
    alert.raisedAt = momentFrom(row.value(9));
    alert.lastTrueAt = momentFrom(row.value(10));
    alert.acknowledgedAt = optionalMomentFrom(row.value(11));
    alert.snoozedUntil = optionalMomentFrom(row.value(12));
    alert.resolvedAt = optionalMomentFrom(row.value(13));
    alert.isLate = row.value(14).toBool();
    alert.owner = row.value(15).toString();
    alert.note = row.value(16).toString();
    alert.notices = row.value(17).toInt();
    alert.isRepeated = row.value(18).toBool();
    return alert;
}

std::optional<Alert> firstOf(const QList<Alert> &alerts)
{
    return alerts.isEmpty() ? std::nullopt : std::optional(alerts.constFirst());
}

} // namespace

Result<std::optional<AlertId>> AlertRepository::addOnce(const Alert &alert)
{
    auto row = m_database.run(
        uR"(INSERT INTO alert (kind, source, subject, step, occurrence, severity, state, facts, raised_at, last_true_at,
                is_late, owner, note, notices)
            VALUES (:kind, :source, :subject, :step, :occurrence, :severity, :state, :facts, :raised, :true, :late, :owner,
                :note, :notices)
            ON CONFLICT (kind, source, subject, step, occurrence) DO NOTHING RETURNING id)"_s,
        {{":kind", QString(toText(alert.kind))}, {":source", alert.source}, {":subject", alert.subject},
            {":step", alert.step}, {":occurrence", alert.occurrence},
            {":severity", QString(toText(alert.severity))}, {":state", QString(toText(alert.state))},
            {":facts", jsonText(alert.facts)}, {":raised", toColumn(alert.raisedAt)},
            {":true", toColumn(alert.lastTrueAt)}, {":late", alert.isLate}, {":owner", alert.owner},
            {":note", alert.note}, {":notices", alert.notices}});
    if (!row)
        return fail(row.error());
    return row->next() ? std::optional(AlertId(row->value(0).toLongLong())) : std::nullopt;
}

Outcome AlertRepository::update(const Alert &alert)
{
    return m_database.execute(
        uR"(UPDATE alert SET severity = :severity, state = :state, facts = :facts, last_true_at = :true,
                acknowledged_at = :acknowledged, snoozed_until = :snoozed, resolved_at = :resolved, is_late = :late,
                owner = :owner, note = :note, notices = :notices WHERE id = :id)"_s,
        {{":id", alert.id.value()}, {":severity", QString(toText(alert.severity))},
            {":state", QString(toText(alert.state))}, {":facts", jsonText(alert.facts)},
            {":true", toColumn(alert.lastTrueAt)}, {":acknowledged", toColumn(alert.acknowledgedAt)},
            {":snoozed", toColumn(alert.snoozedUntil)}, {":resolved", toColumn(alert.resolvedAt)},
            {":late", alert.isLate}, {":owner", alert.owner}, {":note", alert.note},
            {":notices", alert.notices}});
}

Outcome AlertRepository::addEvent(AlertId alert, const AlertEvent &event)
{
    return m_database.execute(
        u"INSERT INTO alert_event (alert_id, at, what, text) VALUES (:alert, :at, :what, :text)"_s,
        {{":alert", alert.value()}, {":at", toColumn(event.at)}, {":what", QString(toText(event.what))},
            {":text", event.text}});
}

Result<std::optional<Alert>> AlertRepository::byId(AlertId alert)
{
    const auto found = select(u"WHERE id = :id"_s, {{":id", alert.value()}});
    return found ? Result<std::optional<Alert>>(firstOf(*found)) : fail(found.error());
}

Result<std::optional<Alert>> AlertRepository::recordOf(const AlertFinding &finding)
{
    const auto tail = u"WHERE kind = :kind AND source = :source AND subject = :subject AND step = :step"_s
        + (finding.occurrence.isEmpty() ? u" ORDER BY raised_at DESC, id DESC LIMIT 1"_s
                                        : u" AND occurrence = :occurrence"_s);
    const auto found = finding.occurrence.isEmpty()
        ? select(tail,
            {{":kind", QString(toText(finding.kind))}, {":source", finding.source},
                {":subject", finding.subject}, {":step", finding.step}})
        : select(tail,
            {{":kind", QString(toText(finding.kind))}, {":source", finding.source},
                {":subject", finding.subject}, {":step", finding.step}, {":occurrence", finding.occurrence}});
    return found ? Result<std::optional<Alert>>(firstOf(*found)) : fail(found.error());
}

Result<QList<Alert>> AlertRepository::unresolved(AlertKind kind, qint64 source)
{
    return select(
        u"WHERE state <> 'resolved' AND kind = :kind AND (:source = 0 OR source = :source) ORDER BY id"_s,
        {{":kind", QString(toText(kind))}, {":source", source}});
}

Result<QList<Alert>> AlertRepository::unresolved()
{
    return select(u"WHERE state <> 'resolved' ORDER BY id"_s);
}

Result<QList<Alert>> AlertRepository::latest(int count)
{
    return select(u"ORDER BY raised_at DESC, step DESC, id DESC LIMIT %1"_s.arg(count));
}

Result<QList<Alert>> AlertRepository::latestIn(const QList<AlertState> &states, int count)
{
    QStringList words;
    for (const auto state : states)
        words.append(u'\'' + QString(toText(state)) + u'\'');
    return select(
        u"WHERE state IN (%1) ORDER BY raised_at DESC, step DESC, id DESC LIMIT %2"_s.arg(words.join(u','))
            .arg(count));
}

Result<AlertCounts> AlertRepository::counts()
{
    auto row
        = m_database.run(uR"(SELECT COALESCE(SUM(state = 'firing'), 0), COALESCE(SUM(state = 'snoozed'), 0),
            COALESCE(SUM(state IN ('acknowledged', 'resolved')), 0),
            COALESCE(SUM(state = 'firing' AND severity = 'critical'), 0) FROM alert)"_s);
    if (!row)
        return fail(row.error());
    AlertCounts counts;
    if (row->next())
        counts = {row->value(0).toInt(), row->value(1).toInt(), row->value(2).toInt(), row->value(3).toInt()};
    return counts;
}

Result<QString> AlertRepository::stamp()
{
    const auto stamp = m_database.value(uR"(SELECT COALESCE((SELECT MAX(id) FROM alert_event), 0) || ' '
            || COALESCE((SELECT group_concat(severity || facts) FROM alert WHERE state <> 'resolved'), ''))"_s);
    return stamp ? Result<QString>(stamp->toString()) : fail(stamp.error());
}

Result<std::optional<Alert>> AlertRepository::lastOf(AlertKind kind)
{
    const auto found = select(
        u"WHERE kind = :kind ORDER BY raised_at DESC, id DESC LIMIT 1"_s, {{":kind", QString(toText(kind))}});
    return found ? Result<std::optional<Alert>>(firstOf(*found)) : fail(found.error());
}

Result<int> AlertRepository::raisedBetween(const QDateTime &from, const QDateTime &until)
{
    const auto count = m_database.value(uR"(SELECT COUNT(*) FROM alert
            WHERE raised_at >= :from AND raised_at < :until AND kind <> 'weekly_digest')"_s,
        {{":from", toColumn(from)}, {":until", toColumn(until)}});
    return count ? Result<int>(count->toInt()) : fail(count.error());
}

Result<QList<AlertEvent>> AlertRepository::events(AlertId alert)
{
    auto rows
        = m_database.run(u"SELECT at, what, text FROM alert_event WHERE alert_id = :alert ORDER BY at, id"_s,
            {{":alert", alert.value()}});
    if (!rows)
        return fail(rows.error());
    QList<AlertEvent> events;
    while (rows->next())
        events.append({momentFrom(rows->value(0)), alertEventFromText(rows->value(1).toString()),
            rows->value(2).toString()});
    return events;
}

Result<QList<Alert>> AlertRepository::select(
    const QString &tail, std::initializer_list<Database::Binding> bindings)
{
    auto rows = m_database.run(
        uR"(SELECT id, kind, source, subject, step, occurrence, severity, state, facts, raised_at, last_true_at,
                acknowledged_at, snoozed_until, resolved_at, is_late, owner, note, notices,
                EXISTS (SELECT 1 FROM delivery WHERE alert_id = alert.id AND is_repeated) FROM alert )"_s
            + tail,
        bindings);
    if (!rows)
        return fail(rows.error());
    QList<Alert> alerts;
    while (rows->next())
        alerts.append(alertFrom(*rows));
    return alerts;
}

} // namespace tollkeeper
