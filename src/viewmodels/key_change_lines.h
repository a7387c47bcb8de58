// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/key_change.h"
#include "domain/poll_facts.h"

#include <QTimeZone>
#include <qqmlregistration.h>

namespace tollkeeper {

//! One thing that a change would change, for the question before it.
struct ChangeLine {
    Q_GADGET
    QML_VALUE_TYPE(changeLine)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString before MEMBER before)
    Q_PROPERTY(QString after MEMBER after)

public:
    QString name;
    QString before;
    QString after;
    friend bool operator==(const ChangeLine &, const ChangeLine &) = default;
};

//! What the change does to the key as it is known now; a part that changes nothing has no line.
[[nodiscard]] QList<ChangeLine> changeLines(
    const ApiKey &key, const QList<LimitFacts> &limits, const KeyChange &change, const QTimeZone &zone);
//! The limit of a spend window as the gateway tells it; nullopt: none, or not told.
[[nodiscard]] std::optional<Money> windowLimit(const QList<LimitFacts> &limits, const QString &window);

} // namespace tollkeeper
