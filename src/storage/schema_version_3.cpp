// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema_versions.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Lists are stored one entry per line; NULL is "not told", an empty text "none".
QStringList keyColumns()
{
    return {
        u"ALTER TABLE api_key ADD COLUMN created_at INTEGER"_s,
        u"ALTER TABLE api_key ADD COLUMN last_used_at INTEGER"_s,
        u"ALTER TABLE api_key ADD COLUMN counts_byok INTEGER"_s,
        u"ALTER TABLE api_key ADD COLUMN allowed_models TEXT"_s,
        u"ALTER TABLE api_key ADD COLUMN allowed_addresses TEXT"_s,
        u"ALTER TABLE api_key ADD COLUMN denied_addresses TEXT"_s,
        u"ALTER TABLE api_key ADD COLUMN remote_group TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE api_key ADD COLUMN rotation_days INTEGER"_s,
        u"ALTER TABLE api_key ADD COLUMN replaces_id INTEGER REFERENCES api_key (id)"_s,
        // Of a secret this machine holds: where it lies and what is safe to know of it, never itself.
        u"ALTER TABLE api_key ADD COLUMN secret_name TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE api_key ADD COLUMN secret_masked TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE api_key ADD COLUMN secret_fingerprint TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE account ADD COLUMN key_fingerprint TEXT NOT NULL DEFAULT ''"_s,
    };
}

QStringList keyTables()
{
    return {
        uR"(CREATE TABLE key_event (
            id INTEGER PRIMARY KEY, key_id INTEGER NOT NULL REFERENCES api_key (id), what TEXT NOT NULL,
            origin INTEGER NOT NULL, at INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL) STRICT)"_s,
        u"CREATE INDEX key_event_by_key ON key_event (key_id, at)"_s,
        uR"(CREATE TABLE rotation (
            id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES account (id),
            old_key_id INTEGER NOT NULL REFERENCES api_key (id), new_key_id INTEGER REFERENCES api_key (id),
            step TEXT NOT NULL, is_pasted INTEGER NOT NULL, new_name TEXT NOT NULL, new_secret_name TEXT NOT NULL,
            started_at INTEGER NOT NULL, created_at INTEGER, saved_at INTEGER, deployed_at INTEGER,
            disabled_at INTEGER, ended_at INTEGER, wait_until INTEGER) STRICT)"_s,
        // A key is replaced once at a time.
        u"CREATE UNIQUE INDEX rotation_open ON rotation (old_key_id) WHERE ended_at IS NULL"_s,
        u"ALTER TABLE workspace ADD COLUMN rotation_days INTEGER NOT NULL DEFAULT 90"_s,
        // Minutes without input after which secrets are locked; 0: never.
        u"ALTER TABLE workspace ADD COLUMN lock_minutes INTEGER NOT NULL DEFAULT 0"_s,
        // The keychain that answered last, to notice that another one answers now.
        u"ALTER TABLE workspace ADD COLUMN keychain_name TEXT NOT NULL DEFAULT ''"_s,
    };
}

} // namespace

Migration thirdVersion()
{
    return {"what keys are protected by, what happened to them, rotations", keyColumns() + keyTables()};
}

} // namespace tollkeeper
