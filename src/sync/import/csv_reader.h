// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/import/line_buffer.h"
#include "sync/import/record_reader.h"

#include <array>
#include <vector>

namespace tollkeeper {

//! Reads CSV as RFC 4180 describes it: quoted fields with doubled quotes and line ends, CR LF, LF or CR, a
//! UTF-8 byte order mark, "# " comment lines before the first record. Blank lines are left out. Fields are
//! views: nothing is allocated per field.
//! A quote that is never closed costs its own line only: reading goes on behind that line as soon as the
//! record grows too long, the file ends, or a record over several lines has not the expected fields.
class CsvReader final : public RecordReader {
public:
    static constexpr qsizetype LongestRecord = 1 << 20; //!< bytes

    explicit CsvReader(char separator = ',');

    //! Goes on where another reader's offset() and linesDone() were. REQUIRES: nothing was fed yet.
    void startAt(qint64 offset, qint64 linesDone);
    //! How many fields each record has from here on: the heading's.
    void expectFields(std::size_t count) { m_expected = count; }

    void feed(QByteArrayView bytes) override { m_buffer.append(bytes); }
    void finish() override { m_isLast = true; }
    [[nodiscard]] Step next() override;
    [[nodiscard]] const Record &record() const override { return m_record; }
    [[nodiscard]] const RowProblem &problem() const override { return m_problem; }
    [[nodiscard]] qint64 offset() const override { return m_buffer.offset(); }
    [[nodiscard]] qint64 linesDone() const override { return m_buffer.linesDone(); }

private:
    //! How far a look at the next record came.
    enum class Cut : std::uint8_t { Whole, Incomplete, TextAfterQuote };

    [[nodiscard]] bool dropMark();
    [[nodiscard]] bool dropEmpty();
    [[nodiscard]] Step cutNext();
    [[nodiscard]] Cut cutRecord(char *from, const char *to, bool isLast);
    [[nodiscard]] bool cutQuoted(const char *&at, const char *to);
    void cutPlain(const char *&at, const char *to);
    [[nodiscard]] Step taken(const char *from);
    [[nodiscard]] Step tooLong();
    [[nodiscard]] Step brokenQuote(RowFault fault);
    [[nodiscard]] Step broken(RowFault fault, QByteArrayView where);
    void joinDoubledQuotes();

    LineBuffer m_buffer;
    std::vector<QByteArrayView> m_fields;
    std::vector<std::size_t> m_doubled; //!< fields with doubled quotes, still doubled
    Record m_record;
    RowProblem m_problem;
    std::array<bool, 256> m_endsField{};
    std::size_t m_expected = 0; //!< 0: any
    const char *m_recordEnd = nullptr; //!< behind the line end
    char m_separator;
    bool m_isLast = false;
    bool m_isInQuotes = false; //!< where the last look stopped
    bool m_hasQuotes = false;
    bool m_isSkipping = false; //!< until the next line end
    bool m_markChecked = false;
    bool m_hasRecords = false;
};

} // namespace tollkeeper
