// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

namespace tollkeeper {

Q_LOGGING_CATEGORY(logNet, "tollkeeper.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logSecrets, "tollkeeper.secrets", QtWarningMsg)
Q_LOGGING_CATEGORY(logStorage, "tollkeeper.storage", QtWarningMsg)
Q_LOGGING_CATEGORY(logSync, "tollkeeper.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(logAlerts, "tollkeeper.alerts", QtWarningMsg)
Q_LOGGING_CATEGORY(logApp, "tollkeeper.app", QtWarningMsg)

} // namespace tollkeeper
