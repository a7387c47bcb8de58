// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace tollkeeper::simulator {

using HeaderList = std::vector<std::pair<QByteArray, QByteArray>>;

//! A request as it came in, free of the server's own types so that routes can be called without a socket.
struct Asked {
    QByteArray method = {};
    QByteArray path = {}; //!< decoded, without the query
    QByteArray query = {}; //!< as it was written
    HeaderList headers = {};
    QByteArray body = {};

    //! Any case; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    //! A decoded parameter of the query; nullopt when absent.
    [[nodiscard]] std::optional<QString> parameter(const QString &name) const;
};

//! What goes back, and how badly.
struct Answer {
    int status = 200;
    QByteArray body = {};
    // With a charset it is what the gateways send, and the server never compresses it.
    QByteArray contentType = "application/json; charset=utf-8";
    HeaderList headers = {};
    int delayMs = 0;
    bool close = false; //!< drop the connection instead of answering
    std::optional<qsizetype> cutAfterBytes
        = {}; //!< announce the whole body and break off after so many bytes
};

} // namespace tollkeeper::simulator
