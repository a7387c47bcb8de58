// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/chat_body.h" // readChatBody(), prettyChatBody(): for pages, which know no gateways

#include <QByteArrayView>

namespace tollkeeper {

//! Where a text stops being JSON.
struct JsonFault {
    int line = 1; //!< from 1
    int column = 1; //!< from 1, in UTF-16 units, as editors of this program count
    //! A fixed word. Something else should stand there: "value", "number", "name" (of a member, in quotes),
    //! "colon", "comma". It has no end: "object", "list", "text". Others: "empty", "escape", "encoding" (no
    //! UTF-8), "depth" (more levels than are read), "rest" (more behind the end).
    QString what;
    friend bool operator==(const JsonFault &, const JsonFault &) = default;
};

//! nullopt: it is an object or a list. Pure and total.
[[nodiscard]] std::optional<JsonFault> faultIn(QByteArrayView bytes);

//! What a body says about what it may cost.
struct BodyLimits {
    std::optional<qint64>
        outputTokens; //!< of all the choices it asks for, each of which is paid; nullopt: no limit
    QStringList fallbacks; //!< models it names for the gateway to go on with where the first one fails
};

//! Pure and total: of what is no body it is nothing.
[[nodiscard]] BodyLimits limitsIn(ApiProtocol protocol, QByteArrayView body);

} // namespace tollkeeper
