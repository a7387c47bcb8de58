// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/redaction.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

struct Mask {
    QRegularExpression pattern;
    QString replacement;
};

const std::array<Mask, 6> &masks()
{
    using Rx = QRegularExpression;
    static const std::array<Mask, 6> all{{
        {Rx(uR"(\b(bearer|basic)\s+[^\s"',;<>]+)"_s, Rx::CaseInsensitiveOption), u"\\1 …"_s},
        {Rx(uR"(\b(authorization|x-api-key|x-goog-api-key|api[_-]?key|key|token)(["']?\s*[:=]\s*["']?)(?!bearer\b|basic\b)[^\s"',;<>]{6,})"_s,
             Rx::CaseInsensitiveOption),
            u"\\1\\2…"_s},
        {Rx(uR"(\b(sk|ck|pk|rk|ak)-[A-Za-z0-9_\-.*…]{2,})"_s), u"\\1-…"_s},
        {Rx(uR"((user_?id["']?\s*[:=]\s*["']?)[^\s"',;<>}]+)"_s, Rx::CaseInsensitiveOption), u"\\1…"_s},
        {Rx(uR"(\buser_(?!id\b)[A-Za-z0-9]+)"_s), u"user_…"_s},
        // Long runs without a blank are ids of 36 characters at most, or secrets.
        {Rx(uR"(\beyJ[A-Za-z0-9_\-.]+|[A-Za-z0-9_\-]{40,})"_s), u"…"_s},
    }};
    return all;
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

} // namespace

QString redacted(QString text, qsizetype most)
{
    cutAtWord(text); // bounds the work
    for (auto &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    for (const auto &mask : masks())
        text.replace(mask.pattern, mask.replacement);
    text = text.simplified();
    return text.size() <= most ? text : text.left(most - 1) + u'…';
}

QString withoutIds(QString text, const QJsonObject &body)
{
    const auto error = body["error"_L1].toObject();
    for (const auto &holder : {body, error, error["metadata"_L1].toObject()}) {
        for (const auto member : {"user_id"_L1, "userId"_L1}) {
            if (const auto id = holder[member].toString(); id.size() > 2)
                text.replace(id, u"…"_s);
        }
    }
    return text;
}

QString plainId(const QString &text)
{
    static const QRegularExpression key(uR"(\b(sk|ck|pk|rk|ak)-[A-Za-z0-9_\-.*…]{2,})"_s);
    auto id = text.trimmed().left(200);
    id.removeIf([](QChar c) { return !c.isPrint(); });
    return id.replace(key, u"\\1-…"_s);
}

} // namespace tollkeeper
