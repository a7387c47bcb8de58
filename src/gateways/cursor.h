// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/poll_facts.h"

#include <QJsonObject>

namespace tollkeeper {

//! What a connector remembers between two requests of one poll, as an opaque cursor: connectors themselves
//! are stateless. The words in it are the connector's own; a cursor that cannot be read is an empty one.
class Cursor {
public:
    Cursor() = default;
    explicit Cursor(const PollContext &context);
    [[nodiscard]] static Cursor fromBytes(const QByteArray &bytes);
    [[nodiscard]] QByteArray toBytes() const;

    [[nodiscard]] QString step() const;
    [[nodiscard]] QByteArray at(QLatin1StringView step) const; //!< this cursor, at another step
    [[nodiscard]] QDateTime now() const; //!< UTC, when the poll began
    [[nodiscard]] bool isTest() const;

    QJsonObject words; //!< free for the connector, besides "step", "now" and "test"
};

} // namespace tollkeeper
