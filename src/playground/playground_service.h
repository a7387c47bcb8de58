// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/send_order.h"
#include "playground/playground_run.h"

#include <QObject>

namespace tollkeeper {

//! Sends requests by a person's policy. UI thread; lives as long as the application. Several runs may be
//! under way; `run` is the number each caller gave its own.
class PlaygroundService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Fails only where nothing was sent: no such account or key, no secret (see SecretStore), a protocol or
    //! wish the gateway does not offer (NotOffered), a body that is none (InvalidInput), stopped before the
    //! key had been read (Cancelled), the app locked (AppLocked). Everything else is
    //! told by the run. Stopping closes the connection; what had come is kept. Call request_stop() on the UI
    //! thread.
    [[nodiscard]] virtual Async<PlaygroundRun> send(SendOrder order, std::stop_token stop, qint64 run) = 0;

Q_SIGNALS:
    //! A POST goes out: the first is number 1. Text of the one before is not what this one will say.
    void attemptStarted(qint64 run, int number, const QString &model);
    //! What the text of the running attempt has grown by. Server text.
    void textArrived(qint64 run, const QString &text);
    void attemptEnded(qint64 run, const tollkeeper::SentRequest &sent);
    //! The policy waits before the next one.
    void waiting(qint64 run, std::chrono::milliseconds wait);
};

} // namespace tollkeeper
