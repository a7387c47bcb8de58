// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rate_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Result<ExchangeRates> RateRepository::all()
{
    auto rows = m_database.run(u"SELECT base, quote, day, nanos, source FROM exchange_rate"_s);
    if (!rows)
        return fail(rows.error());
    QList<ExchangeRate> rates;
    while (rows->next()) {
        const auto base = Currency::fromCode(rows->value(0).toString());
        const auto quote = Currency::fromCode(rows->value(1).toString());
        if (!base || !quote)
            return fail(Error::Kind::StorageDamaged, u"a rate of no currency"_s);
        rates.append({*base, *quote, QDate::fromJulianDay(rows->value(2).toLongLong()),
            rows->value(3).toLongLong(), rows->value(4).toString()});
    }
    return ExchangeRates(std::move(rates));
}

Outcome RateRepository::set(const QList<ExchangeRate> &rates, const QDateTime &now)
{
    return m_database.inTransaction([&]() -> Outcome {
        for (const auto &rate : rates) {
            auto stored = m_database.execute(
                uR"(INSERT INTO exchange_rate (base, quote, day, nanos, source, entered_at)
                    VALUES (:base, :quote, :day, :nanos, :source, :at)
                    ON CONFLICT (base, quote, day) DO UPDATE SET nanos = excluded.nanos, source = excluded.source,
                        entered_at = excluded.entered_at)"_s,
                {{":base", rate.base.code()}, {":quote", rate.quote.code()},
                    {":day", rate.from.toJulianDay()}, {":nanos", rate.nanos}, {":source", rate.source},
                    {":at", toColumn(now)}});
            if (!stored)
                return stored;
        }
        return Done{};
    });
}

Result<int> RateRepository::remove(Currency base, Currency quote, std::optional<QDate> from)
{
    auto removed = m_database.run(
        uR"(DELETE FROM exchange_rate WHERE base = :base AND quote = :quote AND (:day IS NULL OR day = :day))"_s,
        {{":base", base.code()}, {":quote", quote.code()},
            {":day", from ? QVariant(from->toJulianDay()) : QVariant()}});
    if (!removed)
        return fail(removed.error());
    return removed->numRowsAffected();
}

} // namespace tollkeeper
