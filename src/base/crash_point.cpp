// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crash_point.h"

#include <QByteArray>

#include <csignal>

namespace tollkeeper {

void crashPoint(const char *name)
{
    static const auto wanted = qgetenv("CRASH_AT"); // read once: points lie on hot paths
    if (!wanted.isEmpty() && wanted == name)
        (void)std::raise(SIGKILL);
}

} // namespace tollkeeper
