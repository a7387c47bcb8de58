// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/webhook_payload.h"

#include "alerts/channels/message_text.h"
#include "net/signature.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::channels {

QByteArray webhookBody(const AlertMessage &message)
{
    const QJsonObject json{
        {u"version"_s, 1},
        {u"alert"_s, message.alert.value()},
        {u"kind"_s, toText(message.kind)},
        {u"reason"_s, toText(message.reason)},
        {u"severity"_s, toText(message.severity)},
        {u"title"_s, oneLine(message.title)},
        {u"body"_s, plainLines(message.body)},
        {u"advice"_s, plainLines(message.advice)},
        {u"raised_at"_s, message.raisedAt.toUTC().toString(Qt::ISODate)},
        {u"facts"_s, toJson(message.facts)},
        {u"repeated"_s, message.isRepeated},
        {u"test"_s, message.isTest},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

HttpHeaders signedHeaders(const Secret &secret, const QByteArray &body, const QDateTime &now)
{
    const auto timestamp = QByteArray::number(now.toSecsSinceEpoch());
    HttpHeaders headers;
    headers.append("Tollkeeper-Timestamp"_ba, timestamp);
    headers.append("Tollkeeper-Signature"_ba, "sha256=" + hmacSha256(secret, timestamp + '.' + body).toHex());
    return headers;
}

} // namespace tollkeeper::channels
