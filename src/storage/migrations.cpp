// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "storage/schema_versions.h"

namespace tollkeeper {

const QList<Migration> &migrations()
{
    static const QList<Migration> steps{firstVersion(), secondVersion(), thirdVersion(), fourthVersion(),
        fifthVersion(), sixthVersion(), seventhVersion()};
    return steps;
}

} // namespace tollkeeper
