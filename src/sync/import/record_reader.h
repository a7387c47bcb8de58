// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/import_facts.h"

#include <QByteArrayView>

#include <algorithm>
#include <span>

namespace tollkeeper {

//! One record of a file, as bytes. The fields lie in the reader and hold until its next call.
struct Record {
    qint64 line = 0; //!< where it begins, from 1
    std::span<const QByteArrayView> fields;
};

//! The beginning of a text from a file, to show where something stands.
[[nodiscard]] inline QString excerptOf(QByteArrayView text)
{
    constexpr qsizetype Most = 40; // bytes
    return QString::fromUtf8(text.first(std::min(text.size(), Most)));
}

//! Cuts a stream of bytes into records: fed piece by piece, cut anywhere. A record that cannot be read is
//! told with its line and does not stop the rest. Pure; one thread at a time.
class RecordReader {
public:
    enum class Step : std::uint8_t {
        Record,
        Broken, //!< problem() says what and where; the next step goes on behind it
        NeedsMore,
        End,
    };

    RecordReader() = default;
    Q_DISABLE_COPY_MOVE(RecordReader)
    virtual ~RecordReader() = default;

    virtual void feed(QByteArrayView bytes) = 0;
    //! No more bytes will come.
    virtual void finish() = 0;
    [[nodiscard]] virtual Step next() = 0;

    [[nodiscard]] virtual const Record &record() const = 0;
    [[nodiscard]] virtual const RowProblem &problem() const = 0;
    //! Bytes and lines of the stream that are done with: where reading can go on another time.
    [[nodiscard]] virtual qint64 offset() const = 0;
    [[nodiscard]] virtual qint64 linesDone() const = 0;
};

} // namespace tollkeeper
