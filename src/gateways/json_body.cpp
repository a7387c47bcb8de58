// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/json_body.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Failure refused(Error::Kind kind, const QString &detail, int status)
{
    return fail(Error{.kind = kind, .detail = detail, .httpStatus = status});
}

QByteArray withoutMark(QByteArray body)
{
    if (body.startsWith("\xef\xbb\xbf"))
        body.remove(0, 3);
    return body.trimmed();
}

QString contentType(const HttpResponse &response)
{
    return QString::fromLatin1(response.headers.value("content-type"_ba).left(60));
}

} // namespace

bool isHtml(const HttpResponse &response)
{
    const auto type = response.headers.value("content-type"_ba).toLower();
    return type.contains("html") || withoutMark(response.body).startsWith('<');
}

Result<QJsonObject> jsonObject(const HttpResponse &response)
{
    const auto body = withoutMark(response.body);
    if (isHtml(response))
        return refused(Error::Kind::NotAnApi, contentType(response), response.status);
    if (body.isEmpty())
        return refused(Error::Kind::Protocol, u"the answer is empty"_s, response.status);
    if (!body.startsWith('{') && !body.startsWith('['))
        return refused(Error::Kind::NotAnApi, contentType(response), response.status);

    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(body, &problem);
    if (document.isNull())
        return refused(Error::Kind::Protocol, u"JSON: %1"_s.arg(problem.errorString()), response.status);
    if (!document.isObject())
        return refused(Error::Kind::Protocol, u"the answer is not an object"_s, response.status);
    return document.object();
}

Result<QJsonObject> requiredObject(const QJsonObject &object, QStringView field)
{
    const auto value = object.value(field);
    if (!value.isObject())
        return fail(Error::Kind::Protocol, u"\"%1\" is not an object"_s.arg(field));
    return value.toObject();
}

Result<QJsonArray> requiredArray(const QJsonObject &object, QStringView field)
{
    const auto value = object.value(field);
    if (!value.isArray())
        return fail(Error::Kind::Protocol, u"\"%1\" is not a list"_s.arg(field));
    return value.toArray();
}

} // namespace tollkeeper
