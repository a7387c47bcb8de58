// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/http_types.h"

#include <QNetworkReply>

namespace tollkeeper {

//! Whether an answer with that status came whole, whatever Qt calls its end: it takes a status of 400 and
//! above for an error, and so the close of a connection that is the end.
[[nodiscard]] bool isWhole(const QNetworkReply &reply, int status);
//! Whether fewer bytes came than were announced. Qt reports the status of an error before it notices that the
//! body was cut, and drops Content-Length where it unpacked the body itself.
[[nodiscard]] bool isCut(const QNetworkReply &reply, qint64 received);
//! Of an exchange that got no whole answer.
[[nodiscard]] Error::Kind kindOf(QNetworkReply::NetworkError error);
//! Qt joins fields of one name with ", ". Request ids never hold that, so theirs are told apart again.
void appendField(HttpHeaders &headers, const QByteArray &name, const QByteArray &value);

} // namespace tollkeeper
