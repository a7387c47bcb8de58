// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QUrl>

namespace benchmark {

// Clients of a StreamServer, each for a process of its own. What they tell: `wall` and `cpu` in seconds and
// `growth` of the memory in MB, from the request until the end of the answer, start-up left out; `characters`
// of the text where they read it; `median` and `p99` of the latency in ms where the text is the moments of
// writing.

//! QNetworkAccessManager as it comes; drops what it reads, or looks for the moments in it.
[[nodiscard]] QJsonObject readBare(const QUrl &url);
//! As the playground sends and reads a request.
[[nodiscard]] QJsonObject readOurs(const QUrl &url);

} // namespace benchmark
