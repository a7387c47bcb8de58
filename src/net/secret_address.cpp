// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/secret_address.h"

#include "net/request_check.h"

#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype ShortestSecretPart = 6;

Result<QUrl> urlFrom(const Secret &text)
{
    const auto url = QUrl::fromEncoded(text.reveal(), QUrl::StrictMode);
    const auto checked = checkUrl(url);
    return checked ? Result<QUrl>(url) : fail(checked.error());
}

//! Parts of an address that may be its secret: not its scheme and host.
QStringList partsOf(const QUrl &url)
{
    auto parts = url.path(QUrl::FullyEncoded).split(u'/');
    const auto query = QUrlQuery(url.query(QUrl::FullyEncoded)).queryItems(QUrl::FullyEncoded);
    for (const auto &[name, value] : query)
        parts.append(value);
    return parts;
}

} // namespace

Result<QUrl> urlOf(const SecretAddress &address)
{
    auto url = urlFrom(*address.text);
    if (!url || address.addedQuery.isEmpty())
        return url;
    const auto own = url->query(QUrl::FullyEncoded).toLatin1();
    url->setQuery(QString::fromLatin1(own.isEmpty() ? address.addedQuery : own + '&' + address.addedQuery));
    return url;
}

Result<QString> hostOf(const Secret &address)
{
    const auto url = urlFrom(address);
    if (!url)
        return fail(url.error());
    return url->port() < 0 ? url->host() : u"%1:%2"_s.arg(url->host()).arg(url->port());
}

QString withoutSecret(QString text, const Secret &secret)
{
    if (secret.isEmpty())
        return text;
    const auto whole = QString::fromUtf8(secret.reveal());
    text.replace(whole, u"…"_s);
    const QUrl url(whole, QUrl::StrictMode);
    if (url.host().isEmpty())
        return text;
    for (const auto &part : partsOf(url)) {
        if (part.size() < ShortestSecretPart)
            continue;
        text.replace(part, u"…"_s);
        text.replace(QUrl::fromPercentEncoding(part.toUtf8()), u"…"_s);
    }
    return text;
}

} // namespace tollkeeper
