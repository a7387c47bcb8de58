// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "domain/api_key.h"

#include <QList>

namespace tollkeeper {

//! What one answer, or one whole poll, of a gateway said: facts in the same words for every gateway, not yet
//! a ledger. Connectors produce it, sync stores it whole or not at all (ledger rule 9).

//! A key as the gateway describes it now.
struct KeyFacts {
    QString remoteId;
    QString name; //!< empty where the gateway does not tell: the account's name stands for it
    QString masked;
    bool isDisabled = false;
    std::optional<Cap> cap;
    std::optional<QDateTime> expiresAt; //!< UTC
};

//! A cumulative figure of one key, read at a moment. BYOK is a separate amount (ledger rule 6).
struct Amounts {
    Money billed;
    Money byok;
    friend bool operator==(const Amounts &, const Amounts &) = default;
};

//! Counters of one key (or of the account, with an empty remoteKeyId). `lifetime` may reset; the calendar
//! ones start again at 00:00 UTC of the day, of Monday, of the 1st.
struct CounterReading {
    QString remoteKeyId;
    QString endpoint; //!< where it was read, for provenance: "GET /keys"
    Amounts lifetime;
    std::optional<Amounts> utcDay;
    std::optional<Amounts> utcWeek;
    std::optional<Amounts> utcMonth;
};

//! A sum over a period that the gateway computed. Fetched again it replaces, never adds.
struct BucketFacts {
    QDateTime start; //!< UTC
    QDateTime end; //!< UTC, exclusive; for the running day the moment of the poll
    QString remoteKeyId; //!< empty: the whole account
    QString model; //!< empty: not told
    QString provider; //!< empty: not told
    QString endpoint; //!< provenance and, with start and key, identity of the set this row belongs to
    Amounts amount;
    std::optional<qint64> requests;
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    //! True for a row that only splits another bucket of the same key and period (sub2api model_stats beside
    //! daily_usage): it itemises and never counts by itself.
    bool splitsOnly = false;
};

//! Money left at the gateway; belongs to the account, never to a key (ledger rule 5).
struct BalanceFacts {
    Money amount;
    QString endpoint;
};

struct PollFacts {
    std::optional<KeyRole> role;
    bool listsAllKeys = false; //!< true: a key not in `keys` is gone
    QList<KeyFacts> keys;
    QList<CounterReading> counters;
    QList<BucketFacts> buckets;
    std::optional<BalanceFacts> balance;
    std::optional<qint64> models; //!< how many models this key may call

    void append(PollFacts other); //!< joins the next page to this one
};

//! Why a connector is asked: a test makes the fewest requests that prove the key.
enum class PollPurpose : std::uint8_t { Poll, Test };

//! What a connector may want to know before it starts.
struct PollContext {
    PollPurpose purpose = PollPurpose::Poll;
    QDateTime now; //!< UTC, of the injected clock
    std::optional<QDateTime> lastFetched; //!< UTC; the last poll of this account that counted
};

} // namespace tollkeeper
