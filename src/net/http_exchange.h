// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/http_types.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QNetworkReply>
#include <QObject>
#include <QPromise>
#include <QTimer>

#include <optional>

class QNetworkAccessManager;
class QSslError;

namespace tollkeeper {

//! One request on its way: watches the deadline and the byte cap, collects the body and answers exactly once.
//! A child of its QNetworkAccessManager; deletes itself after the answer. When it dies early it answers
//! Cancelled, so whoever awaits is never left hanging. UI thread.
class HttpExchange final : public QObject {
    Q_OBJECT

public:
    //! REQUIRES: checkRequest() accepted the request.
    HttpExchange(QNetworkAccessManager &network, const HttpRequest &request);
    ~HttpExchange() override;

    [[nodiscard]] QFuture<Result<HttpResponse>> future() const { return m_promise.future(); }
    //! Breaks the request off; the answer is this error.
    void stop(Error reason);

private:
    void collect();
    void finish();
    void answer(Result<HttpResponse> result);
    void log(const QString &outcome) const;
    [[nodiscard]] Result<HttpResponse> outcome();
    [[nodiscard]] Error transportError(std::optional<int> status) const;

    QPromise<Result<HttpResponse>> m_promise;
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
};

} // namespace tollkeeper
