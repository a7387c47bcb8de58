// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema_versions.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

// Times are UTC epoch milliseconds, money whole 10^-9 units beside a currency, days Julian day numbers of the
// reporting zone. What a gateway did not tell is NULL, never 0.
Migration firstVersion()
{
    return {"accounts, keys, the ledger, budgets and alerts",
        {
            uR"(CREATE TABLE workspace (
                id INTEGER PRIMARY KEY CHECK (id = 1), zone TEXT NOT NULL) STRICT)"_s,
            uR"(CREATE TABLE account (
                id INTEGER PRIMARY KEY, gateway TEXT NOT NULL, name TEXT NOT NULL, base_url TEXT NOT NULL,
                role TEXT NOT NULL, secret_name TEXT NOT NULL, masked_key TEXT NOT NULL,
                tells_spend INTEGER NOT NULL, added_at INTEGER NOT NULL, removed_at INTEGER,
                state TEXT NOT NULL DEFAULT 'never_polled', fetched_at INTEGER, tried_at INTEGER,
                failing_since INTEGER, failures INTEGER NOT NULL DEFAULT 0, problem TEXT) STRICT)"_s,
            u"CREATE UNIQUE INDEX account_by_name ON account (name) WHERE removed_at IS NULL"_s,
            uR"(CREATE TABLE api_key (
                id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id),
                remote_id TEXT NOT NULL, name TEXT NOT NULL, masked TEXT NOT NULL, is_disabled INTEGER NOT NULL,
                cap_nanos INTEGER, cap_used_nanos INTEGER, cap_currency TEXT, cap_reset TEXT,
                expires_at INTEGER, first_seen_at INTEGER NOT NULL, last_seen_at INTEGER NOT NULL, gone_at INTEGER,
                UNIQUE (account_id, remote_id)) STRICT)"_s,
            // Who a key belonged to at a time: history keeps the labels it had (ledger rule 12).
            uR"(CREATE TABLE key_label (
                key_id INTEGER NOT NULL REFERENCES api_key (id), valid_from INTEGER NOT NULL,
                environment TEXT NOT NULL, team TEXT NOT NULL, owner TEXT NOT NULL, tags TEXT NOT NULL,
                PRIMARY KEY (key_id, valid_from)) STRICT, WITHOUT ROWID)"_s,
            u"CREATE TABLE model (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT"_s,
            u"CREATE TABLE provider (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT"_s,
            // The last reading of each counter; what came before it lives on as slices.
            uR"(CREATE TABLE counter (
                account_id INTEGER NOT NULL REFERENCES account (id), key_id INTEGER NOT NULL, endpoint TEXT NOT NULL,
                read_at INTEGER NOT NULL, currency TEXT NOT NULL, billed_nanos INTEGER NOT NULL,
                byok_nanos INTEGER NOT NULL, PRIMARY KEY (account_id, key_id)) STRICT, WITHOUT ROWID)"_s,
            uR"(CREATE TABLE balance (
                account_id INTEGER NOT NULL REFERENCES account (id), first_at INTEGER NOT NULL,
                read_at INTEGER NOT NULL, currency TEXT NOT NULL, nanos INTEGER NOT NULL, endpoint TEXT NOT NULL,
                PRIMARY KEY (account_id, first_at)) STRICT, WITHOUT ROWID)"_s,
            uR"(CREATE TABLE slice (
                id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id),
                start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, key_id INTEGER NOT NULL,
                model_id INTEGER NOT NULL, provider_id INTEGER NOT NULL, currency TEXT NOT NULL,
                billed_nanos INTEGER NOT NULL, byok_nanos INTEGER NOT NULL, requests INTEGER,
                input_tokens INTEGER, output_tokens INTEGER, rank INTEGER NOT NULL, splits_only INTEGER NOT NULL,
                endpoint TEXT NOT NULL, fetched_at INTEGER NOT NULL,
                UNIQUE (account_id, endpoint, key_id, start_at, model_id, provider_id, currency)) STRICT)"_s,
            u"CREATE INDEX slice_by_time ON slice (account_id, start_at)"_s,
            u"CREATE INDEX slice_by_end ON slice (account_id, end_at)"_s,
            // The roll-up: what counts, worked out from the slices in the transaction that changed them.
            uR"(CREATE TABLE piece (
                id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL, currency TEXT NOT NULL,
                start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, local_day INTEGER NOT NULL,
                billed_nanos INTEGER NOT NULL, byok_nanos INTEGER NOT NULL, requests INTEGER,
                input_tokens INTEGER, output_tokens INTEGER, rank INTEGER NOT NULL, endpoint TEXT NOT NULL,
                fetched_at INTEGER NOT NULL, is_estimated INTEGER NOT NULL, spans_days INTEGER NOT NULL) STRICT)"_s,
            u"CREATE INDEX piece_by_time ON piece (account_id, start_at)"_s,
            u"CREATE INDEX piece_by_day ON piece (local_day, account_id)"_s,
            uR"(CREATE TABLE share (
                piece_id INTEGER NOT NULL, dimension INTEGER NOT NULL, ref INTEGER NOT NULL,
                billed_nanos INTEGER NOT NULL, byok_nanos INTEGER NOT NULL, requests INTEGER,
                input_tokens INTEGER, output_tokens INTEGER,
                PRIMARY KEY (piece_id, dimension, ref)) STRICT, WITHOUT ROWID)"_s,
            uR"(CREATE TABLE restatement (
                id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id),
                utc_day INTEGER NOT NULL, currency TEXT NOT NULL, old_nanos INTEGER NOT NULL,
                new_nanos INTEGER NOT NULL, noticed_at INTEGER NOT NULL) STRICT)"_s,
            uR"(CREATE TABLE budget (
                id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, limit_nanos INTEGER NOT NULL, currency TEXT NOT NULL,
                includes_byok INTEGER NOT NULL, thresholds TEXT NOT NULL) STRICT)"_s,
            // The unique key is the promise: one record per budget, threshold and period, whatever crashes.
            uR"(CREATE TABLE alert (
                id INTEGER PRIMARY KEY, budget_id INTEGER NOT NULL REFERENCES budget (id), budget_name TEXT NOT NULL,
                threshold INTEGER NOT NULL, period_first INTEGER NOT NULL, period_last INTEGER NOT NULL,
                currency TEXT NOT NULL, limit_nanos INTEGER NOT NULL, spent_nanos INTEGER NOT NULL,
                raised_at INTEGER NOT NULL, is_at_least INTEGER NOT NULL, notice TEXT NOT NULL,
                notice_id INTEGER NOT NULL DEFAULT 0, is_repeated INTEGER NOT NULL DEFAULT 0, acknowledged_at INTEGER,
                UNIQUE (budget_id, threshold, period_first)) STRICT)"_s,
        }};
}

} // namespace tollkeeper
