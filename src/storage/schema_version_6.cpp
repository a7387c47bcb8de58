// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema_versions.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Migration sixthVersion()
{
    return {"when the Playground asks before it sends, and the ledger's rows of each run",
        {
            // NULL: never by the amount. The default is one unit of the gateway's currency.
            u"ALTER TABLE workspace ADD COLUMN ask_above_nanos INTEGER DEFAULT 1000000000"_s,
            u"ALTER TABLE workspace ADD COLUMN ask_percent INTEGER NOT NULL DEFAULT 20"_s,
            // A bill may come long after its run: the ledger knows the cost better than the run.
            uR"(CREATE TABLE playground_run_request (
                run_id INTEGER NOT NULL REFERENCES playground_run (id) ON DELETE CASCADE, request_id TEXT NOT NULL,
                PRIMARY KEY (run_id, request_id)) STRICT, WITHOUT ROWID)"_s,
        }};
}

} // namespace tollkeeper
