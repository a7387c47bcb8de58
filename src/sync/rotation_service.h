// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/secret.h"
#include "domain/rotation.h"

#include <QObject>

#include <memory>

namespace tollkeeper {

//! Replaces keys, step by step, over days and restarts. UI thread. Each call does one step, stores its
//! outcome before the next and can be repeated after any failure or end of the program. The old key is never
//! disabled before the new one is stored, proved and said to be in use, and never deleted before it was
//! disabled.
class RotationService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Begins. The new key takes the old one's limits, as far as the gateway lets us set them, where it can
    //! be made from here; else it is to be pasted. A key has one open rotation at most: Busy.
    [[nodiscard]] virtual Async<RotationId> start(KeyId oldKey) = 0;
    //! Does what the step asks of us: Create, Save (again), Disable or Delete. Deploy and Watch are the
    //! person's: confirmDeployed() and Disable end them. TooEarly for a Delete within DaysBeforeDelete.
    [[nodiscard]] virtual Async<Done> proceed(RotationId rotation) = 0;
    //! At Create, for a key made on the gateway's own page: stores and proves it.
    [[nodiscard]] virtual Async<Done> paste(RotationId rotation, std::shared_ptr<const Secret> secret) = 0;
    [[nodiscard]] virtual Async<Done> confirmDeployed(RotationId rotation) = 0;
    [[nodiscard]] virtual Async<Done> waitUntil(RotationId rotation, QDateTime moment) = 0;
    //! Enables the old key again and goes back to Watch.
    [[nodiscard]] virtual Async<Done> undoDisable(RotationId rotation) = 0;
    //! Ends it; both keys stay as they are.
    [[nodiscard]] virtual Async<Done> cancel(RotationId rotation) = 0;
    //! The new key as one line for a .env file, for the clipboard; never a property.
    [[nodiscard]] virtual Async<std::shared_ptr<const Secret>> newSecret(RotationId rotation) = 0;

Q_SIGNALS:
    void rotationsChanged();
};

} // namespace tollkeeper
