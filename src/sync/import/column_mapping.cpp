// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/column_mapping.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array FormatWords{
    "tollkeeper"_L1, "activity-log"_L1, "panel-usage"_L1, "csv"_L1, "json-lines"_L1};
constexpr std::array LatencyWords{"ms"_L1, "s"_L1};
constexpr std::array MoneyWords{"units"_L1, "hundredths"_L1, "millionths"_L1};

template<typename Words, typename Value>
QString wordOf(const Words &words, Value value)
{
    return words.at(static_cast<std::size_t>(value));
}

//! The value whose word stands in a member; absent is `otherwise`.
template<typename Value, typename Words>
Result<Value> fromWord(const QJsonObject &json, QLatin1StringView member, const Words &words, Value otherwise)
{
    if (!json.contains(member))
        return otherwise;
    const auto text = json.value(member).toString();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words.at(i) == text)
            return static_cast<Value>(i);
    }
    return fail(Error::Kind::InvalidInput, u"“%1” is no value of “%2”"_s.arg(text, member));
}

Result<QMap<ImportField, QString>> columnsFrom(const QJsonObject &json)
{
    QMap<ImportField, QString> columns;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        const auto field = importFieldFromText(it.key());
        if (!field)
            return fail(Error::Kind::InvalidInput, u"there is no field “%1”"_s.arg(it.key()));
        columns.insert(*field, it.value().toString());
    }
    return columns;
}

Outcome readUnits(const QJsonObject &json, ColumnMapping &mapping)
{
    const auto format = fromWord(json, "format"_L1, FormatWords, mapping.format);
    const auto firstByte = fromWord(json, "first_byte_unit"_L1, LatencyWords, mapping.firstByteUnit);
    const auto total = fromWord(json, "total_time_unit"_L1, LatencyWords, mapping.totalTimeUnit);
    const auto money = fromWord(json, "money_unit"_L1, MoneyWords, mapping.moneyUnit);
    if (!format)
        return fail(format.error());
    if (!firstByte || !total)
        return fail(!firstByte ? firstByte.error() : total.error());
    if (!money)
        return fail(money.error());
    mapping.format = *format;
    mapping.firstByteUnit = *firstByte;
    mapping.totalTimeUnit = *total;
    mapping.moneyUnit = *money;
    return Done{};
}

} // namespace

QLatin1StringView toText(ImportFormat format)
{
    return FormatWords.at(static_cast<std::size_t>(format));
}

std::optional<ImportFormat> importFormatFromText(QStringView text)
{
    for (std::size_t i = 0; i < FormatWords.size(); ++i) {
        if (FormatWords.at(i) == text)
            return static_cast<ImportFormat>(i);
    }
    return std::nullopt;
}

QJsonObject toJson(const ColumnMapping &mapping)
{
    QJsonObject columns;
    for (auto it = mapping.columns.constBegin(); it != mapping.columns.constEnd(); ++it)
        columns.insert(toText(it.key()), it.value());
    return {{u"format"_s, toText(mapping.format)}, {u"columns"_s, columns},
        {u"separator"_s, QString(QLatin1Char(mapping.separator))},
        {u"decimal_comma"_s, mapping.hasDecimalComma},
        {u"first_byte_unit"_s, wordOf(LatencyWords, mapping.firstByteUnit)},
        {u"total_time_unit"_s, wordOf(LatencyWords, mapping.totalTimeUnit)},
        {u"money_unit"_s, wordOf(MoneyWords, mapping.moneyUnit)}, {u"currency"_s, mapping.currency.code()},
        {u"zone"_s, QString::fromLatin1(mapping.zone.id())}, {u"cache_apart"_s, mapping.isCacheApart},
        {u"guarded_text"_s, mapping.isTextGuarded}, {u"only_account"_s, mapping.onlyAccount}};
}

Result<ColumnMapping> columnMappingFromJson(const QJsonObject &json)
{
    ColumnMapping mapping;
    if (auto units = readUnits(json, mapping); !units)
        return fail(units.error());
    const auto columns = columnsFrom(json.value("columns"_L1).toObject());
    if (!columns)
        return fail(columns.error());
    mapping.columns = *columns;
    const auto separator = json.value("separator"_L1).toString(u","_s);
    if (separator.size() != 1 || separator.front().unicode() > 0x7f)
        return fail(Error::Kind::InvalidInput, u"the separator must be one character"_s);
    mapping.separator = separator.front().toLatin1();
    const auto currency = Currency::fromCode(json.value("currency"_L1).toString(u"USD"_s));
    if (!currency)
        return fail(Error::Kind::InvalidInput, u"a currency needs three letters such as USD"_s);
    mapping.currency = *currency;
    const auto zone = json.value("zone"_L1).toString(u"UTC"_s);
    mapping.zone = zone == u"UTC" ? QTimeZone::utc() : QTimeZone(zone.toLatin1());
    if (!mapping.zone.isValid())
        return fail(Error::Kind::InvalidInput, u"“%1” is no time zone such as Europe/Berlin"_s.arg(zone));
    mapping.hasDecimalComma = json.value("decimal_comma"_L1).toBool();
    mapping.isCacheApart = json.value("cache_apart"_L1).toBool();
    mapping.isTextGuarded = json.value("guarded_text"_L1).toBool();
    mapping.onlyAccount = json.value("only_account"_L1).toString();
    return mapping;
}

Outcome checkMapping(const ColumnMapping &mapping, const QStringList &heading)
{
    for (const auto &column : mapping.columns) {
        if (!heading.contains(column))
            return fail(Error::Kind::InvalidInput, u"the file has no column “%1”"_s.arg(column));
    }
    if (!mapping.columns.contains(ImportField::StartedAt))
        return fail(Error::Kind::InvalidInput, u"no column tells when a request began"_s);
    return Done{};
}

} // namespace tollkeeper
