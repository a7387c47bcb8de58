// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema_versions.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Lists of ids and percentages are numbers with blanks between them.
QStringList budgetColumns()
{
    return {
        u"ALTER TABLE budget ADD COLUMN forecast_thresholds TEXT NOT NULL DEFAULT '100'"_s,
        u"ALTER TABLE budget ADD COLUMN scope TEXT NOT NULL DEFAULT 'everything'"_s,
        u"ALTER TABLE budget ADD COLUMN scope_value TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE budget ADD COLUMN period TEXT NOT NULL DEFAULT 'monthly'"_s,
        u"ALTER TABLE budget ADD COLUMN week_start INTEGER NOT NULL DEFAULT 1"_s,
        u"ALTER TABLE budget ADD COLUMN first_day INTEGER"_s,
        u"ALTER TABLE budget ADD COLUMN last_day INTEGER"_s,
        u"ALTER TABLE budget ADD COLUMN channels TEXT NOT NULL DEFAULT '1 2'"_s,
        u"ALTER TABLE budget ADD COLUMN is_paused INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE budget ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0"_s,
    };
}

QStringList ruleTables()
{
    return {
        uR"(CREATE TABLE alert_rule (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL UNIQUE, is_on INTEGER NOT NULL, severity TEXT NOT NULL,
            parameters TEXT NOT NULL, channels TEXT NOT NULL) STRICT)"_s,
        uR"(CREATE TABLE channel (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL UNIQUE, is_on INTEGER NOT NULL,
            settings TEXT NOT NULL, address_secret_name TEXT NOT NULL, secret_name TEXT NOT NULL,
            hint TEXT NOT NULL) STRICT)"_s,
        uR"(INSERT INTO channel (id, kind, name, is_on, settings, address_secret_name, secret_name, hint)
            VALUES (1, 'desktop', 'Desktop notifications', 1, '{}', '', '', ''),
                   (2, 'tray', 'Tray icon', 1, '{}', '', '', ''))"_s,
        // What rules look back at, and nothing else keeps.
        uR"(CREATE TABLE outage (
            account_id INTEGER NOT NULL REFERENCES account (id), began_at INTEGER NOT NULL, ended_at INTEGER,
            polls INTEGER NOT NULL, state TEXT NOT NULL,
            PRIMARY KEY (account_id, began_at)) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE listing_change (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id), model TEXT NOT NULL,
            at INTEGER NOT NULL, currency TEXT NOT NULL, unit INTEGER NOT NULL, input_before INTEGER,
            input_after INTEGER, output_before INTEGER, output_after INTEGER) STRICT)"_s,
        u"CREATE INDEX listing_change_by_time ON listing_change (at)"_s,
        // Minutes of the day; NULL: no quiet hours.
        u"ALTER TABLE workspace ADD COLUMN quiet_from INTEGER"_s,
        u"ALTER TABLE workspace ADD COLUMN quiet_until INTEGER"_s,
        u"ALTER TABLE workspace ADD COLUMN alerts_paused_until INTEGER"_s,
        // When budgets and rules were last looked at: what came true since is late.
        u"ALTER TABLE workspace ADD COLUMN evaluated_at INTEGER"_s,
    };
}

QStringList alertTables()
{
    return {
        u"ALTER TABLE alert RENAME TO alert_before"_s,
        // The unique key is the promise: one record for each crossing, whatever crashes.
        uR"(CREATE TABLE alert (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL, source INTEGER NOT NULL, subject TEXT NOT NULL,
            step INTEGER NOT NULL, occurrence TEXT NOT NULL, severity TEXT NOT NULL, state TEXT NOT NULL,
            facts TEXT NOT NULL, raised_at INTEGER NOT NULL, last_true_at INTEGER NOT NULL,
            acknowledged_at INTEGER, snoozed_until INTEGER, resolved_at INTEGER, is_late INTEGER NOT NULL,
            owner TEXT NOT NULL, note TEXT NOT NULL, notices INTEGER NOT NULL,
            UNIQUE (kind, source, subject, step, occurrence)) STRICT)"_s,
        u"CREATE INDEX alert_by_time ON alert (raised_at)"_s,
        u"CREATE INDEX alert_true ON alert (kind, source) WHERE state <> 'resolved'"_s,
        uR"(CREATE TABLE alert_event (
            id INTEGER PRIMARY KEY, alert_id INTEGER NOT NULL REFERENCES alert (id), at INTEGER NOT NULL,
            what TEXT NOT NULL, text TEXT NOT NULL) STRICT)"_s,
        u"CREATE INDEX alert_event_by_alert ON alert_event (alert_id, at)"_s,
        // One row for each round of notices and channel: at most one notice for each.
        uR"(CREATE TABLE delivery (
            id INTEGER PRIMARY KEY, alert_id INTEGER NOT NULL REFERENCES alert (id), channel_id INTEGER NOT NULL,
            round INTEGER NOT NULL, reason TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
            next_try_at INTEGER NOT NULL, done_at INTEGER, receipt TEXT NOT NULL, notice_id INTEGER NOT NULL,
            is_repeated INTEGER NOT NULL, is_bundled INTEGER NOT NULL,
            UNIQUE (alert_id, channel_id, round, reason)) STRICT)"_s,
        u"CREATE INDEX delivery_due ON delivery (next_try_at) WHERE state IN ('queued', 'intended', 'failed')"_s,
    };
}

//! The alerts of before: of the one monthly budget there was.
QStringList earlierAlerts()
{
    return {
        uR"(INSERT INTO alert (id, kind, source, subject, step, occurrence, severity, state, facts, raised_at,
                last_true_at, acknowledged_at, is_late, owner, note, notices)
            SELECT id, 'budget_spent', budget_id, 'budget:' || budget_id, threshold, date(period_first),
                CASE WHEN threshold >= 100 THEN 'critical' WHEN threshold >= 80 THEN 'warning' ELSE 'info' END,
                CASE WHEN acknowledged_at IS NULL THEN 'firing' ELSE 'acknowledged' END,
                json_object('name', budget_name,
                    'spent', json_object('amount', printf('%d.%09d', spent_nanos / 1000000000,
                        spent_nanos % 1000000000), 'currency', currency),
                    'limit', json_object('amount', printf('%d.%09d', limit_nanos / 1000000000,
                        limit_nanos % 1000000000), 'currency', currency),
                    'period_first', date(period_first), 'period_last', date(period_last),
                    'at_least', json(CASE WHEN is_at_least THEN 'true' ELSE 'false' END)),
                raised_at, raised_at, acknowledged_at, 0, '', '', 1 FROM alert_before)"_s,
        uR"(INSERT INTO alert_event (alert_id, at, what, text) SELECT id, raised_at, 'raised', '' FROM alert_before)"_s,
        uR"(INSERT INTO alert_event (alert_id, at, what, text)
            SELECT id, acknowledged_at, 'acknowledged', '' FROM alert_before WHERE acknowledged_at IS NOT NULL)"_s,
        uR"(INSERT INTO delivery (alert_id, channel_id, round, reason, state, attempts, next_try_at, done_at, receipt,
                notice_id, is_repeated, is_bundled)
            SELECT id, 1, 1, 'raised', CASE notice WHEN 'shown' THEN 'delivered' WHEN 'unavailable' THEN 'unavailable'
                    WHEN 'intended' THEN 'intended' ELSE 'queued' END,
                CASE notice WHEN 'not_wanted' THEN 0 ELSE 1 END, raised_at,
                CASE WHEN notice IN ('shown', 'unavailable') THEN raised_at END, '', notice_id, is_repeated, 0
            FROM alert_before)"_s,
        u"DROP TABLE alert_before"_s,
    };
}

} // namespace

Migration fourthVersion()
{
    return {"budgets of any scope, rules, channels, what became of alerts and their notices",
        budgetColumns() + ruleTables() + alertTables() + earlierAlerts()};
}

} // namespace tollkeeper
