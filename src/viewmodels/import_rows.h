// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/import_service.h"

#include <QStringList>
#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! One field of a request, and the column of the file that tells it.
struct MappingLine {
    Q_GADGET
    QML_VALUE_TYPE(mappingLine)
    Q_PROPERTY(int field MEMBER field)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString column MEMBER column)

public:
    int field = 0; //!< of ImportField
    QString name;
    QString column; //!< empty: no column tells it
    friend bool operator==(const MappingLine &, const MappingLine &) = default;
};

//! A row of a file that is not taken, and why.
struct ProblemLine {
    Q_GADGET
    QML_VALUE_TYPE(problemLine)
    Q_PROPERTY(QString line MEMBER line)
    Q_PROPERTY(QString text MEMBER text)

public:
    QString line; //!< "Line 12"
    QString text;
};

//! What an import or its rehearsal came to.
struct ImportOutcome {
    Q_GADGET
    QML_VALUE_TYPE(importOutcome)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(bool isWarning MEMBER isWarning)
    Q_PROPERTY(QVariantList problems MEMBER problems)
    Q_PROPERTY(QString moreProblems MEMBER moreProblems)

public:
    QString title;
    QString text;
    bool isWarning = false;
    QVariantList problems; //!< of ProblemLine
    QString moreProblems; //!< "and 1,204 more"; empty: all are named
};

//! The fields that a person may want to set, in the order of the table; those without a column too.
[[nodiscard]] QList<MappingLine> mappingLines(const ColumnMapping &mapping);
[[nodiscard]] QString formatText(ImportFormat format);
[[nodiscard]] ImportOutcome importOutcome(const ImportReport &report);
[[nodiscard]] QVariantList problemLines(const QList<RowProblem> &problems);
//! "12.4 MB".
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace tollkeeper
