// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/wecom_payload.h"

#include "alerts/channels/message_text.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::channels {
namespace {

constexpr qsizetype LongestText = 2048; // bytes

} // namespace

QByteArray weComBody(const AlertMessage &message)
{
    auto text = wholeText(message);
    text.replace("<@"_L1, u"<\u2060@"_s);
    const QJsonObject json{
        {u"msgtype"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"content"_s, atMostBytes(text, LongestText)}}}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace tollkeeper::channels
