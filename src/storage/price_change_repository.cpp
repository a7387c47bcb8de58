// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/price_change_repository.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

struct Known {
    int unit = 0;
    QString currency;
    std::optional<qint64> input;
    std::optional<qint64> output;
};

std::optional<qint64> femtosOf(const std::optional<UnitPrice> &price)
{
    return price ? std::optional(price->femtos) : std::nullopt;
}

std::optional<UnitPrice> priceFrom(const QVariant &column, Currency currency)
{
    const auto femtos = optionalCountFrom(column);
    return femtos ? std::optional(UnitPrice{*femtos, currency}) : std::nullopt;
}

//! A price that was not told before, or is not now, has not changed.
bool hasMoved(const std::optional<qint64> &before, const std::optional<qint64> &after)
{
    return before && after && *before != *after;
}

Outcome insert(QSqlQuery &query, AccountId account, const QDateTime &at, const Known &before,
    const QString &model, const Known &after)
{
    int position = 0;
    for (const auto &value : {QVariant(account.value()), QVariant(model), toColumn(at),
             QVariant(after.currency), QVariant(after.unit), toColumn(before.input), toColumn(after.input),
             toColumn(before.output), toColumn(after.output)})
        query.bindValue(position++, value);
    return execute(query);
}

} // namespace

Outcome PriceChangeRepository::record(
    AccountId account, const QList<ModelListing> &catalogue, const QDateTime &at)
{
    auto rows = m_database.run(u"SELECT model, unit, currency, input_femtos, output_femtos FROM listing "
                               "WHERE account_id = :account"_s,
        {{":account", account.value()}});
    if (!rows)
        return fail(rows.error());
    QHash<QString, Known> known;
    while (rows->next())
        known.insert(rows->value(0).toString(),
            {rows->value(1).toInt(), rows->value(2).toString(), optionalCountFrom(rows->value(3)),
                optionalCountFrom(rows->value(4))});
    auto query = m_database.prepare(
        uR"(INSERT INTO listing_change (account_id, model, at, currency, unit, input_before, input_after,
                output_before, output_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))"_s);
    if (!query)
        return fail(query.error());
    for (const auto &listing : catalogue) {
        const auto before = known.take(listing.model); // a model that is listed twice is believed once
        const auto &priced = listing.input ? listing.input : listing.output;
        if (!priced)
            continue;
        const Known after{static_cast<int>(listing.unit), priced->currency.code(), femtosOf(listing.input),
            femtosOf(listing.output)};
        if (before.unit != after.unit || before.currency != after.currency)
            continue;
        if (!hasMoved(before.input, after.input) && !hasMoved(before.output, after.output))
            continue;
        if (auto added = insert(*query, account, at, before, listing.model, after); !added)
            return added;
    }
    return Done{};
}

Result<QList<PriceChange>> PriceChangeRepository::between(const QDateTime &from, const QDateTime &until)
{
    return select(u"1"_s, from, until);
}

Result<QList<PriceChange>> PriceChangeRepository::ofModelsInUse(const QDateTime &from, const QDateTime &until)
{
    return select(uR"(EXISTS (SELECT 1 FROM piece p JOIN share s ON s.piece_id = p.id AND s.dimension = 2
            JOIN model m ON m.id = s.ref
            WHERE p.account_id = c.account_id AND p.start_at >= c.at - 2592000000 AND p.start_at < :until
                AND m.name = c.model AND (s.billed_nanos > 0 OR s.byok_nanos > 0)))"_s,
        from, until);
}

Result<QList<PriceChange>> PriceChangeRepository::select(
    const QString &condition, const QDateTime &from, const QDateTime &until)
{
    auto rows = m_database.run(
        uR"(SELECT c.account_id, a.name, c.model, c.at, c.unit, c.currency, c.input_before, c.input_after,
                c.output_before, c.output_after
            FROM listing_change c JOIN account a ON a.id = c.account_id
            WHERE c.at >= :from AND c.at < :until AND a.removed_at IS NULL AND %1 ORDER BY c.at, c.id)"_s.arg(
            condition),
        {{":from", toColumn(from)}, {":until", toColumn(until)}});
    if (!rows)
        return fail(rows.error());
    QList<PriceChange> changes;
    while (rows->next()) {
        const auto currency = Currency::fromCode(rows->value(5).toString()).value_or(Currency());
        changes.append(
            {AccountId(rows->value(0).toLongLong()), rows->value(1).toString(), rows->value(2).toString(),
                momentFrom(rows->value(3)), static_cast<PriceUnit>(rows->value(4).toInt()),
                priceFrom(rows->value(6), currency), priceFrom(rows->value(7), currency),
                priceFrom(rows->value(8), currency), priceFrom(rows->value(9), currency)});
    }
    return changes;
}

} // namespace tollkeeper
