// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/mail_client.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <curl/curl.h>
#include <memory>

namespace tollkeeper {

//! One message on its way: a libcurl transfer and everything it points into. Made on the UI thread, then used
//! on the mail thread alone. Answers exactly once; destroyed without an answer it says Cancelled.
class CurlMailJob {
public:
    //! REQUIRES: checkMail() accepted the mail. `certificates`: a file of certificates to trust instead of
    //! the system's, or empty.
    //! Once `isStopping` is true the next turn of libcurl ends it, as Cancelled; it must outlive the job.
    CurlMailJob(Mail mail, const QByteArray &certificates, const std::atomic<bool> &isStopping);
    ~CurlMailJob();
    Q_DISABLE_COPY_MOVE(CurlMailJob)

    [[nodiscard]] CURL *handle() const { return m_curl.get(); }
    [[nodiscard]] QFuture<Result<QString>> future() const { return m_promise.future(); }
    //! What libcurl said at the end.
    void finish(CURLcode code);

private:
    void setConnection(const QByteArray &certificates);
    void setMessage();
    void answer(Result<QString> result);
    [[nodiscard]] Error errorFor(CURLcode code) const;
    [[nodiscard]] QString said() const;
    static std::size_t keepLine(char *data, std::size_t size, std::size_t count, void *job);
    static int mayGoOn(void *job, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

    struct Closing {
        void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
        void operator()(curl_mime *mime) const { curl_mime_free(mime); }
    };

    Mail m_mail;
    const std::atomic<bool> &m_isStopping;
    QPromise<Result<QString>> m_promise;
    QByteArray m_lastLine; //!< of the server
    std::unique_ptr<curl_slist, Closing> m_recipients;
    std::unique_ptr<curl_slist, Closing> m_headers;
    std::unique_ptr<CURL, Closing> m_curl;
    std::unique_ptr<curl_mime, Closing> m_mime; //!< goes before the transfer it belongs to
    bool m_answered = false;
};

} // namespace tollkeeper
