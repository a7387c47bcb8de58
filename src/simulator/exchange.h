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
    int onConnection = 1; //!< the how-manieth request on its connection

    //! Any case; empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    //! A decoded parameter of the query; nullopt when absent.
    [[nodiscard]] std::optional<QString> parameter(const QString &name) const;
};

//! A part of a stream that is written at once.
struct Piece {
    qsizetype end = 0; //!< where it ends in the body
    int delayMs = 0; //!< silence before it
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
    bool reset = false; //!< reset the connection instead of answering
    bool stream = false; //!< the length is not announced, and the pieces come one by one
    std::vector<Piece> pieces = {}; //!< of a stream; the whole body at once without any
};

} // namespace tollkeeper::simulator
