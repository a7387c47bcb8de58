// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/feishu_payload.h"

#include "alerts/channels/message_text.h"
#include "net/signature.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::channels {
namespace {

constexpr qsizetype LongestText = 8000; // the whole request may have 20 kB

QJsonArray lineOf(const QString &text)
{
    return {QJsonObject{{u"tag"_s, u"text"_s}, {u"text"_s, text}}};
}

} // namespace

QByteArray feishuBody(const AlertMessage &message, const Secret *secret, const QDateTime &now)
{
    QJsonArray lines;
    for (const auto &line : atMostBytes(paragraphs(message).join(u'\n'), LongestText).split(u'\n'))
        lines.append(lineOf(line));
    const QJsonObject post{{u"title"_s, atMostBytes(oneLine(message.title), 500)}, {u"content"_s, lines}};
    QJsonObject json{{u"msg_type"_s, u"post"_s},
        {u"content"_s, QJsonObject{{u"post"_s, QJsonObject{{u"zh_cn"_s, post}}}}}};
    if (secret) {
        const auto timestamp = QByteArray::number(now.toSecsSinceEpoch());
        json.insert(u"timestamp"_s, QString::fromLatin1(timestamp));
        json.insert(u"sign"_s, QString::fromLatin1(hmacKeyedByLineAndSecret(*secret, timestamp).toBase64()));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace tollkeeper::channels
