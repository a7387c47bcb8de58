// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/mail_client.h"

#include <QByteArray>

namespace tollkeeper {

//! Refuses what must never be sent, with Error::Kind::InvalidInput naming the part: a line break that would
//! begin another header or command, an address that is none, clear text across the network that nobody
//! allowed. Pure.
[[nodiscard]] Outcome checkMail(const Mail &mail);

//! True for "name@host" in visible ASCII without blanks, commas, quotes or angle brackets.
[[nodiscard]] bool isMailAddress(const QString &text);

//! Header lines of the message, "Name: value", without line ends but those of folding. Pure.
[[nodiscard]] QByteArrayList mailHeaders(const Mail &mail);

} // namespace tollkeeper
