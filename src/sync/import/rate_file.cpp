// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/rate_file.h"

#include "sync/import/column_words.h"
#include "sync/import/csv_reader.h"
#include "sync/import/import_sample.h"
#include "sync/import/number_fields.h"

#include <QFileInfo>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 MostBytes = 16 << 20; // two centuries of daily rates of twenty pairs

enum Column : std::size_t { Day, Base, Quote, Rate, Columns };

const std::array<QStringList, Columns> &names()
{
    static const std::array<QStringList, Columns> all{
        QStringList{u"date"_s, u"day"_s, u"valid_from"_s, u"from_date"_s},
        QStringList{u"base"_s, u"from"_s, u"base_currency"_s, u"from_currency"_s},
        QStringList{u"quote"_s, u"to"_s, u"quote_currency"_s, u"to_currency"_s, u"target"_s},
        QStringList{u"rate"_s, u"value"_s, u"exchange_rate"_s}};
    return all;
}

Result<std::array<std::size_t, Columns>> columnsOf(const Record &heading)
{
    std::array<std::size_t, Columns> columns{};
    for (std::size_t column = 0; column < Columns; ++column) {
        std::size_t at = 0;
        while (at < heading.fields.size()
            && !names().at(column).contains(plainHeading(QString::fromUtf8(heading.fields[at]))))
            ++at;
        if (at == heading.fields.size())
            return fail(Error::Kind::InvalidInput,
                u"the file has no column “%1”"_s.arg(names().at(column).constFirst()));
        columns.at(column) = at;
    }
    return columns;
}

tl::expected<ExchangeRate, RowProblem> rateFrom(
    const Record &record, const std::array<std::size_t, Columns> &columns, const QString &source)
{
    std::array<QString, Columns> texts;
    for (std::size_t column = 0; column < Columns; ++column) {
        if (columns.at(column) >= record.fields.size())
            return tl::unexpected(RowProblem{record.line, RowFault::FieldCount, {}, {}});
        texts.at(column) = QString::fromUtf8(trimmedField(record.fields[columns.at(column)]));
    }
    const auto day = QDate::fromString(texts[Day], Qt::ISODate);
    if (!day.isValid())
        return tl::unexpected(RowProblem{record.line, RowFault::BadTime, {}, texts[Day].left(40)});
    const auto base = Currency::fromCode(texts[Base]);
    const auto quote = Currency::fromCode(texts[Quote]);
    if (!base || !quote || *base == *quote)
        return tl::unexpected(
            RowProblem{record.line, RowFault::BadCurrency, {}, (texts[Base] + u' ' + texts[Quote]).left(40)});
    const auto nanos = rateFromText(texts[Rate]);
    if (!nanos)
        return tl::unexpected(RowProblem{record.line, RowFault::BadNumber, {}, texts[Rate].left(40)});
    return ExchangeRate{*base, *quote, day, *nanos, source};
}

} // namespace

Result<RateFile> readRates(const QString &path)
{
    auto file = openImportFile(path);
    if (!file)
        return fail(file.error());
    const auto sample = sampleOf(**file);
    if (!sample)
        return fail(sample.error());
    if ((*file)->size() > MostBytes || sample->isJson)
        return fail(Error::Kind::InvalidInput, u"that is no file of exchange rates"_s);
    const auto bytes = (*file)->readAll();
    CsvReader reader(sample->separator);
    reader.feed(bytes);
    reader.finish();
    RateFile rates;
    std::optional<std::array<std::size_t, Columns>> columns;
    for (auto step = reader.next(); step != RecordReader::Step::End; step = reader.next()) {
        if (step == RecordReader::Step::Broken) {
            rates.problems.append(reader.problem());
        } else if (!columns) {
            const auto found = columnsOf(reader.record());
            if (!found)
                return fail(found.error());
            columns = *found;
        } else if (auto rate = rateFrom(reader.record(), *columns, QFileInfo(path).fileName())) {
            rates.rates.append(*rate);
        } else {
            rates.problems.append(rate.error());
        }
    }
    return rates;
}

} // namespace tollkeeper
