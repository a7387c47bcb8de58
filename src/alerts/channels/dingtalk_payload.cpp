// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/dingtalk_payload.h"

#include "alerts/channels/message_text.h"
#include "net/signature.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::channels {
namespace {

constexpr qsizetype LongestText = 8000; // the whole message may have 20,000 bytes

} // namespace

QByteArray dingTalkBody(const AlertMessage &message)
{
    const QJsonObject json{{u"msgtype"_s, u"text"_s},
        {u"text"_s, QJsonObject{{u"content"_s, atMostBytes(wholeText(message), LongestText)}}}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray dingTalkQuery(const Secret &secret, const QDateTime &now)
{
    const auto timestamp = QByteArray::number(now.toMSecsSinceEpoch());
    const auto sign = hmacOfLineAndSecret(secret, timestamp).toBase64().toPercentEncoding();
    return "timestamp=" + timestamp + "&sign=" + sign;
}

} // namespace tollkeeper::channels
