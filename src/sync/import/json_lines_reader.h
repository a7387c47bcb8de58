// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/import/line_buffer.h"
#include "sync/import/record_reader.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace tollkeeper {

//! Reads a structured log: one JSON object per line. The fields of a record are the values of `columns`, in
//! that order; "usage.cost" names a value inside another object. Absent and null are empty. A number has lost
//! its text in the parser, so the shortest text that reads back as the same double stands for it.
class JsonLinesReader final : public RecordReader {
public:
    static constexpr qsizetype LongestLine = 4 << 20; //!< bytes

    explicit JsonLinesReader(const QStringList &columns);

    //! Goes on where another reader's offset() and linesDone() were. REQUIRES: nothing was fed yet.
    void startAt(qint64 offset, qint64 linesDone) { m_buffer.startAt(offset, linesDone); }

    void feed(QByteArrayView bytes) override { m_buffer.append(bytes); }
    void finish() override { m_isLast = true; }
    [[nodiscard]] Step next() override;
    [[nodiscard]] const Record &record() const override { return m_record; }
    [[nodiscard]] const RowProblem &problem() const override { return m_problem; }
    [[nodiscard]] qint64 offset() const override { return m_buffer.offset(); }
    [[nodiscard]] qint64 linesDone() const override { return m_buffer.linesDone(); }

private:
    [[nodiscard]] Step read(QByteArrayView line);
    [[nodiscard]] Step broken(RowFault fault, QByteArrayView where);

    QStringList m_columns;
    LineBuffer m_buffer;
    std::vector<QByteArray> m_texts;
    std::vector<QByteArrayView> m_fields;
    Record m_record;
    RowProblem m_problem;
    bool m_isLast = false;
    bool m_isSkipping = false;
};

//! The value that a column names; undefined where there is none.
[[nodiscard]] QJsonValue valueAt(const QJsonObject &object, const QString &column);
//! The columns that an object has: its values, and those of objects in it, as "outer.inner".
[[nodiscard]] QStringList columnsOf(const QJsonObject &object);

} // namespace tollkeeper
