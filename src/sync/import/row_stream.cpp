// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/row_stream.h"

#include "sync/import/csv_reader.h"
#include "sync/import/import_sample.h"
#include "sync/import/json_lines_reader.h"

#include <QFileInfo>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype PieceBytes = 256 * 1024;

} // namespace

qint64 RowChunk::refusedRows() const
{
    return std::accumulate(refused.cbegin(), refused.cend(), qint64(0));
}

Result<std::unique_ptr<RowStream>> RowStream::open(
    const QString &path, const ColumnMapping &mapping, RowOwner owner)
{
    auto file = openImportFile(path);
    if (!file)
        return fail(file.error());
    std::unique_ptr<RowStream> stream(new RowStream);
    stream->m_file = *std::move(file);
    const QFileInfo about(path);
    stream->m_bytes = about.size();
    stream->m_changedAt = about.lastModified();
    if (auto started = stream->start(mapping, std::move(owner)); !started)
        return fail(started.error());
    return stream;
}

Outcome RowStream::start(const ColumnMapping &mapping, RowOwner owner)
{
    const auto sample = sampleOf(*m_file);
    if (!sample)
        return fail(sample.error());
    const auto meant = mapping.columns.isEmpty() ? guessMapping(*sample) : mapping;
    if (auto checked = checkMapping(meant, sample->heading); !checked)
        return checked;
    m_piece.resize(PieceBytes);
    if (sample->isJson) {
        m_heading = meant.columns.values();
        auto reader = std::make_unique<JsonLinesReader>(m_heading);
        m_startAt = [at = reader.get()](qint64 bytes, qint64 lines) { at->startAt(bytes, lines); };
        m_records = std::move(reader);
    } else {
        m_heading = sample->heading;
        auto reader = std::make_unique<CsvReader>(meant.separator);
        reader->expectFields(static_cast<std::size_t>(m_heading.size()));
        m_startAt = [at = reader.get()](qint64 bytes, qint64 lines) { at->startAt(bytes, lines); };
        m_records = std::move(reader);
        if (auto passed = passHeading(); !passed)
            return passed;
    }
    m_rows = std::make_unique<RowReader>(meant, m_heading, std::move(owner));
    return Done{};
}

//! The sample found it: anything else is another file by now.
Outcome RowStream::passHeading()
{
    for (;;) {
        const auto step = m_records->next();
        if (step == RecordReader::Step::Record)
            return Done{};
        if (step != RecordReader::Step::NeedsMore)
            return fail(Error::Kind::File, u"changed"_s);
        if (auto fed = feed(); !fed)
            return fed;
    }
}

//! Memory mapping would be faster, but a file that is cut short meanwhile would kill the process.
Outcome RowStream::feed()
{
    const auto count = m_file->read(m_piece.data(), m_piece.size());
    if (count < 0)
        return fail(Error::Kind::File, u"unreadable"_s);
    if (count == 0)
        m_records->finish();
    else
        m_records->feed(QByteArrayView(m_piece).first(count));
    return Done{};
}

Outcome RowStream::checkUnchanged() const
{
    const QFileInfo about(m_file->fileName());
    if (!about.exists())
        return fail(Error::Kind::File, u"missing"_s);
    if (about.size() != m_bytes || about.lastModified() != m_changedAt)
        return fail(Error::Kind::File, u"changed"_s);
    return Done{};
}

Result<RowChunk> RowStream::next(qsizetype most)
{
    RowChunk chunk;
    chunk.rows.reserve(most);
    m_rows->forgetTexts();
    while (!chunk.isLast && chunk.rows.size() < most) {
        if (auto stepped = step(chunk); !stepped)
            return fail(stepped.error());
    }
    chunk.bytesDone = m_records->offset();
    chunk.linesDone = m_records->linesDone();
    if (auto same = checkUnchanged(); !same)
        return fail(same.error());
    return chunk;
}

//! One step of the reader, into a chunk.
Outcome RowStream::step(RowChunk &chunk)
{
    switch (m_records->next()) {
    case RecordReader::Step::Record:
        take(chunk);
        break;
    case RecordReader::Step::Broken:
        refuse(m_records->problem(), chunk);
        break;
    case RecordReader::Step::NeedsMore:
        return feed();
    case RecordReader::Step::End:
        chunk.isLast = true;
        break;
    }
    return Done{};
}

void RowStream::take(RowChunk &chunk)
{
    auto &row = chunk.rows.emplaceBack();
    const auto verdict = m_rows->read(m_records->record(), row);
    if (verdict == RowReader::Verdict::Row)
        return;
    chunk.rows.removeLast();
    if (verdict == RowReader::Verdict::Refused)
        refuse(m_rows->problem(), chunk);
}

void RowStream::refuse(const RowProblem &problem, RowChunk &chunk)
{
    ++chunk.refused.at(static_cast<std::size_t>(problem.fault));
    if (m_problemsKept < ProblemsKept) {
        ++m_problemsKept;
        chunk.problems.append(problem);
    }
}

Outcome RowStream::skipTo(qint64 bytesDone, qint64 linesDone)
{
    if (makesIds()) {
        RowChunk passed;
        while (m_records->offset() < bytesDone && !passed.isLast) {
            if (auto stepped = step(passed); !stepped)
                return stepped;
            passed.rows.clear();
        }
        m_problemsKept = 0;
        return Done{};
    }
    if (!m_file->seek(bytesDone))
        return fail(Error::Kind::File, u"unreadable"_s);
    m_startAt(bytesDone, linesDone);
    return Done{};
}

} // namespace tollkeeper
