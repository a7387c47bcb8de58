// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/import/record_reader.h"

#include <QByteArrayView>
#include <QList>
#include <QStringList>

//! What a reader says of a text, one line per step: "3: a|b" or "4! unclosed_quote". It is fed in parts that
//! end at `cuts`, and then the rest.
inline QStringList stepsOver(
    QByteArrayView text, const QList<qsizetype> &cuts, tollkeeper::RecordReader &reader)
{
    using Step = tollkeeper::RecordReader::Step;
    QStringList said;
    qsizetype fed = 0;
    auto cut = cuts.cbegin();
    for (;;) {
        const auto step = reader.next();
        if (step == Step::End)
            return said;
        if (step == Step::NeedsMore) {
            const auto until = cut == cuts.cend() ? text.size() : *cut++;
            if (fed == text.size())
                reader.finish();
            else
                reader.feed(text.sliced(fed, until - fed));
            fed = until;
            continue;
        }
        if (step == Step::Broken) {
            const auto &problem = reader.problem();
            said.append(QStringLiteral("%1! %2").arg(problem.line).arg(toText(problem.fault)));
            continue;
        }
        QStringList fields;
        for (const auto field : reader.record().fields)
            fields.append(QString::fromUtf8(field));
        said.append(QStringLiteral("%1: %2").arg(reader.record().line).arg(fields.join(u'|')));
    }
}
