// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/import/column_mapping.h"
#include "sync/import/record_reader.h"
#include "sync/import/text_pool.h"

#include <QStringList>

#include <array>

namespace tollkeeper {

//! A record, its fields by what they tell and their values in our units. A reading function answers false
//! where the field says something unusable; problem() then says what. A field that the file does not have, or
//! that tells nothing, leaves its value as it is.
class MappedRecord {
public:
    static constexpr qsizetype LongestText = 512; //!< bytes

    MappedRecord(const ColumnMapping &mapping, const QStringList &heading);

    void set(const Record &record) { m_record = record; }
    //! Texts of later records share no memory with those of earlier ones.
    void forgetTexts() { m_pool.forget(); }
    [[nodiscard]] const RowProblem &problem() const { return m_problem; }
    [[nodiscard]] bool has(ImportField field) const { return m_columns.at(indexOf(field)) >= 0; }
    [[nodiscard]] bool hasAllFields() const { return m_record.fields.size() == m_headingSize; }
    [[nodiscard]] bool isBlank() const;

    //! The trimmed bytes of a field; empty where the file has no such column.
    [[nodiscard]] QByteArrayView bytes(ImportField field) const;
    //! Without the apostrophe that keeps a spreadsheet from computing a text of ours.
    [[nodiscard]] QByteArrayView unguarded(QByteArrayView text) const;

    [[nodiscard]] bool name(ImportField field, QString &into);
    [[nodiscard]] bool count(ImportField field, std::optional<qint64> &into);
    [[nodiscard]] bool amount(ImportField field, bool mayBeNegative, std::optional<qint64> &nanos);
    [[nodiscard]] bool milliseconds(ImportField field, LatencyUnit unit, std::optional<qint64> &into);
    [[nodiscard]] bool httpStatus(ImportField field, std::optional<int> &into);
    //! False, for the caller to pass on.
    [[nodiscard]] bool refuse(RowFault fault, ImportField field, QByteArrayView text);
    [[nodiscard]] bool refuseFieldCount();

private:
    [[nodiscard]] static std::size_t indexOf(ImportField field) { return static_cast<std::size_t>(field); }

    ColumnMapping m_mapping;
    std::array<int, ImportFields> m_columns{}; //!< of the heading; -1: not mapped
    std::size_t m_headingSize;
    char m_point;
    int m_moneyScale;
    TextPool m_pool;
    Record m_record;
    RowProblem m_problem;
};

} // namespace tollkeeper
