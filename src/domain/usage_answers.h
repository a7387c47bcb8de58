// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/model_price.h"
#include "domain/usage_filter.h"

#include <QTimeZone>

#include <memory>

namespace tollkeeper {

//! One request row with everything a table and its details show.
struct UsageRow {
    qint64 id = 0; //!< rises with time; stable while the row is not replaced
    AccountId account;
    QString accountName;
    QString gatewayName; //!< "OpenRouter"
    KeyId key; //!< invalid: not told
    QString keyName; //!< empty: not told
    RequestFacts facts;
    RowSource source = RowSource::PolledLog;
    QString origin; //!< endpoint or file name
    QDateTime fetchedAt; //!< UTC
    bool isFromPlayground = false; //!< sent from here, whatever source tells of it now
    friend bool operator==(const UsageRow &, const UsageRow &) = default;
};

//! The strip above the table.
struct UsageSummary {
    Currency currency; //!< of spend; rows of other currencies are in otherCurrencies, never added
    Money spend; //!< what the rows cost; billed, BYOK apart
    Money byok;
    QList<Money> otherCurrencies;
    qint64 requests = 0;
    qint64 succeeded = 0; //!< complete ones
    qint64 fellBack = 0;
    qint64 failed = 0;
    qint64 incomplete = 0;
    qint64 unpriced = 0; //!< rows whose cost is unknown; spend is "at least" where there are any
    qint64 inputTokens = 0; //!< of the rows that tell
    qint64 outputTokens = 0;
    std::optional<Money> costPerSuccess; //!< nullopt: nothing succeeded
    //! The ledger's total for the same days, accounts and keys, where the filter asks for whole keys. The
    //! rows' spend over this is the itemised share.
    std::optional<Money> ledgerTotal;
    friend bool operator==(const UsageSummary &, const UsageSummary &) = default;
};

//! How many matching rows lie in one stretch of time; lets a table jump anywhere without counting.
struct UsageStretch {
    QDateTime start; //!< UTC
    QDateTime end; //!< UTC, exclusive
    qint64 rows = 0;
    qint64 slotBits = 0; //!< half hours of the stretch that can hold matching rows
    friend bool operator==(const UsageStretch &, const UsageStretch &) = default;
};

//! What a filter finds, before any row is read.
struct UsageOutline {
    UsageFilter filter;
    QTimeZone zone; //!< the reporting zone
    UsageSummary summary;
    QList<UsageStretch> stretches; //!< newest first, empty ones left out
    qint64 rows = 0;
    QDateTime asOf; //!< UTC, of the injected clock
};

//! Total times of the rows that tell one; exact.
struct UsageTimes {
    std::optional<qint64> medianMs;
    std::optional<qint64> p95Ms;
    qint64 rows = 0; //!< that tell
};

//! What the filters can be set to: what there is in the rows of the profile, by name.
struct UsageChoices {
    struct Key {
        KeyId id;
        QString name;
        QString accountName;
    };
    struct Account {
        AccountId id;
        QString name;
    };
    QList<Account> accounts;
    QList<Key> keys;
    QStringList requestedModels;
    QStringList servedModels;
    QStringList providers;
    QList<int> httpStatuses;
};

//! Where a figure comes from (ledger rule 8): one line per account and endpoint.
struct ProvenanceLine {
    enum class Certainty : std::uint8_t {
        Billed, //!< as the gateway says
        Derived, //!< worked out from counters
        Estimated //!< cut at a midnight by the shape of finer evidence, or by time
    };
    QString accountName;
    QString gatewayName;
    QString endpoint; //!< "GET /activity", or the file's name
    Certainty certainty = Certainty::Billed;
    Money amount;
    Money byok;
    QDateTime firstStart; //!< UTC
    QDateTime lastEnd; //!< UTC, exclusive
    QDateTime fetchedAt; //!< UTC, the latest
    qint64 pieces = 0;
    bool isUtcDays = false; //!< the source knows UTC days only
    Money onMiddleDay; //!< of amount: lies across the zone's midnight and stands on the day of its middle
    friend bool operator==(const ProvenanceLine &, const ProvenanceLine &) = default;
};

//! A revised past period: old and new value are kept (ledger rule 10).
struct RestatementLine {
    QString accountName;
    QDate utcDay;
    Money before;
    Money after;
    QDateTime noticedAt; //!< UTC
};

struct ProvenanceQuery {
    DayRange days = {}; //!< of the reporting zone
    std::optional<AccountId> account = {};
    //! One of the three at most: the figure is the part of a key, model or provider.
    std::optional<KeyId> key = {};
    QString model = {};
    QString provider = {};
    Currency currency = {};
};

struct Provenance {
    ProvenanceQuery query;
    QTimeZone zone;
    QDateTime windowStart; //!< UTC
    QDateTime windowEnd; //!< UTC, exclusive
    Money total; //!< the sum of the lines
    QStringList keyNames; //!< the keys that have a share in it, most expensive first
    QStringList silentAccounts; //!< accounts that cannot tell their spend: the total is "at least"
    double covered = 0; //!< share of the window, up to now, that some source covers, 0 to 1
    QList<ProvenanceLine> lines; //!< largest first
    QList<RestatementLine> restatements; //!< in the window, newest first
    QDateTime asOf; //!< UTC
};

} // namespace tollkeeper
