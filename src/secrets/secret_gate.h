// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tollkeeper {

//! Whether secrets may now be shown, copied and used at a person's wish. Polling does not ask: the gate is
//! the app's own and never touches the keyring. UI thread.
class SecretGate : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isLocked() const = 0;

Q_SIGNALS:
    void lockChanged();
};

} // namespace tollkeeper
