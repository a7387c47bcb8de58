// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/json_answer.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace tollkeeper::simulator {

QByteArray Asked::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<QString> Asked::parameter(const QString &name) const
{
    const QUrlQuery parsed(QString::fromUtf8(query));
    if (!parsed.hasQueryItem(name))
        return std::nullopt;
    return parsed.queryItemValue(name, QUrl::FullyDecoded);
}

Answer jsonAnswer(const QJsonObject &object, int status)
{
    return {.status = status, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

std::optional<QJsonObject> objectIn(const QByteArray &body)
{
    if (body.trimmed().isEmpty())
        return QJsonObject();
    const auto document = QJsonDocument::fromJson(body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace tollkeeper::simulator
