// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "domain/amounts.h"
#include "domain/api_key.h"
#include "domain/model_price.h"
#include "domain/request_facts.h"

#include <QList>
#include <QMap>

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

    // As in ApiKey; nullopt: not told.
    std::optional<QDateTime> createdAt = {};
    std::optional<QDateTime> lastUsedAt = {};
    std::optional<bool> countsByok = {};
    std::optional<QStringList> allowedModels = {};
    std::optional<QStringList> allowedAddresses = {};
    std::optional<QStringList> deniedAddresses = {};
    QString remoteGroup = {};
    //! Sliding spend windows by KeyControls::windowNames; zero: no limit. What has been spent in them is in
    //! LimitFacts.
    std::optional<QMap<QString, Money>> windows = {};
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
    //! The gateway holds money back while a request runs, so that a balance can dip and come back: a lower
    //! one counts once two polls in a row agree (chuizi.md 9).
    bool mayDip = false;
};

//! A limit of the gateway other than a key's cap: a sliding spend window, a daily count of free requests, a
//! layer of a budget. Neither a balance nor one of our budgets (ledger rule 5).
struct LimitFacts {
    enum class Kind : std::uint8_t { SpendWindow, FreeRequests, BudgetLayer, Subscription, RequestRate };

    Kind kind = Kind::SpendWindow;
    QString remoteKeyId; //!< empty: of the whole account
    QString name; //!< the gateway's own word: "5h", "monthly", "workspace"
    std::optional<Money> limit; //!< money limits; nullopt: no limit or a count
    std::optional<Money> used;
    std::optional<qint64> limitCount; //!< limits that count requests
    std::optional<qint64> usedCount;
    QString reset; //!< "daily", "weekly", "monthly" in the gateway's calendar; empty: sliding or never
    std::optional<QDateTime> resetsAt; //!< UTC; nullopt: idle or not told
    friend bool operator==(const LimitFacts &, const LimitFacts &) = default;
};

struct PollFacts {
    std::optional<KeyRole> role;
    std::optional<bool> tellsSpend = {}; //!< where the account differs from its kind's Capabilities
    bool listsAllKeys = false; //!< true: a key not in `keys` is gone
    QList<KeyFacts> keys;
    QList<CounterReading> counters;
    QList<BucketFacts> buckets;
    std::optional<BalanceFacts> balance;
    std::optional<qint64> models; //!< how many models this key may call
    QList<LimitFacts> limits; //!< all there are, where tellsLimits
    bool tellsLimits = false; //!< true: a limit that is not in `limits` is gone
    QList<ModelListing> catalogue; //!< the whole catalogue, where not empty

    QList<RequestFacts> requests;
    QString requestsEndpoint; //!< provenance of `requests`: "GET /api/v1/usage"
    RowSource requestsSource = RowSource::PolledLog;
    std::optional<WholeInterval> whole; //!< `requests`, with what is stored, are all there are in it

    void append(PollFacts other); //!< joins the next page to this one
};

//! Why a connector is asked.
enum class PollPurpose : std::uint8_t {
    Poll,
    Test, //!< the fewest requests that prove the key
    History, //!< the back-fill of a new account, and of gaps; each page is stored as it comes
};

//! What a connector may want to know before it starts.
struct PollContext {
    PollPurpose purpose = PollPurpose::Poll;
    QDateTime now = {}; //!< UTC, of the injected clock
    std::optional<QDateTime> lastFetched = {}; //!< UTC; the last poll of this account that counted
    std::optional<QDateTime> catalogueFetched = {}; //!< UTC; of the prices; once a day is enough
    //! UTC; until when request rows are known to be whole. Rows are asked from a little before it.
    std::optional<QDateTime> rowsWholeUntil = {};
    //! What models are also called, as modelsByOtherName() of the catalogue last read says.
    QHash<QString, QString> modelsByOtherName = {};
    bool hasPanelLogin = false; //!< requests may use CredentialKind::PanelSession
    //! Secret::fingerprint() and Secret::masked() of the account's key, to find it in a list of keys.
    QString keyFingerprint = {};
    QString keyMasked = {};
    QString timeZone = {}; //!< IANA name of the reporting zone, for gateways that cut days by it
};

} // namespace tollkeeper
