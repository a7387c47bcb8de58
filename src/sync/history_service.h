// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/account_history.h"

#include <QList>
#include <QObject>

namespace tollkeeper {

//! Reads what gateways know of the time before an account was added, and of gaps, page by page: a page is
//! stored together with the way to the next one, so that a back-fill can stop anywhere and goes on from
//! there, after a restart too. UI thread; lives as long as the application.
class HistoryService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Of every account that has or had one to read.
    [[nodiscard]] virtual Async<QList<AccountHistory>> all() = 0;
    //! Stops after the page that is on its way; what was stored stays.
    [[nodiscard]] virtual Async<Done> pause(AccountId account) = 0;
    //! Goes on where it was paused, or tries again at once where it failed.
    [[nodiscard]] virtual Async<Done> resume(AccountId account) = 0;

Q_SIGNALS:
    void progressed(tollkeeper::AccountId account, int done, int total); //!< total 0: not known yet
    //! It was read to its end, paused, or failed and waits: figures may have changed.
    void stopped(tollkeeper::AccountId account);
};

} // namespace tollkeeper
