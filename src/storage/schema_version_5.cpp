// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema_versions.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! What was asked and answered lies apart: a person may want it gone while the runs stay.
QStringList historyTables()
{
    return {
        uR"(CREATE TABLE playground_run (
            id INTEGER PRIMARY KEY, started_at INTEGER NOT NULL,
            account_id INTEGER NOT NULL REFERENCES account (id), account_name TEXT NOT NULL, key_id INTEGER,
            key_name TEXT NOT NULL, protocol TEXT NOT NULL, requested_model TEXT NOT NULL, served_model TEXT NOT NULL,
            served_provider TEXT NOT NULL, category TEXT NOT NULL, is_complete INTEGER NOT NULL,
            http_status INTEGER NOT NULL, code TEXT NOT NULL, attempts INTEGER NOT NULL, input_tokens INTEGER,
            output_tokens INTEGER, cost_nanos INTEGER, currency TEXT NOT NULL, total_ms INTEGER NOT NULL,
            request_id TEXT NOT NULL, parameters TEXT NOT NULL, fallbacks TEXT NOT NULL, trace TEXT NOT NULL,
            ids TEXT NOT NULL) STRICT)"_s,
        u"CREATE INDEX playground_run_by_time ON playground_run (started_at)"_s,
        uR"(CREATE TABLE playground_body (
            run_id INTEGER PRIMARY KEY REFERENCES playground_run (id) ON DELETE CASCADE, prompt TEXT NOT NULL,
            request TEXT NOT NULL, answer TEXT NOT NULL) STRICT)"_s,
        u"CREATE TABLE playground_preset (name TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID"_s,
        u"ALTER TABLE workspace ADD COLUMN keeps_bodies INTEGER NOT NULL DEFAULT 0"_s,
    };
}

//! Which rows of the ledger were sent from here. A batch says where a row was heard of last; once its bill
//! has come, nothing else says where it began.
QStringList originTable()
{
    return {
        uR"(CREATE TABLE playground_request (
            account_id INTEGER NOT NULL REFERENCES account (id), request_id TEXT NOT NULL,
            PRIMARY KEY (account_id, request_id)) STRICT, WITHOUT ROWID)"_s,
        // A row's id begins with its moment: older rows than the first batch could hold are not looked at.
        uR"(INSERT INTO playground_request (account_id, request_id)
            SELECT account_id, request_id FROM request
            WHERE id >= (SELECT MIN(fetched_at) - 86400000 FROM request_batch WHERE source = 1) * 1048576
                AND batch_id IN (SELECT id FROM request_batch WHERE source = 1))"_s,
    };
}

} // namespace

Migration fifthVersion()
{
    return {"the Playground's runs, presets and the requests that were sent from it",
        historyTables() + originTable()};
}

} // namespace tollkeeper
