// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QStringList>

namespace tollkeeper {

//! The columns of tests/decoder/fixtures/codes_*.tsv.
enum CodeColumn : std::uint8_t {
    Gateway,
    Protocol,
    Status,
    Delay,
    Meaning,
    Again,
    Who,
    Paid,
    Code,
    Body,
    Columns
};

//! Their rows: every documented code of every gateway in the forms it comes in.
inline QList<QStringList> documentedRows(const QString &folder)
{
    QList<QStringList> rows;
    QDirIterator files(folder, {QStringLiteral("codes_*.tsv")});
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            if (!line.startsWith(u'#'))
                rows.append(line.split(u'\t'));
        }
    }
    return rows;
}

} // namespace tollkeeper
