// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/account.h"

#include <QObject>

namespace tollkeeper {

//! What one poll of one account came to.
struct PollResult {
    AccountId account;
    QString accountName;
    QString gateway;
    AccountState state = AccountState::NeverPolled;
    std::optional<Error> problem;
    //! Why the panel login told nothing, where there is one; the key went on alone.
    std::optional<Error> panelProblem = {};
    std::optional<QDateTime> fetchedAt; //!< UTC; of the last poll that counted
    int requests = 0; //!< sent in this poll, repeats included
    int newRows = 0; //!< slices added or changed
};

//! Asks the gateways, on a schedule and on demand, and brings what they say into storage, whole or not at
//! all. UI thread; lives as long as the application.
class SyncService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Polls every account, or one; accounts run side by side, one request in flight for each. An account
    //! whose poll is already running is not asked twice: its running poll answers.
    [[nodiscard]] virtual Async<QList<PollResult>> poll(AccountId only = {}) = 0;
    [[nodiscard]] virtual bool isPolling() const = 0;
    [[nodiscard]] virtual std::optional<QDateTime> lastPolledAt() const = 0; //!< UTC
    [[nodiscard]] virtual std::optional<QDateTime> nextPollAt() const = 0; //!< UTC; none: no schedule

Q_SIGNALS:
    void pollingChanged();
    void usageChanged(tollkeeper::AccountId account); //!< stored figures or health changed
};

} // namespace tollkeeper
