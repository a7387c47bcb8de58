// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/wire_request.h"

#include "net/once_body.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

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
    const auto field = fieldOf(request.credentialHeader);
    if (request.credential && field.name)
        wire.setRawHeader(field.name, field.before + request.credential->reveal());
}

} // namespace

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

} // namespace tollkeeper
