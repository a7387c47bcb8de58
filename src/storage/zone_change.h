// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QTimeZone>

namespace tollkeeper {

//! Sets the reporting zone of the workspace (ledger rule 7) and works out anew what lies on which day: the
//! roll-up of rows and all pieces. One transaction: a reader sees the old days or the new ones. Takes seconds
//! where there are millions of rows. Error::Kind::InvalidInput for a zone that does not exist. Writer thread.
[[nodiscard]] Outcome changeZone(Database &database, const QTimeZone &zone, const QDateTime &now);

} // namespace tollkeeper
