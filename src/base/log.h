// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace tollkeeper {

//! Off below "warning" unless QT_LOGGING_RULES says otherwise. No category ever prints a header, a query or a
//! body.
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logSecrets)
Q_DECLARE_LOGGING_CATEGORY(logStorage)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logAlerts)
Q_DECLARE_LOGGING_CATEGORY(logApp)

} // namespace tollkeeper
