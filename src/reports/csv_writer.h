// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>

#include <optional>

namespace tollkeeper {

//! Writes CSV as RFC 4180 describes it, for spreadsheets and programs: UTF-8, CR LF. A text that a
//! spreadsheet would compute (= + - @ TAB CR at its beginning, also behind apostrophes) gets an apostrophe in
//! front, and NUL is dropped (trust.md 4). Numbers are written by us, in the C locale, and stay numbers.
class CsvWriter {
public:
    enum class Mark : std::uint8_t { None, Utf8 };

    //! The device must be open and outlive the writer.
    explicit CsvWriter(QIODevice &device, Mark mark = Mark::None);

    void comment(const QString &line); //!< "# …"; only before the first record
    void text(QStringView text);
    void word(QLatin1StringView word); //!< one of our own, never guarded
    void number(qint64 value);
    void decimal(qint64 units, int scale); //!< "12.340000"
    void empty();
    void endRecord();

    //! Hands everything to the device. Error::Kind::File: "disk full", or what the device says.
    [[nodiscard]] Outcome flush();
    //! The same, but only where much has gathered.
    [[nodiscard]] Outcome flushIfFull();

private:
    void field(QByteArrayView bytes);

    QIODevice &m_device;
    QByteArray m_pending;
    bool m_isFirst = true; //!< of its record
};

} // namespace tollkeeper
