// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/http_types.h"

#include <QCoroTask>

#include <functional>
#include <optional>
#include <stop_token>

namespace tollkeeper {

//! How long the parts of one exchange took, each from its own beginning unless it says otherwise. nullopt: it
//! did not happen, or cannot be told.
struct ExchangeTimings {
    using Milliseconds = std::optional<std::chrono::milliseconds>;
    Milliseconds dns; //!< of an own look-up beside Qt's; none for a literal address
    Milliseconds connect; //!< of a connection without TLS: Qt tells no moment between the two
    Milliseconds tls; //!< until the connection was encrypted, TCP's own handshake included
    Milliseconds requestSent; //!< from the start of the exchange until the body was handed over
    Milliseconds firstByte; //!< from the start of the exchange until the header fields were there
    std::chrono::milliseconds total{}; //!< from the start of the exchange
    bool isReused = false; //!< a kept-alive connection: dns, connect and tls did not happen
};

//! What became of a streamed exchange. Both a status and a problem: the answer began and broke off.
struct StreamedAnswer {
    std::optional<int> status; //!< nullopt: no answer came
    HttpHeaders headers;
    std::optional<Error> problem; //!< as HttpClient::send() tells it
    ExchangeTimings timings;
    qint64 bytes = 0; //!< of the body
};

//! Who listens to an exchange and when it ends early.
struct StreamOrder {
    std::function<void(int status, const HttpHeaders &headers)> begun = {}; //!< at most once, before the body
    std::function<void(QByteArrayView bytes)> received = {}; //!< valid during the call
    std::chrono::milliseconds silence = std::chrono::seconds(20); //!< without a byte either way
    //! Closes the connection; the problem is Error::Kind::Cancelled. Nothing is sent once it is stopped. UI
    //! thread.
    std::stop_token stop = {};
};

//! Sends one request and hands over the body of the answer as it comes. Everything HttpClient promises holds
//! here too: one request on the wire at most, whatever happens to the connection. UI thread.
class StreamingClient {
public:
    StreamingClient() = default;
    Q_DISABLE_COPY_MOVE(StreamingClient)
    virtual ~StreamingClient() = default;
    [[nodiscard]] virtual QCoro::Task<StreamedAnswer> stream(HttpRequest request, StreamOrder order) = 0;
};

} // namespace tollkeeper
