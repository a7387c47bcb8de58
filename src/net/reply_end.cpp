// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/reply_end.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

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

//! The answer tells no length: that the connection closes is its end. Qt takes that for a drop where a body
//! was sent over plain HTTP, and says that it cannot send it again.
bool endsByClosing(const QNetworkReply &reply)
{
    return !reply.hasRawHeader("Content-Length"_ba) && !reply.hasRawHeader("Transfer-Encoding"_ba)
        && !reply.hasRawHeader("Content-Encoding"_ba); // what Qt unpacks loses its length
}

} // namespace

bool isWhole(const QNetworkReply &reply, int status)
{
    if (reply.error() == QNetworkReply::NoError)
        return true;
    // Qt rewinds the body for a 307 or 308 even though we do not follow it.
    if (reply.error() == QNetworkReply::ContentReSendError)
        return (status >= 300 && status < 400) || endsByClosing(reply);
    return status >= 400 && repeatsStatus(reply.error());
}

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

} // namespace tollkeeper
