// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema_versions.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Single requests. A row's id is its moment (epoch milliseconds) times 2^20 plus a number that tells apart
//! what began in the same millisecond: the table is its own index by time. What many rows share is a series;
//! the roll-up counts each series in stretches that no midnight of UTC or of the reporting zone cuts.
QStringList requestTables()
{
    return {
        uR"(CREATE TABLE import_file (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id), digest TEXT NOT NULL,
            name TEXT NOT NULL, format TEXT NOT NULL, mapping TEXT NOT NULL, bytes INTEGER NOT NULL,
            bytes_done INTEGER NOT NULL, lines_done INTEGER NOT NULL, added INTEGER NOT NULL,
            replaced INTEGER NOT NULL, same INTEGER NOT NULL, rejected INTEGER NOT NULL, is_whole INTEGER NOT NULL,
            state TEXT NOT NULL, started_at INTEGER NOT NULL, ended_at INTEGER,
            UNIQUE (account_id, digest)) STRICT)"_s,
        uR"(CREATE TABLE request_batch (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id), source INTEGER NOT NULL,
            origin TEXT NOT NULL, fetched_at INTEGER NOT NULL, import_file_id INTEGER REFERENCES import_file (id))
            STRICT)"_s,
        u"CREATE INDEX request_batch_by_origin ON request_batch (account_id, source, origin)"_s,
        uR"(CREATE TABLE series (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id), key_id INTEGER NOT NULL,
            requested_id INTEGER NOT NULL, served_id INTEGER NOT NULL, provider_id INTEGER NOT NULL,
            outcome INTEGER NOT NULL, fell_back INTEGER NOT NULL, http_status INTEGER NOT NULL,
            error_code TEXT NOT NULL, currency TEXT NOT NULL,
            UNIQUE (account_id, key_id, requested_id, served_id, provider_id, outcome, fell_back, http_status,
                error_code, currency)) STRICT)"_s,
        uR"(CREATE TABLE request (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, request_id TEXT NOT NULL, series_id INTEGER NOT NULL,
            batch_id INTEGER NOT NULL, input_tokens INTEGER, output_tokens INTEGER, billed_nanos INTEGER,
            byok_nanos INTEGER, first_byte_ms INTEGER, total_ms INTEGER, detail TEXT) STRICT)"_s,
        u"CREATE UNIQUE INDEX request_by_request_id ON request (request_id, account_id)"_s,
        // slots: bit n is set where a row began in the n-th half hour of the stretch.
        uR"(CREATE TABLE request_rollup (
            start_at INTEGER NOT NULL, series_id INTEGER NOT NULL, end_at INTEGER NOT NULL, requests INTEGER NOT NULL,
            unpriced INTEGER NOT NULL, billed_nanos INTEGER NOT NULL, byok_nanos INTEGER NOT NULL,
            input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL, highest_nanos INTEGER NOT NULL,
            slots INTEGER NOT NULL, PRIMARY KEY (start_at, series_id)) STRICT, WITHOUT ROWID)"_s,
        // Where the rows of a source are all there are.
        uR"(CREATE TABLE whole_interval (
            account_id INTEGER NOT NULL REFERENCES account (id), start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
            PRIMARY KEY (account_id, start_at)) STRICT, WITHOUT ROWID)"_s,
        // Rows have come that the pieces do not know yet; worked off after an import, or at the next start.
        uR"(CREATE TABLE stale_stretch (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id), start_at INTEGER NOT NULL,
            end_at INTEGER NOT NULL) STRICT)"_s,
    };
}

QStringList pollingTables()
{
    return {
        uR"(CREATE TABLE history (
            account_id INTEGER PRIMARY KEY REFERENCES account (id), cursor BLOB NOT NULL, done INTEGER NOT NULL,
            total INTEGER NOT NULL, state TEXT NOT NULL, started_at INTEGER NOT NULL, updated_at INTEGER NOT NULL)
            STRICT)"_s,
        uR"(CREATE TABLE generation_look_up (
            account_id INTEGER NOT NULL REFERENCES account (id), request_id TEXT NOT NULL, tries INTEGER NOT NULL,
            next_at INTEGER NOT NULL, gave_up INTEGER NOT NULL, PRIMARY KEY (account_id, request_id))
            STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE listing (
            account_id INTEGER NOT NULL REFERENCES account (id), model TEXT NOT NULL, display_name TEXT NOT NULL,
            canonical_name TEXT NOT NULL, unit INTEGER NOT NULL, currency TEXT NOT NULL,
            input_femtos INTEGER, output_femtos INTEGER,
            cache_read_femtos INTEGER, cache_write_femtos INTEGER, request_femtos INTEGER, web_search_femtos INTEGER,
            context_length INTEGER, expires_on INTEGER, fetched_at INTEGER NOT NULL,
            PRIMARY KEY (account_id, model)) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE gateway_limit (
            account_id INTEGER NOT NULL REFERENCES account (id), key_id INTEGER NOT NULL, kind INTEGER NOT NULL,
            name TEXT NOT NULL, currency TEXT NOT NULL, limit_nanos INTEGER, used_nanos INTEGER, limit_count INTEGER,
            used_count INTEGER, reset TEXT NOT NULL, resets_at INTEGER, fetched_at INTEGER NOT NULL,
            PRIMARY KEY (account_id, key_id, kind, name)) STRICT, WITHOUT ROWID)"_s,
        u"ALTER TABLE balance ADD COLUMN may_dip INTEGER NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE account ADD COLUMN panel_secret_name TEXT"_s,
        u"ALTER TABLE account ADD COLUMN panel_user TEXT"_s,
        u"ALTER TABLE account ADD COLUMN catalogue_at INTEGER"_s,
    };
}

QStringList personTables()
{
    return {
        // 1 unit of `base` is worth nanos / 10^9 of `quote` from that day on, until the next rate.
        uR"(CREATE TABLE exchange_rate (
            base TEXT NOT NULL, quote TEXT NOT NULL, day INTEGER NOT NULL, nanos INTEGER NOT NULL,
            source TEXT NOT NULL, entered_at INTEGER NOT NULL, PRIMARY KEY (base, quote, day)) STRICT, WITHOUT ROWID)"_s,
        u"CREATE TABLE saved_view (name TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID"_s,
    };
}

} // namespace

Migration secondVersion()
{
    return {"request rows, imports, history, prices, limits, exchange rates and saved views",
        requestTables() + pollingTables() + personTables()};
}

} // namespace tollkeeper
