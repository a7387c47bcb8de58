// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_exchange.h"

#include "base/log.h"
#include "net/reply_end.h"
#include "net/wire_request.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslError>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 ReadBufferBytes = qint64(256) * 1024;
// Of a followed answer at a time: what is done with it must not keep the window waiting.
constexpr qint64 SliceBytes = qint64(64) * 1024;
constexpr std::chrono::milliseconds UsualSilence = std::chrono::seconds(20);

} // namespace

HttpExchange::HttpExchange(
    QNetworkAccessManager &network, const HttpRequest &request, std::optional<StreamOrder> follower)
    : QObject(&network)
    , m_follower(std::move(follower))
    , m_method(request.method)
    , m_maxBytes(std::max<qint64>(request.maxBytes, 0))
    , m_isAddressSecret(request.secretAddress.text != nullptr)
{
    m_promise.start();
    m_watch.start();
    if (m_follower)
        lookUpHost(request.url.host());
    m_reply = startReply(network, request, m_follower ? m_follower->silence : UsualSilence);
    // Qt would keep all that comes faster than it is read. A limit that is set before Qt's own thread has
    // begun with the request has no effect; posted now, it gets there behind the request and ahead of the
    // answer.
    const auto limit = [this] { m_reply->setReadBufferSize(ReadBufferBytes); };
    QMetaObject::invokeMethod(this, limit, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::requestSent, this, limit); // where the request had to wait
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::collect);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finish);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &problems) {
        for (const auto &problem : problems)
            m_tlsProblems.append(problem.errorString());
    });
    // The transfer timeout counts silence only: one byte a second never meets it (trust.md 0.8).
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer); // a coarse one may end the wait before its time
    connect(&m_deadline, &QTimer::timeout, this,
        [this] { stop(Error{.kind = Error::Kind::Timeout, .detail = u"deadline"_s}); });
    m_deadline.start(request.deadline);
    if (m_follower)
        watch();
    if (m_reply->isFinished())
        QMetaObject::invokeMethod(this, &HttpExchange::finish, Qt::QueuedConnection);
}

HttpExchange::~HttpExchange()
{
    answer(fail(Error::Kind::Cancelled, u"the client went away"_s));
}

void HttpExchange::stop(Error reason)
{
    if (m_answered || m_stopped)
        return;
    m_stopped = std::move(reason);
    m_reply->abort(); // emits finished()
    finish();
}

void HttpExchange::watch()
{
    const auto now = [this] { return std::chrono::milliseconds(m_watch.elapsed()); };
    m_told.timings.isReused = true; // until it connects
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this, now] {
        m_told.timings.isReused = false;
        m_connecting = now();
    });
    connect(m_reply, &QNetworkReply::encrypted, this, [this, now] {
        if (m_connecting)
            m_told.timings.tls = now() - *m_connecting;
    });
    connect(m_reply, &QNetworkReply::requestSent, this, [this, now] {
        m_told.timings.requestSent = now();
        if (m_connecting && !m_told.timings.tls)
            m_told.timings.connect = now() - *m_connecting;
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::begin);
    // Whoever stops it may be one whom it is just telling of something.
    m_onStop.emplace(m_follower->stop, [this] {
        const Error reason{.kind = Error::Kind::Cancelled, .detail = u"stopped"_s};
        QMetaObject::invokeMethod(
            this, [this, reason] { stop(reason); }, Qt::QueuedConnection);
    });
}

//! Qt does not tell how long its own look-up takes. This one asks a moment before it, and Qt's shares the
//! answer.
void HttpExchange::lookUpHost(const QString &host)
{
    if (!QHostAddress(host).isNull())
        return;
    QHostInfo::lookupHost(host, this, [this, from = m_watch.elapsed()](const QHostInfo &) {
        m_lookedUp = std::chrono::milliseconds(m_watch.elapsed() - from);
    });
}

//! The header fields are there, if the answer has any.
void HttpExchange::begin()
{
    if (!m_follower || m_hasBegun || m_stopped)
        return;
    const auto status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status < 200)
        return;
    m_hasBegun = true;
    m_told.timings.firstByte = std::chrono::milliseconds(m_watch.elapsed());
    m_told.status = status;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        appendField(m_told.headers, name, value);
    if (m_follower->begun)
        m_follower->begun(status, m_told.headers);
}

void HttpExchange::takeTimes()
{
    m_told.timings.total = std::chrono::milliseconds(m_watch.elapsed());
    if (!m_told.timings.isReused)
        m_told.timings.dns = m_lookedUp;
    else if (!m_told.status && !m_told.timings.requestSent)
        m_told.timings.isReused = false; // there was no connection at all
}

void HttpExchange::collect()
{
    if (m_stopped)
        return;
    // Qt closes the reply where its own limit of silence ends it.
    const auto bytes = !m_reply->isOpen() ? QByteArray()
        : m_follower                      ? m_reply->read(std::min(SliceBytes, m_reply->bytesAvailable()))
                                          : m_reply->readAll();
    m_told.bytes += bytes.size();
    if (!m_follower) {
        m_body += bytes;
    } else if (!bytes.isEmpty() && m_told.bytes <= m_maxBytes) {
        begin();
        if (m_follower->received)
            m_follower->received(bytes);
    }
    if (m_told.bytes <= m_maxBytes) {
        if (hasMore() && !std::exchange(m_isCollecting, true))
            QMetaObject::invokeMethod(this, &HttpExchange::collectMore, Qt::QueuedConnection);
        return;
    }
    m_body.clear();
    stop(Error{.kind = Error::Kind::TooLarge, .detail = u"more than %1 bytes"_s.arg(m_maxBytes)});
}

void HttpExchange::collectMore()
{
    m_isCollecting = false;
    collect();
}

//! Of a followed answer, beyond the slice that was just read.
bool HttpExchange::hasMore() const
{
    return m_follower && !m_stopped && !m_answered && m_reply->isOpen() && m_reply->bytesAvailable() > 0;
}

void HttpExchange::finish()
{
    if (m_answered)
        return;
    collect();
    if (m_answered) // collect() found it too large
        return;
    if (hasMore()) {
        QMetaObject::invokeMethod(this, &HttpExchange::finish, Qt::QueuedConnection);
        return;
    }
    begin();
    if (m_answered) // whoever was told has stopped it
        return;
    auto result = outcome();
    log(result ? QString::number(result->status) : u"no answer"_s);
    answer(std::move(result));
    m_reply->deleteLater();
    deleteLater();
}

void HttpExchange::answer(Result<HttpResponse> result)
{
    if (std::exchange(m_answered, true))
        return;
    m_deadline.stop();
    takeTimes();
    m_promise.addResult(Exchanged{std::move(result), m_told});
    m_promise.finish();
}

void HttpExchange::log(const QString &outcome) const
{
    const auto url = m_reply->request().url();
    qCDebug(logNet).noquote() << m_method << url.host() << (m_isAddressSecret ? u"…"_s : url.path())
                              << outcome;
}

Result<HttpResponse> HttpExchange::outcome()
{
    const auto attribute = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    const auto status = attribute.isValid() ? std::optional(attribute.toInt()) : std::nullopt;
    if (m_stopped || !status || !isWhole(*m_reply, *status))
        return fail(transportError(status));
    if (m_method != "HEAD" && isCut(*m_reply, m_told.bytes))
        return fail(
            Error{.kind = Error::Kind::Network, .detail = u"the answer was cut"_s, .httpStatus = status});

    HttpResponse response{
        .status = *status, .body = m_body, .elapsed = std::chrono::milliseconds(m_watch.elapsed())};
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        appendField(response.headers, name, value);
    return response;
}

Error HttpExchange::transportError(std::optional<int> status) const
{
    if (m_stopped)
        return *m_stopped;
    // errorString() would quote the address with its query.
    const auto name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(m_reply->error());
    const auto kind = kindOf(m_reply->error());
    const auto what = m_tlsProblems.isEmpty() ? QString::fromLatin1(name) : m_tlsProblems.join(u"; "_s);
    return Error{.kind = kind, .detail = u"%1: %2"_s.arg(m_reply->url().host(), what), .httpStatus = status};
}

} // namespace tollkeeper
