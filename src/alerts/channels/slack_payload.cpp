// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/slack_payload.h"

#include "alerts/channels/message_text.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::channels {
namespace {

// An escaped character may be five: what is cut before escaping is short enough after it.
constexpr qsizetype LongestHeader = 150;
constexpr qsizetype LongestSection = 3000;

QString escaped(QString text)
{
    return text.replace(u'&', "&amp;"_L1).replace(u'<', "&lt;"_L1).replace(u'>', "&gt;"_L1);
}

//! Cut so that the escaped text fits, and never within an escape.
QString escapedAtMost(const QString &text, qsizetype longest)
{
    auto room = longest;
    auto fitting = escaped(text);
    while (fitting.size() > longest) {
        room -= std::max<qsizetype>(1, (fitting.size() - longest) / 5);
        fitting = escaped(atMost(text, room));
    }
    return fitting;
}

QJsonObject plainText(const QString &text, qsizetype longest)
{
    return {{u"type"_s, u"plain_text"_s}, {u"text"_s, escapedAtMost(text, longest)}, {u"emoji"_s, false}};
}

} // namespace

QByteArray slackBody(const AlertMessage &message)
{
    QJsonArray blocks{
        QJsonObject{{u"type"_s, u"header"_s}, {u"text"_s, plainText(oneLine(message.title), LongestHeader)}}};
    for (const auto &paragraph : paragraphs(message))
        blocks.append(
            QJsonObject{{u"type"_s, u"section"_s}, {u"text"_s, plainText(paragraph, LongestSection)}});
    const QJsonObject json{
        {u"text"_s, escapedAtMost(wholeText(message), LongestSection)}, {u"blocks"_s, blocks}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace tollkeeper::channels
