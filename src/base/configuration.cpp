// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/configuration.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype ShortestSecret = 6;

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

//! How long the escape is that begins a text; 0: none that JSON has. Qt's parser passes over others.
qsizetype escapeLength(QStringView text)
{
    constexpr qsizetype LongEscape = 6; // \u0041
    if (text.size() < 2)
        return 0;
    if (text[1] != u'u')
        return u"\"\\/bfnrt"_s.contains(text[1]) ? 2 : 0;
    const auto digits = text.mid(2, 4);
    return digits.size() == 4 && std::all_of(digits.begin(), digits.end(), isHex) ? LongEscape : 0;
}

//! What a text needs to stand in a header: empty where a string holds what no JSON string may.
QByteArray oneLine(QStringView text)
{
    QByteArray line;
    bool isInString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (c == u'"') {
            isInString = !isInString;
        } else if (c.unicode() <= 0x20 && !isInString) {
            continue;
        } else if (c.unicode() < 0x20) {
            return {};
        } else if (c == u'\\') {
            const auto length = escapeLength(text.sliced(i));
            if (length == 0)
                return {};
            line += text.mid(i, length).toLatin1();
            i += length - 1;
            continue;
        }
        if (c.unicode() < 0x7f)
            line += c.toLatin1();
        else
            line += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return line;
}

bool namesASecret(const QString &name)
{
    static const QRegularExpression words(
        u"key|token|secret|passw|credential|authorization"_s, QRegularExpression::CaseInsensitiveOption);
    return words.match(name).hasMatch();
}

void collect(const QJsonValue &value, bool isSecret, QList<QByteArray> &found)
{
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto member = object.constBegin(); member != object.constEnd(); ++member)
            collect(member.value(), isSecret || namesASecret(member.key()), found);
    } else if (value.isArray()) {
        const auto items = value.toArray();
        for (const auto &item : items)
            collect(item, isSecret, found);
    } else if (const auto text = value.toString().toUtf8(); isSecret && text.size() >= ShortestSecret) {
        found.append(text);
    }
}

QJsonObject strategyOf(const QJsonObject &level)
{
    QJsonObject kept;
    const auto mode = level["strategy"_L1].toObject().value("mode"_L1);
    if (mode.isString())
        kept["strategy"_L1] = QJsonObject{{u"mode"_s, mode}};
    QJsonArray targets;
    for (const auto &target : level["targets"_L1].toArray())
        targets.append(strategyOf(target.toObject()));
    if (!targets.isEmpty())
        kept["targets"_L1] = targets;
    return kept;
}

} // namespace

Result<QByteArray> compactJson(const QByteArray &text)
{
    QByteArrayView bytes(text);
    if (bytes.startsWith("\xef\xbb\xbf")) // the mark that some editors put in front of UTF-8
        bytes = bytes.sliced(3);
    const auto whole = bytes.toByteArray();
    if (whole.isValidUtf8() && QJsonDocument::fromJson(whole).isObject()) {
        if (auto line = oneLine(QString::fromUtf8(whole)); !line.isEmpty())
            return line;
    }
    return fail(Error::Kind::InvalidInput, u"json"_s);
}

QList<QByteArray> secretValuesIn(const QByteArray &json)
{
    QList<QByteArray> found;
    collect(QJsonDocument::fromJson(json).object(), false, found);
    std::sort(found.begin(), found.end(),
        [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
    return found;
}

QJsonObject strategiesIn(const QByteArray &json)
{
    const auto kept = strategyOf(QJsonDocument::fromJson(json).object());
    return kept.contains("targets"_L1) ? kept : QJsonObject();
}

} // namespace tollkeeper
