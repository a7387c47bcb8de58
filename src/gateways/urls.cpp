// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/urls.h"

namespace tollkeeper {

QString basePath(const QUrl &base)
{
    auto path = base.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

QUrl endpointUrl(const QUrl &base, const QString &path, const QUrlQuery &query)
{
    auto url = base.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    url.setPath(basePath(base) + path);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QUrl withoutVersion(const QUrl &base)
{
    auto path = basePath(base);
    if (path.endsWith(u"/v1"))
        path.chop(3);
    auto url = base;
    url.setPath(path);
    return url;
}

QString pathPart(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id, {}, "."));
}

} // namespace tollkeeper
