// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/money.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace tollkeeper {

//! A unit price: a whole count of 10^-15 of a currency unit per token, request or second (ledger rule 1).
struct UnitPrice {
    qint64 femtos = 0;
    Currency currency;
    friend bool operator==(const UnitPrice &, const UnitPrice &) = default;
};

//! "0.00000125" per token, as text. InvalidInput detail-free Protocol error where it is no decimal or is
//! finer or larger than 64 bits hold. A negative price means "varies" and is no price: nullopt.
[[nodiscard]] Result<std::optional<UnitPrice>> unitPriceFromText(QStringView text, Currency currency = {});
//! The same for a price per million units.
[[nodiscard]] Result<std::optional<UnitPrice>> unitPricePerMillionFromText(
    QStringView text, Currency currency = {});
//! price x count, rounded half to even to 10^-9 (ledger rule 1); nullopt where 64 bits do not hold it.
[[nodiscard]] std::optional<Money> costIfItFits(UnitPrice price, qint64 count);
//! The same, and never more than a quarter of all that Money holds: price and count are told by gateways, and
//! the parts of one request add up.
[[nodiscard]] Money costOf(UnitPrice price, qint64 count);

enum class PriceUnit : std::uint8_t { Token, Request, Second };

//! One model of a gateway's catalogue. Prices are list prices of the moment; nullopt: varies or not told.
struct ModelListing {
    QString model; //!< as requests name it
    QString displayName;
    QString canonicalName; //!< the gateway's lasting name of the same model; empty: none
    PriceUnit unit = PriceUnit::Token; //!< of input and output
    std::optional<UnitPrice> input;
    std::optional<UnitPrice> output;
    std::optional<UnitPrice> cacheRead;
    std::optional<UnitPrice> cacheWrite;
    std::optional<UnitPrice> request; //!< on top, per request
    std::optional<UnitPrice> webSearch; //!< per search
    std::optional<qint64> contextLength;
    std::optional<QDate> expiresOn; //!< the gateway stops offering it on this UTC day
    friend bool operator==(const ModelListing &, const ModelListing &) = default;
};

//! What a catalogue's models are also called, by canonical and by display name: the name requests use. Where
//! several share one, it is that of the plain model rather than of a variant ("…:free"). A name that requests
//! use is never another's.
[[nodiscard]] QHash<QString, QString> modelsByOtherName(const QList<ModelListing> &catalogue);

//! A model in use that its gateway is about to stop offering.
struct ExpiringModel {
    AccountId account;
    QString accountName;
    QString model;
    QDate expiresOn; //!< UTC day
    friend bool operator==(const ExpiringModel &, const ExpiringModel &) = default;
};

} // namespace tollkeeper
