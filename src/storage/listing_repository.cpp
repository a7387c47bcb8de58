// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/listing_repository.h"

#include "storage/price_change_repository.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int InUseDays = 30;

struct PriceColumn {
    QLatin1StringView name;
    std::optional<UnitPrice> ModelListing::*price;
};

constexpr std::array<PriceColumn, 6> Prices{{{"input_femtos"_L1, &ModelListing::input},
    {"output_femtos"_L1, &ModelListing::output}, {"cache_read_femtos"_L1, &ModelListing::cacheRead},
    {"cache_write_femtos"_L1, &ModelListing::cacheWrite}, {"request_femtos"_L1, &ModelListing::request},
    {"web_search_femtos"_L1, &ModelListing::webSearch}}};

QString priceColumns()
{
    QStringList names;
    for (const auto &column : Prices)
        names.append(column.name);
    return names.join(u", ");
}

QString listingColumns()
{
    return u"display_name, canonical_name, unit, currency, context_length, expires_on, model, "_s
        + priceColumns();
}

ModelListing listingFrom(const QSqlQuery &row)
{
    ModelListing listing;
    listing.displayName = row.value(0).toString();
    listing.canonicalName = row.value(1).toString();
    listing.unit = static_cast<PriceUnit>(row.value(2).toInt());
    const auto currency = Currency::fromCode(row.value(3).toString()).value_or(Currency());
    listing.contextLength = optionalCountFrom(row.value(4));
    if (!row.value(5).isNull())
        listing.expiresOn = QDate::fromJulianDay(row.value(5).toLongLong());
    listing.model = row.value(6).toString();
    int position = 7;
    for (const auto &column : Prices) {
        if (const auto femtos = optionalCountFrom(row.value(position++)))
            listing.*column.price = UnitPrice{*femtos, currency};
    }
    return listing;
}

//! A model has one currency: that of the first price it has.
Currency currencyOf(const ModelListing &listing)
{
    for (const auto &column : Prices) {
        if (const auto &price = listing.*column.price)
            return price->currency;
    }
    return {};
}

Outcome insert(QSqlQuery &query, AccountId account, const ModelListing &listing, const QDateTime &at)
{
    int position = 0;
    const auto bind = [&](const QVariant &value) { query.bindValue(position++, value); };
    bind(account.value());
    bind(listing.model);
    bind(listing.displayName.isNull() ? u""_s : listing.displayName);
    bind(listing.canonicalName.isNull() ? u""_s : listing.canonicalName);
    bind(static_cast<int>(listing.unit));
    bind(currencyOf(listing).code());
    for (const auto &column : Prices) {
        const auto &price = listing.*column.price;
        bind(price ? QVariant(price->femtos) : QVariant());
    }
    bind(toColumn(listing.contextLength));
    bind(listing.expiresOn ? QVariant(listing.expiresOn->toJulianDay()) : QVariant());
    bind(toColumn(at));
    return execute(query);
}

} // namespace

Outcome ListingRepository::replace(
    AccountId account, const QList<ModelListing> &catalogue, const QDateTime &at)
{
    if (auto kept = PriceChangeRepository(m_database).record(account, catalogue, at); !kept)
        return kept;
    if (auto removed = m_database.execute(
            u"DELETE FROM listing WHERE account_id = :account"_s, {{":account", account.value()}});
        !removed)
        return removed;
    // A gateway that lists a model twice is believed once.
    auto query = m_database.prepare(
        uR"(INSERT OR IGNORE INTO listing (account_id, model, display_name, canonical_name, unit, currency, %1, context_length,
                expires_on, fetched_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s.arg(
            priceColumns()));
    if (!query)
        return fail(query.error());
    for (const auto &listing : catalogue) {
        if (auto added = insert(*query, account, listing, at); !added)
            return added;
    }
    return m_database.execute(u"UPDATE account SET catalogue_at = :at WHERE id = :account"_s,
        {{":at", toColumn(at)}, {":account", account.value()}});
}

Result<std::optional<QDateTime>> ListingRepository::fetchedAt(AccountId account)
{
    const auto at = m_database.value(
        u"SELECT catalogue_at FROM account WHERE id = :account"_s, {{":account", account.value()}});
    if (!at)
        return fail(at.error());
    return optionalMomentFrom(*at);
}

Result<QList<ModelListing>> ListingRepository::all(AccountId account)
{
    auto rows = m_database.run(
        u"SELECT %1 FROM listing WHERE account_id = :account ORDER BY model"_s.arg(listingColumns()),
        {{":account", account.value()}});
    if (!rows)
        return fail(rows.error());
    QList<ModelListing> catalogue;
    while (rows->next())
        catalogue.append(listingFrom(*rows));
    return catalogue;
}

Result<std::optional<ModelListing>> ListingRepository::find(AccountId account, const QString &model)
{
    auto row = m_database.run(
        u"SELECT %1 FROM listing WHERE account_id = :account AND model = :model"_s.arg(listingColumns()),
        {{":account", account.value()}, {":model", model}});
    if (!row)
        return fail(row.error());
    return row->next() ? std::optional(listingFrom(*row)) : std::nullopt;
}

Result<QHash<QString, QString>> ListingRepository::modelsByOtherName(AccountId account)
{
    auto rows = m_database.run(
        u"SELECT model, display_name, canonical_name FROM listing WHERE account_id = :account ORDER BY model"_s,
        {{":account", account.value()}});
    if (!rows)
        return fail(rows.error());
    QList<ModelListing> catalogue;
    while (rows->next()) {
        ModelListing listing;
        listing.model = rows->value(0).toString();
        listing.displayName = rows->value(1).toString();
        listing.canonicalName = rows->value(2).toString();
        catalogue.append(listing);
    }
    return tollkeeper::modelsByOtherName(catalogue);
}

Result<QList<ExpiringModel>> ListingRepository::expiringSoon(const QDateTime &now, int days)
{
    const auto today = now.toUTC().date();
    auto rows = m_database.run(uR"(SELECT a.id, a.name, l.model, l.expires_on
            FROM listing l JOIN account a ON a.id = l.account_id JOIN model m ON m.name = l.model
            WHERE a.removed_at IS NULL AND l.expires_on BETWEEN :today AND :until
                AND EXISTS (SELECT 1 FROM piece p JOIN share s ON s.piece_id = p.id
                    WHERE p.account_id = a.id AND p.start_at >= :since AND s.dimension = 2 AND s.ref = m.id)
            ORDER BY l.expires_on, l.model, a.id)"_s,
        {{":today", today.toJulianDay()}, {":until", today.addDays(days).toJulianDay()},
            {":since", toColumn(now.addDays(-InUseDays))}});
    if (!rows)
        return fail(rows.error());
    QList<ExpiringModel> models;
    while (rows->next()) {
        models.append({AccountId(rows->value(0).toLongLong()), rows->value(1).toString(),
            rows->value(2).toString(), QDate::fromJulianDay(rows->value(3).toLongLong())});
    }
    return models;
}

} // namespace tollkeeper
