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

} // namespace

QString redacted(QString text, qsizetype most)
{
    text.truncate(4000); // bounds the work; a key cut here is longer than what is kept below
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

} // namespace tollkeeper
