// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_answers.h"
#include "base/async.h"

#include <QObject>

namespace tollkeeper {

//! Questions about spend; the only reader of the ledger's totals. The application answers them from storage,
//! a test from a script. UI thread; answers come without blocking it.
class SpendReports : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Async<Overview> overview() = 0;
    [[nodiscard]] virtual Async<SpendTable> spend(SpendQuery query) = 0;

Q_SIGNALS:
    void changed(); //!< figures, accounts or alerts changed: ask again
};

} // namespace tollkeeper
