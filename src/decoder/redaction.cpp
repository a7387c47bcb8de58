// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/redaction.h"

#include "decoder/secret_masks.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool isBreak(QChar c)
{
    if (c >= u' ' && c <= u'~')
        return false;
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator
        || c == QChar::ParagraphSeparator;
}

//! Half a character makes a text one that no pattern matches: it would hide every key in it.
void replaceHalves(QString &text)
{
    const QStringView all(text);
    auto at = std::find_if(all.begin(), all.end(), [](QChar c) { return c.isSurrogate(); }) - all.begin();
    for (; at < text.size(); ++at) {
        const auto c = text.at(at);
        const bool isPair = c.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        if (isPair)
            ++at;
        else if (c.isSurrogate())
            text[at] = QChar::ReplacementCharacter;
    }
}

void replaceBreaks(QString &text)
{
    const QStringView all(text);
    for (auto at = std::find_if(all.begin(), all.end(), isBreak) - all.begin(); at < text.size(); ++at) {
        if (isBreak(text.at(at)))
            text[at] = u' ';
    }
}

//! What has to be done to a text besides masking: nothing, for most of them.
struct Untidiness {
    bool hasHalves = false; //!< or whole pairs
    bool hasBreaks = false;
    bool hasSpareBlanks = false;
};

Untidiness untidinessOf(QStringView text)
{
    Untidiness found;
    bool isPlain = true;
    char16_t before = u' '; // the first must not be one, nor the last
    for (const auto c : text) {
        found.hasSpareBlanks |= c == u' ' && before == u' ';
        isPlain &= c >= u' ' && c <= u'~';
        before = c.unicode();
    }
    found.hasSpareBlanks |= before == u' ';
    if (isPlain) // as nearly all are
        return found;
    for (const auto c : text) {
        found.hasHalves |= c.isSurrogate();
        found.hasBreaks |= isBreak(c);
        found.hasSpareBlanks |= c != u' ' && c.isSpace();
    }
    return found;
}

constexpr int DeepestId = 8;

void addUserIds(QStringList &ids, const QJsonValue &value, int depth);

//! JSON text inside a string, perhaps inside another one, as gateways pass on the bodies of providers.
void addUserIdsInText(QStringList &ids, const QString &text, int depth)
{
    const bool mayHold = text.contains("user"_L1) && (text.contains(u'{') || text.startsWith(u'"'));
    if (!mayHold)
        return;
    const auto inner = QJsonDocument::fromJson("[" + text.toUtf8() + "]").array();
    addUserIds(ids, inner, depth + 1);
}

void addUserIds(QStringList &ids, const QJsonValue &value, int depth)
{
    constexpr qsizetype Most = 50;
    if (depth > DeepestId || ids.size() >= Most)
        return;
    if (value.isString())
        return addUserIdsInText(ids, value.toString(), depth);
    for (const auto &inner : value.toArray())
        addUserIds(ids, inner, depth + 1);
    const auto object = value.toObject();
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        const bool isId = member.key() == "user_id"_L1 || member.key() == "userId"_L1;
        const auto id = isId ? member->toString() : QString();
        if (id.size() > 2)
            ids.append(id);
        else
            addUserIds(ids, *member, depth + 1);
    }
}

constexpr qsizetype MostRead = 4000;

//! Cuts what is too long, with the word that the cut went through: half a key is not known for one.
void cutAtWord(QString &text)
{
    if (text.size() <= MostRead)
        return;
    text.truncate(MostRead);
    const auto isOfWord = [](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.'; };
    while (!text.isEmpty() && isOfWord(text.back()))
        text.chop(1);
}

void mask(QString &text)
{
    const auto signs = signsIn(text);
    if (signs == 0)
        return;
    for (const auto &mask : secretMasks()) {
        if (signs & static_cast<Signs>(mask.sign))
            text.replace(mask.pattern, mask.replacement);
    }
}

} // namespace

QString redacted(QString text, qsizetype most)
{
    cutAtWord(text); // bounds the work
    const auto untidy = untidinessOf(text);
    if (untidy.hasBreaks)
        replaceBreaks(text);
    if (untidy.hasHalves)
        replaceHalves(text);
    mask(text);
    if (untidy.hasBreaks || untidy.hasSpareBlanks)
        text = text.simplified();
    return text.size() <= most ? text : text.left(most - 1) + u'…';
}

QString withoutSecrets(QString text)
{
    replaceHalves(text);
    mask(text);
    return text;
}

QString withoutKeys(QString text)
{
    replaceHalves(text);
    for (const auto &[pattern, replacement] : keyMasks())
        text.replace(pattern, replacement);
    return text;
}

QStringList userIdsIn(const QJsonObject &body)
{
    QStringList ids;
    addUserIds(ids, body, 0);
    return ids;
}

QString withoutIds(QString text, const QStringList &userIds)
{
    for (const auto &id : userIds)
        text.replace(id, u"…"_s);
    return text;
}

QString plainId(const QString &text)
{
    auto id = text.trimmed().left(200);
    id.removeIf([](QChar c) { return (c < u' ' || c > u'~') && !c.isPrint(); });
    if (signsIn(id) & static_cast<Signs>(Sign::KeyPrefix)) {
        for (const auto &[pattern, replacement] : idMasks())
            id.replace(pattern, replacement);
    }
    return id;
}

} // namespace tollkeeper
