// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/spend_conversion.h"

#include "base/decimal.h"
#include "ctl/output.h"
#include "storage/rate_repository.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

//! Adds what was spent in one currency, day by day. NotFound where a day has no rate.
Outcome addDays(const SpendTable &days, Currency to, const ExchangeRates &rates, ConvertedTotal &converted)
{
    for (const auto &row : days.rows) {
        const auto day = QDate::fromString(row.name, Qt::ISODate);
        if (row.amount.billed.isZero())
            continue;
        const auto amount = rates.convert(row.amount.billed, to, day);
        if (!amount)
            return fail(amount.error());
        *converted.total += amount->amount;
        if (amount->rate && !converted.rates.contains(*amount->rate))
            converted.rates.append(*amount->rate);
    }
    return Done{};
}

} // namespace

Result<ConvertedTotal> convertedTotal(Engine &engine, const SpendTable &table, Currency to)
{
    const auto rates
        = wait(engine.storage().read([](Database &database) { return RateRepository(database).all(); }));
    if (!rates)
        return fail(rates.error());
    ConvertedTotal converted;
    converted.total = Money::fromNanos(0, to);
    QList<Currency> currencies{table.query.currency};
    for (const auto &other : table.otherCurrencies)
        currencies.append(other.currency());
    for (const auto currency : currencies) {
        auto query = table.query;
        query.by = SpendBy::Day;
        query.currency = currency;
        const auto days = wait(engine.reports().spend(query));
        if (!days)
            return fail(days.error());
        const auto added = addDays(*days, to, *rates, converted);
        if (!added && added.error().kind != Error::Kind::NotFound)
            return fail(added.error());
        if (!added) {
            converted.total.reset();
            converted.missing = added.error().detail;
            return converted;
        }
    }
    return converted;
}

QJsonObject toJson(const ConvertedTotal &converted)
{
    QJsonArray rates;
    for (const auto &rate : converted.rates)
        rates.append(QJsonObject{{u"base"_s, rate.base.code()}, {u"quote"_s, rate.quote.code()},
            {u"from"_s, rate.from.toString(Qt::ISODate)},
            {u"rate"_s, decimalText(rate.nanos, Money::Scale)}});
    return {{u"total"_s, toJson(converted.total)}, {u"rates"_s, rates},
        {u"missing"_s, converted.missing.isEmpty() ? QJsonValue() : QJsonValue(converted.missing)}};
}

} // namespace tollkeeper::ctl
