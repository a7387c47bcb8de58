// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema_versions.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Migration seventhVersion()
{
    return {"how each run of the Playground ended, and whether its cost is all of it",
        {
            // Empty: kept before this version, which did not tell.
            u"ALTER TABLE playground_run ADD COLUMN run_end TEXT NOT NULL DEFAULT ''"_s,
            // 0: what was told of its cost is the least it can be. Older runs stay as they were shown.
            u"ALTER TABLE playground_run ADD COLUMN is_cost_whole INTEGER NOT NULL DEFAULT 1"_s,
        }};
}

} // namespace tollkeeper
