// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/secret_body.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Result<QByteArray> bodyWithSecrets(const HttpRequest &request)
{
    if (request.secretFields.isEmpty())
        return request.body;
    const auto document = QJsonDocument::fromJson(request.body.isEmpty() ? "{}"_ba : request.body);
    if (!document.isObject())
        return fail(Error::Kind::InvalidInput, u"body"_s);
    if (request.method == "GET" || request.method == "HEAD")
        return fail(
            Error::Kind::InvalidInput, u"a secret in a %1"_s.arg(QString::fromLatin1(request.method)));
    auto object = document.object();
    for (const auto &[name, secret] : request.secretFields) {
        if (!secret || secret->isEmpty())
            return fail(Error::Kind::InvalidInput, u"secret of the body"_s);
        object.insert(QString::fromUtf8(name), QString::fromUtf8(secret->reveal()));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace tollkeeper
