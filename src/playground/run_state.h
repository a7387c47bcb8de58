// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/send_order.h"
#include "playground/next_step.h"
#include "playground/spend_count.h"

#include <QElapsedTimer>

namespace tollkeeper {

//! A run under way: which model is asked, how often it was, what has come of it, and how much time is left.
class RunState {
public:
    //! `prices`: of the account's models; only with a ceiling.
    RunState(const SendOrder &order, const QList<ModelListing> &prices);

    //! The one to ask now.
    [[nodiscard]] const QString &model() const { return m_models.constFirst(); }
    //! How long the next attempt may take.
    [[nodiscard]] std::chrono::milliseconds timeout() const;
    void add(SentRequest sent);
    //! What the policy says after the last attempt.
    [[nodiscard]] NextStep next() const;
    //! REQUIRES: next() said so.
    void goOn(NextStep::Kind kind);
    [[nodiscard]] PlaygroundRun ended(RunEnd end) const;

private:
    SendPolicy m_policy;
    QString m_askedFor;
    QStringList m_models; //!< the one that is asked, then the fallbacks
    int m_tries = 1;
    QElapsedTimer m_watch;
    SpendCount m_spend;
    PlaygroundRun m_run;
};

} // namespace tollkeeper
