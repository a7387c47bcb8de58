// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QString>

namespace tollkeeper {

//! From 1; the first line that names a member. 0: none does.
[[nodiscard]] inline int lineNaming(const QString &json, const QString &member)
{
    const auto place = json.indexOf(u'"' + member.section(u'.', -1) + u'"');
    return place < 0 ? 0 : int(QStringView(json).first(place).count(u'\n')) + 1;
}

//! A text as a value of JSON, in quotes.
[[nodiscard]] inline QString jsonText(const QString &text)
{
    const auto list = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    return list.sliced(1, list.size() - 2);
}

//! Where a member of the outermost object has its value, blanks included; `from` < 0: there is none.
struct JsonStretch {
    qsizetype from = -1;
    qsizetype to = -1;
};

//! REQUIRES: `json` is an object. A name that is written with escapes is not found.
[[nodiscard]] inline JsonStretch valueOf(QStringView json, QStringView member)
{
    QStringView text; // the last one at this depth: before a colon it is a name
    qsizetype from = -1;
    int depth = 0;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const auto c = json[at];
        if (c == u'"') {
            const auto start = ++at;
            while (at < json.size() && json[at] != u'"')
                at += json[at] == u'\\' ? 2 : 1;
            text = depth == 1 ? json.sliced(start, std::min(at, json.size()) - start) : text;
        } else if (depth == 1 && c == u':' && text == member) {
            from = at + 1;
        } else if (depth == 1 && from >= 0 && (c == u',' || c == u'}')) {
            return {from, at};
        } else if (c == u'{' || c == u'[') {
            ++depth;
        } else if (c == u'}' || c == u']') {
            --depth;
        }
    }
    return {};
}

//! The same object with another value for a member, and all the rest as a person wrote it. `value`: JSON.
//! REQUIRES: `json` is an object.
[[nodiscard]] inline QString withMember(const QString &json, const QString &member, const QString &value)
{
    if (const auto held = valueOf(json, member); held.from >= 0) {
        const auto stretch = QStringView(json).sliced(held.from, held.to - held.from);
        const auto old = stretch.trimmed();
        const auto at = old.isEmpty() ? held.from : qsizetype(old.begin() - QStringView(json).begin());
        return json.first(at) + value + json.sliced(at + old.size());
    }
    const auto first = json.indexOf(u'{') + 1;
    auto next = first;
    while (next < json.size() && json[next].isSpace())
        ++next;
    const auto blanks = json.sliced(first, next - first);
    const auto comma = next < json.size() && json[next] != u'}' ? QString(u',') : QString();
    return json.first(first) + blanks + u'"' + member + u'"' + u':' + u' ' + value + comma
        + json.sliced(first);
}

} // namespace tollkeeper
