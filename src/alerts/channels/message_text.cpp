// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/message_text.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::channels {
namespace {

constexpr QChar Ellipsis = u'…';

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator;
}

QString cutBy(QString text, qsizetype characters)
{
    text.truncate(characters);
    if (text.endsWith(u'\0') || (!text.isEmpty() && text.back().isHighSurrogate()))
        text.chop(1);
    return text;
}

} // namespace

QString oneLine(const QString &text)
{
    return plainLines(text).simplified();
}

QString plainLines(const QString &text)
{
    auto lines = text;
    lines.replace("\r\n"_L1, "\n"_L1);
    for (auto &c : lines) {
        if (c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u'\n';
        else if (c != u'\n' && isControl(c))
            c = u' ';
    }
    return lines;
}

QString atMost(QString text, qsizetype characters)
{
    return text.size() <= characters ? text : cutBy(std::move(text), characters - 1) + Ellipsis;
}

QString atMostBytes(QString text, qsizetype bytes)
{
    if (text.toUtf8().size() <= bytes)
        return text;
    const auto room = bytes - QString(Ellipsis).toUtf8().size();
    while (text.toUtf8().size() > room) {
        const auto over = text.toUtf8().size() - room;
        text = cutBy(text, text.size() - std::max<qsizetype>(1, over / 4));
    }
    return text + Ellipsis;
}

QStringList paragraphs(const AlertMessage &message)
{
    QStringList all;
    for (const auto &text : {message.body, message.advice}) {
        if (!text.isEmpty())
            all.append(plainLines(text));
    }
    if (message.isRepeated)
        all.append(QCoreApplication::translate("Receipts", "(repeated: it may have been told before)"));
    return all;
}

QString wholeText(const AlertMessage &message)
{
    return (QStringList(oneLine(message.title)) + paragraphs(message)).join("\n\n"_L1);
}

} // namespace tollkeeper::channels
