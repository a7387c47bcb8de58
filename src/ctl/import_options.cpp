// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/import_options.h"

#include "base/clock.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

Failure wrong(const QString &what)
{
    return fail(Error::Kind::InvalidInput, what);
}

QString fieldWords()
{
    QStringList words;
    for (int i = 0; i < ImportFields; ++i)
        words.append(toText(static_cast<ImportField>(i)));
    return words.join(u", ");
}

//! "FIELD=VALUE" of an option that may stand several times.
Result<QList<std::pair<ImportField, QString>>> assignments(const QStringList &values, const QString &option)
{
    QList<std::pair<ImportField, QString>> all;
    for (const auto &value : values) {
        const auto at = value.indexOf(u'=');
        const auto field = importFieldFromText(QStringView(value).left(std::max<qsizetype>(at, 0)));
        if (!field)
            return wrong(u"%1 needs FIELD=…, where FIELD is one of %2"_s.arg(option, fieldWords()));
        all.append({*field, value.mid(at + 1)});
    }
    return all;
}

Outcome changeColumns(const QCommandLineParser &options, ColumnMapping &mapping)
{
    const auto columns = assignments(options.values(u"map"_s), u"--map"_s);
    if (!columns)
        return fail(columns.error());
    for (const auto &[field, column] : *columns) {
        if (column.isEmpty())
            mapping.columns.remove(field);
        else
            mapping.columns.insert(field, column);
    }
    return Done{};
}

Outcome changeUnits(const QCommandLineParser &options, ColumnMapping &mapping)
{
    const auto units = assignments(options.values(u"unit"_s), u"--unit"_s);
    if (!units)
        return fail(units.error());
    for (const auto &[field, unit] : *units) {
        const bool isLatency = unit == u"ms" || unit == u"s";
        const auto latency = unit == u"s" ? LatencyUnit::Seconds : LatencyUnit::Milliseconds;
        if (field == ImportField::FirstByte && isLatency)
            mapping.firstByteUnit = latency;
        else if (field == ImportField::TotalTime && isLatency)
            mapping.totalTimeUnit = latency;
        else if (field == ImportField::Cost && unit == u"units")
            mapping.moneyUnit = MoneyUnit::Units;
        else if (field == ImportField::Cost && unit == u"hundredths")
            mapping.moneyUnit = MoneyUnit::Hundredths;
        else if (field == ImportField::Cost && unit == u"millionths")
            mapping.moneyUnit = MoneyUnit::Millionths;
        else
            return wrong(u"--unit takes first-byte or total-time with ms or s, and cost with units, "
                         "hundredths or millionths"_s);
    }
    return Done{};
}

Outcome changeMeaning(const QCommandLineParser &options, ColumnMapping &mapping)
{
    if (options.isSet(u"zone"_s)) {
        mapping.zone = QTimeZone(options.value(u"zone"_s).toLatin1());
        if (!mapping.zone.isValid())
            return wrong(u"“%1” is no time zone such as Europe/Berlin"_s.arg(options.value(u"zone"_s)));
    }
    if (options.isSet(u"currency"_s)) {
        const auto currency = Currency::fromCode(options.value(u"currency"_s));
        if (!currency)
            return wrong(u"--currency needs three letters such as CNY"_s);
        mapping.currency = *currency;
    }
    if (options.isSet(u"rows-of"_s))
        mapping.onlyAccount = options.value(u"rows-of"_s);
    return Done{};
}

Result<std::optional<WholeInterval>> wholeFrom(const QCommandLineParser &options)
{
    const auto from = options.value(u"whole-from"_s);
    const auto to = options.value(u"whole-to"_s);
    if (from.isEmpty() && to.isEmpty())
        return std::optional<WholeInterval>();
    const auto start = parseUtc(from);
    const auto end = parseUtc(to);
    if (!start || !end || *start >= *end)
        return wrong(
            u"--whole-from and --whole-to need two times such as 2026-06-01T00:00:00Z, the first before "
            "the second"_s);
    return std::optional(WholeInterval{*start, *end});
}

} // namespace

QList<QCommandLineOption> importOptions()
{
    return {
        {u"account"_s, u"The account whose requests they are."_s, u"N"_s},
        {u"map"_s,
            u"FIELD=COLUMN: which column tells what; without a column, none does. Fields: %1."_s.arg(
                fieldWords()),
            u"F=C"_s},
        {u"unit"_s,
            u"FIELD=UNIT: first-byte or total-time in ms or s, cost in units, hundredths or millionths."_s,
            u"F=U"_s},
        {u"zone"_s, u"Time zone of times without an offset, UTC by default."_s, u"Z"_s},
        {u"currency"_s, u"Currency where no column names one, USD by default."_s, u"C"_s},
        {u"rows-of"_s, u"Take the rows of this account, in a file that holds those of several."_s, u"N"_s},
        {u"preview"_s, u"Show how the beginning of the file would be read, and change nothing."_s},
        {u"dry-run"_s, u"Count what would be new, known and rejected, and change nothing."_s},
        {u"whole-from"_s, u"The rows are all there are from this time on …"_s, u"T"_s},
        {u"whole-to"_s, u"… to this time, and so speak for the account."_s, u"T"_s},
        {u"save-mapping"_s, u"Read later files with the same heading in the same way."_s},
    };
}

Result<ImportOrder> importOrderFrom(
    const QCommandLineParser &options, const QString &path, AccountId account, ColumnMapping mapping)
{
    for (const auto change : {changeColumns, changeUnits, changeMeaning}) {
        if (auto changed = change(options, mapping); !changed)
            return fail(changed.error());
    }
    const auto whole = wholeFrom(options);
    if (!whole)
        return fail(whole.error());
    return ImportOrder{path, account, mapping, *whole, options.isSet(u"save-mapping"_s)};
}

} // namespace tollkeeper::ctl
