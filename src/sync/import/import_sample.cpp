// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/import_sample.h"

#include "sync/import/csv_reader.h"
#include "sync/import/json_lines_reader.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 SampleBytes = 256 * 1024;
constexpr qsizetype SampleRecords = 50;

Failure fileFailure(const QString &fact)
{
    return fail(Error::Kind::File, fact);
}

QByteArrayView withoutMark(QByteArrayView bytes)
{
    return bytes.startsWith("\xef\xbb\xbf") ? bytes.sliced(3) : bytes;
}

Outcome checkText(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return fileFailure(u"utf-16"_s);
    if (bytes.contains('\0'))
        return fileFailure(u"binary"_s);
    return Done{};
}

QStringList textsOf(const Record &record)
{
    QStringList texts;
    for (const auto field : record.fields)
        texts.append(QString::fromUtf8(field));
    return texts;
}

//! The first line that is neither blank nor a comment.
QByteArrayView headingLine(QByteArrayView bytes)
{
    bytes = withoutMark(bytes);
    while (!bytes.isEmpty()) {
        const auto *const end = lineEndIn(bytes.begin(), bytes.end());
        const QByteArrayView line(bytes.begin(), end - bytes.begin());
        if (!line.isEmpty() && !line.startsWith("# "))
            return line;
        bytes = bytes.sliced(std::min(line.size() + 1, bytes.size()));
    }
    return bytes;
}

Result<ImportSample> csvSample(QByteArrayView bytes, bool isWholeFile)
{
    ImportSample sample;
    sample.separator = separatorOf(headingLine(bytes));
    CsvReader reader(sample.separator);
    reader.feed(bytes);
    if (isWholeFile)
        reader.finish();
    while (sample.records.size() < SampleRecords) {
        const auto step = reader.next();
        if (step == RecordReader::Step::Broken && sample.heading.isEmpty())
            break;
        if (step == RecordReader::Step::Broken)
            continue;
        if (step != RecordReader::Step::Record)
            break;
        if (sample.heading.isEmpty())
            sample.heading = textsOf(reader.record());
        else
            sample.records.append(textsOf(reader.record()));
    }
    if (sample.heading.isEmpty())
        return fileFailure(u"no heading"_s);
    return sample;
}

//! The columns of all objects of the sample: a log leaves out what it does not know.
Result<ImportSample> jsonSample(QByteArrayView bytes)
{
    ImportSample sample;
    sample.isJson = true;
    qsizetype objects = 0;
    for (bytes = withoutMark(bytes); !bytes.isEmpty() && objects < SampleRecords;) {
        const auto *const end = lineEndIn(bytes.begin(), bytes.end());
        const QByteArrayView line(bytes.begin(), end - bytes.begin());
        const auto document = QJsonDocument::fromJson(line.toByteArray());
        if (document.isObject()) {
            ++objects;
            for (const auto &column : columnsOf(document.object())) {
                if (!sample.heading.contains(column))
                    sample.heading.append(column);
            }
        }
        bytes = bytes.sliced(std::min(line.size() + 1, bytes.size()));
    }
    if (objects == 0)
        return fileFailure(u"no heading"_s);
    return sample;
}

void addRecords(QByteArrayView bytes, ImportSample &sample)
{
    JsonLinesReader reader(sample.heading);
    reader.feed(bytes);
    reader.finish();
    for (auto step = reader.next(); step != RecordReader::Step::End && sample.records.size() < SampleRecords;
         step = reader.next()) {
        if (step == RecordReader::Step::Record)
            sample.records.append(textsOf(reader.record()));
    }
}

} // namespace

Result<std::unique_ptr<QFile>> openImportFile(const QString &path)
{
    const QFileInfo about(path);
    if (!about.exists())
        return fileFailure(u"missing"_s);
    if (about.isDir())
        return fileFailure(u"directory"_s);
    if (!about.isFile())
        return fileFailure(u"special"_s);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fileFailure(about.isReadable() ? u"unreadable"_s : u"permission"_s);
    if (about.size() == 0)
        return fileFailure(u"empty"_s);
    return file;
}

Result<ImportSample> sampleOf(QFile &file)
{
    const auto bytes = file.read(SampleBytes);
    if (bytes.isEmpty() || !file.seek(0))
        return fileFailure(u"unreadable"_s);
    if (auto text = checkText(bytes); !text)
        return fail(text.error());
    const auto first = withoutMark(bytes).trimmed();
    if (first.startsWith('['))
        return fileFailure(u"json array"_s);
    if (!first.startsWith('{'))
        return csvSample(bytes, bytes.size() == file.size());
    auto sample = jsonSample(bytes);
    if (sample)
        addRecords(bytes, *sample);
    return sample;
}

} // namespace tollkeeper
