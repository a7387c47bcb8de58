// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/mapping_guess.h"

#include "sync/import/column_words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr double MostSeconds = 1000; // a request that takes longer than a quarter of an hour is rare

//! A heading in its three forms.
struct Heading {
    QString text; //!< as in the file
    QString plain;
    HeadingUnit unit;
};

class Guess {
public:
    explicit Guess(const ImportSample &sample) : m_sample(sample)
    {
        for (const auto &text : sample.heading) {
            // Of a value inside another object the inner name tells.
            const auto inner = sample.isJson ? text.mid(text.lastIndexOf(u'.') + 1) : text;
            const auto plain = plainHeading(inner);
            m_headings.append({text, plain, unitOf(plain)});
        }
    }

    [[nodiscard]] ColumnMapping mapping();

private:
    [[nodiscard]] const Heading *find(const QString &plain) const;
    [[nodiscard]] const KnownLayout *known() const;
    void takeKnown(const KnownLayout &layout);
    void takeByWords();
    void take(ImportField field, const Heading &heading);
    void takeUnit(ImportField field, const Heading &heading);
    [[nodiscard]] QStringList valuesOf(const QString &column) const;
    [[nodiscard]] LatencyUnit latencyOf(const QString &column) const;
    [[nodiscard]] bool hasDecimalComma() const;
    [[nodiscard]] const Heading *generationIds() const;

    const ImportSample &m_sample;
    QList<Heading> m_headings;
    QStringList m_taken;
    ColumnMapping m_mapping;
};

const Heading *Guess::find(const QString &plain) const
{
    const auto found = std::find_if(
        m_headings.cbegin(), m_headings.cend(), [&](const Heading &h) { return h.plain == plain; });
    return found == m_headings.cend() ? nullptr : &*found;
}

const KnownLayout *Guess::known() const
{
    for (const auto &layout : knownLayouts()) {
        const bool isOfIts = (layout.format == ImportFormat::JsonLines) == m_sample.isJson
            && std::all_of(layout.signs.cbegin(), layout.signs.cend(),
                [this](const QString &sign) { return find(sign) != nullptr; });
        if (isOfIts)
            return &layout;
    }
    return nullptr;
}

void Guess::takeKnown(const KnownLayout &layout)
{
    m_mapping.format = layout.format;
    m_mapping.isCacheApart = layout.isCacheApart;
    m_mapping.isTextGuarded = layout.isTextGuarded;
    for (const auto &[field, plain] : layout.columns) {
        if (const auto *heading = find(plain))
            take(field, *heading);
    }
}

//! A column goes to the first field that knows it by name; a name without its unit counts as well.
void Guess::takeByWords()
{
    if (const auto *ids = generationIds())
        take(ImportField::RequestId, *ids);
    for (const auto &[field, names] : fieldNames()) {
        if (m_mapping.columns.contains(field))
            continue;
        const Heading *best = nullptr;
        for (auto name = names.cbegin(); best == nullptr && name != names.cend(); ++name) {
            const auto found = std::find_if(m_headings.cbegin(), m_headings.cend(), [&](const Heading &h) {
                return (h.plain == *name || h.unit.name == *name) && !m_taken.contains(h.text);
            });
            best = found == m_headings.cend() ? nullptr : &*found;
        }
        if (best != nullptr)
            take(field, *best);
    }
    // Counted apart where both reading and writing the cache have columns of their own, as the gateways that
    // tell them both count.
    m_mapping.isCacheApart = m_mapping.columns.contains(ImportField::CacheWriteTokens)
        && m_mapping.columns.contains(ImportField::CachedTokens);
}

//! A column whose values are generation ids is the id, whatever it is called.
const Heading *Guess::generationIds() const
{
    for (const auto &heading : m_headings) {
        const auto values = valuesOf(heading.text);
        if (!values.isEmpty() && std::all_of(values.cbegin(), values.cend(), [](const QString &value) {
                return value.startsWith(u"gen-");
            }))
            return &heading;
    }
    return nullptr;
}

void Guess::take(ImportField field, const Heading &heading)
{
    m_mapping.columns.insert(field, heading.text);
    m_taken.append(heading.text);
    takeUnit(field, heading);
}

void Guess::takeUnit(ImportField field, const Heading &heading)
{
    if (field == ImportField::FirstByte)
        m_mapping.firstByteUnit = heading.unit.latency.value_or(latencyOf(heading.text));
    if (field == ImportField::TotalTime)
        m_mapping.totalTimeUnit = heading.unit.latency.value_or(latencyOf(heading.text));
    if (field == ImportField::Cost) {
        m_mapping.moneyUnit = heading.unit.money.value_or(MoneyUnit::Units);
        m_mapping.currency = heading.unit.currency.value_or(Currency());
    }
}

QStringList Guess::valuesOf(const QString &column) const
{
    QStringList values;
    const auto index = m_sample.heading.indexOf(column);
    for (const auto &record : m_sample.records) {
        if (index < record.size() && !record.at(index).trimmed().isEmpty())
            values.append(record.at(index).trimmed());
    }
    return values;
}

//! Fractions of small numbers are seconds.
LatencyUnit Guess::latencyOf(const QString &column) const
{
    bool hasFraction = false;
    for (const auto &value : valuesOf(column)) {
        bool isNumber = false;
        const auto number = value.toDouble(&isNumber);
        if (!isNumber || number >= MostSeconds)
            return LatencyUnit::Milliseconds;
        hasFraction = hasFraction || value.contains(u'.');
    }
    return hasFraction ? LatencyUnit::Seconds : LatencyUnit::Milliseconds;
}

bool Guess::hasDecimalComma() const
{
    if (m_sample.isJson || m_sample.separator == ',')
        return false;
    const auto costs = valuesOf(m_mapping.columns.value(ImportField::Cost));
    return std::any_of(costs.cbegin(), costs.cend(), [](const QString &cost) { return cost.contains(u','); });
}

ColumnMapping Guess::mapping()
{
    m_mapping.format = m_sample.isJson ? ImportFormat::JsonLines : ImportFormat::Csv;
    if (const auto *layout = known())
        takeKnown(*layout);
    else
        takeByWords();
    m_mapping.separator = m_sample.separator;
    m_mapping.hasDecimalComma = hasDecimalComma();
    return m_mapping;
}

} // namespace

char separatorOf(QByteArrayView firstLine)
{
    char best = ',';
    qsizetype most = 0;
    for (const auto candidate : {',', ';', '\t'}) {
        const auto count = std::count(firstLine.begin(), firstLine.end(), candidate);
        if (count > most) {
            best = candidate;
            most = count;
        }
    }
    return best;
}

ColumnMapping guessMapping(const ImportSample &sample)
{
    return Guess(sample).mapping();
}

} // namespace tollkeeper
