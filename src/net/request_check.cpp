// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/request_check.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Failure refused(const QString &part)
{
    return fail(Error::Kind::InvalidInput, part);
}

bool isToken(const QByteArray &text)
{
    static const QByteArray marks = "!#$%&'*+-.^_`|~"_ba;
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || marks.contains(c);
    });
}

bool isVisible(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

bool setByNet(const QByteArray &name)
{
    static const QByteArrayList ours{"authorization"_ba, "x-api-key"_ba, "x-portkey-config"_ba, "host"_ba,
        "content-length"_ba, "transfer-encoding"_ba, "accept-encoding"_ba, "cookie"_ba,
        "proxy-authorization"_ba};
    return ours.contains(name.toLower());
}

} // namespace

Outcome checkUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return refused(u"url"_s);
    if (!url.userInfo().isEmpty())
        return refused(u"url: user info"_s);
    if (url.scheme() == "https"_L1)
        return Done{};
    if (url.scheme() != "http"_L1)
        return refused(u"url: scheme"_s);
    // The key would cross the network in clear text.
    if (!isLoopback(url))
        return refused(u"http"_s);
    return Done{};
}

bool isLoopback(const QUrl &url)
{
    const auto host = url.host();
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

Outcome checkRequest(const HttpRequest &request)
{
    if (const auto url = checkUrl(request.url); !url)
        return url;
    if (!isToken(request.method))
        return refused(u"method"_s);
    for (const auto &[name, value] : request.headers.fields()) {
        if (!isToken(name))
            return refused(u"header name"_s);
        if (!isVisible(value))
            return refused(u"header %1"_s.arg(QString::fromLatin1(name)));
        if (setByNet(name))
            return refused(u"header %1 is not the caller's"_s.arg(QString::fromLatin1(name)));
    }
    if (request.credential && !isVisible(request.credential->reveal()))
        return refused(u"key"_s);
    return Done{};
}

} // namespace tollkeeper
