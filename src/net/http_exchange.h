// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/http_types.h"
#include "net/streaming_client.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QNetworkReply>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <optional>
#include <stop_token>

class QNetworkAccessManager;
class QSslError;

namespace tollkeeper {

//! What an exchange came to: for whoever wants it whole, and for whoever has followed it.
struct Exchanged {
    Result<HttpResponse> response = fail(Error::Kind::Cancelled);
    StreamedAnswer told = {}; //!< its problem is response's error
};

//! One request on its way: watches the deadline and the byte cap, collects the body (or hands it on as
//! it comes, where somebody follows it) and answers exactly once.
//! A child of its QNetworkAccessManager; deletes itself after the answer. When it dies early it answers
//! Cancelled, so whoever awaits is never left hanging. UI thread.
class HttpExchange final : public QObject {
    Q_OBJECT

public:
    //! REQUIRES: checkRequest() accepted the request.
    HttpExchange(QNetworkAccessManager &network, const HttpRequest &request,
        std::optional<StreamOrder> follower = std::nullopt);
    ~HttpExchange() override;

    [[nodiscard]] QFuture<Exchanged> future() const { return m_promise.future(); }
    //! Breaks the request off; the answer is this error.
    void stop(Error reason);

    [[nodiscard]] bool isUnderWay() const { return !m_answered; }
    [[nodiscard]] bool isFollowed() const { return m_follower.has_value(); }
    [[nodiscard]] QUrl url() const { return m_reply->url(); } //!< REQUIRES: isUnderWay()

private:
    void watch();
    void lookUpHost(const QString &host);
    void begin();
    void collect();
    void collectMore();
    [[nodiscard]] bool hasMore() const;
    void takeTimes();
    void finish();
    void answer(Result<HttpResponse> result);
    void log(const QString &outcome) const;
    [[nodiscard]] Result<HttpResponse> outcome();
    [[nodiscard]] Error transportError(std::optional<int> status) const;

    QPromise<Exchanged> m_promise;
    std::optional<StreamOrder> m_follower;
    StreamedAnswer m_told;
    QNetworkReply *m_reply = nullptr; //!< also a child of the manager
    QByteArray m_method;
    QByteArray m_body;
    QStringList m_tlsProblems;
    QTimer m_deadline;
    QElapsedTimer m_watch;
    qint64 m_maxBytes = 0;
    bool m_isAddressSecret = false;
    std::optional<Error> m_stopped; //!< why we broke it off; Qt reports every abort alike
    bool m_answered = false;
    bool m_hasBegun = false;
    bool m_isCollecting = false; //!< another slice is about to be read
    ExchangeTimings::Milliseconds m_lookedUp; //!< how long the look-up took
    ExchangeTimings::Milliseconds m_connecting; //!< when it began
    std::optional<std::stop_callback<std::function<void()>>> m_onStop; //!< last, so that it is gone first
};

} // namespace tollkeeper
