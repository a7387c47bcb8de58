// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http_exchange.h"

#include "base/log.h"
#include "net/once_body.h"

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

constexpr qint64 ReadBufferBytes = 256 * 1024;
constexpr std::chrono::milliseconds UsualSilence = std::chrono::seconds(20);

//! Then it goes out with a device as its body, be it empty: without one Qt would send it twice.
bool changesSomething(const HttpRequest &request)
{
    return !request.body.isEmpty() || (request.method != "GET" && request.method != "HEAD");
}

void setPolicies(QNetworkRequest &wire, std::chrono::milliseconds silence)
{
    using Wire = QNetworkRequest;
    // Qt hands the key headers to any redirect target (trust.md 0.5).
    wire.setAttribute(Wire::RedirectPolicyAttribute, Wire::ManualRedirectPolicy);
    // Dead HTTP/2 connections stay pooled and HPACK is unpatched in Qt 6.4 (trust.md 3).
    wire.setAttribute(Wire::Http2AllowedAttribute, false);
    wire.setAttribute(Wire::CookieLoadControlAttribute, Wire::Manual);
    wire.setAttribute(Wire::CookieSaveControlAttribute, Wire::Manual);
    wire.setAttribute(Wire::AuthenticationReuseAttribute, Wire::Manual);
    wire.setAttribute(Wire::CacheLoadControlAttribute, Wire::AlwaysNetwork);
    wire.setAttribute(Wire::CacheSaveControlAttribute, false);
    wire.setAttribute(Wire::DoNotBufferUploadDataAttribute, true);
    wire.setTransferTimeout(static_cast<int>(silence.count()));
}

void setHeaders(QNetworkRequest &wire, const HttpRequest &request)
{
    wire.setRawHeader("User-Agent"_ba, "Tollkeeper/" TK_VERSION ""_ba);
    wire.setRawHeader("Accept"_ba, "application/json"_ba);
    if (!request.body.isEmpty())
        wire.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    for (const auto &[name, value] : request.headers.fields())
        wire.setRawHeader(name, value);
    if (changesSomething(request))
        wire.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    if (!request.credential)
        return;
    if (request.credentialHeader == CredentialHeader::Bearer)
        wire.setRawHeader("Authorization"_ba, "Bearer " + request.credential->reveal());
    else if (request.credentialHeader == CredentialHeader::XApiKey)
        wire.setRawHeader("x-api-key"_ba, request.credential->reveal());
}

QNetworkReply *startReply(
    QNetworkAccessManager &network, const HttpRequest &request, std::chrono::milliseconds silence)
{
    QNetworkRequest wire(request.url);
    setPolicies(wire, std::min(silence, request.deadline));
    setHeaders(wire, request);
    if (!changesSomething(request))
        return network.sendCustomRequest(wire, request.method);
    auto *body = new OnceBody(request.body);
    auto *reply = network.sendCustomRequest(wire, request.method, body);
    body->setParent(reply);
    return reply;
}

//! True where Qt's error only repeats an HTTP status of 400 and above: the answer is whole.
bool repeatsStatus(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return true;
    default:
        return false;
    }
}

bool isWhole(int status, QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::NoError)
        return true;
    // Qt rewinds the body for a 307 or 308 even though we do not follow it.
    if (status >= 300 && status < 400)
        return error == QNetworkReply::ContentReSendError;
    return status >= 400 && repeatsStatus(error);
}

//! Qt reports the status of an error before it notices that the body was cut. It drops Content-Length where
//! it unpacked the body itself.
bool isCut(const QNetworkReply &reply, qint64 received)
{
    const auto length = reply.rawHeader("Content-Length"_ba);
    bool isNumber = false;
    const auto announced = length.toLongLong(&isNumber);
    return isNumber && received < announced
        && reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 304;
}

Error::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return Error::Kind::Tls;
    case QNetworkReply::HostNotFoundError:
        return Error::Kind::HostNotFound;
    case QNetworkReply::OperationCanceledError: // the transfer timeout: our own aborts carry their reason
    case QNetworkReply::TimeoutError:
        return Error::Kind::Timeout;
    default:
        return Error::Kind::Network;
    }
}

//! Qt joins fields of one name with ", ". Request ids never hold that, so theirs are told apart again.
void appendField(HttpHeaders &headers, const QByteArray &name, const QByteArray &value)
{
    if (!name.toLower().endsWith("request-id")) {
        headers.append(name, value);
        return;
    }
    for (qsizetype from = 0; from <= value.size();) {
        const auto comma = value.indexOf(", ", from);
        const auto until = comma < 0 ? value.size() : comma;
        headers.append(name, value.mid(from, until - from));
        from = until + 2;
    }
}

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
    m_reply->setReadBufferSize(ReadBufferBytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::collect);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finish);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &problems) {
        for (const auto &problem : problems)
            m_tlsProblems.append(problem.errorString());
    });
    // The transfer timeout counts silence only: one byte a second never meets it (trust.md 0.8).
    m_deadline.setSingleShot(true);
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
    // Whoever has stopped it before it began hears of it like everybody else: later.
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
    const auto status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!m_follower || m_hasBegun || m_stopped || status < 200)
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
    const auto bytes = m_reply->isOpen() ? m_reply->readAll() : QByteArray();
    m_told.bytes += bytes.size();
    if (!m_follower) {
        m_body += bytes;
    } else if (!bytes.isEmpty() && m_told.bytes <= m_maxBytes) {
        begin();
        if (m_follower->received)
            m_follower->received(bytes);
    }
    if (m_told.bytes <= m_maxBytes)
        return;
    m_body.clear();
    stop(Error{.kind = Error::Kind::TooLarge, .detail = u"more than %1 bytes"_s.arg(m_maxBytes)});
}

void HttpExchange::finish()
{
    if (m_answered)
        return;
    collect();
    if (m_answered) // collect() found it too large
        return;
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
    if (m_stopped || !status || !isWhole(*status, m_reply->error()))
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
