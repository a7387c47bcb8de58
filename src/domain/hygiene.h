// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/api_key.h"
#include "domain/key_controls.h"

#include <QList>

namespace tollkeeper {

//! Whether a protection of a key is in place.
enum class HygieneMark : std::uint8_t {
    Set,
    Missing,
    NotOffered, //!< this gateway has no such control
    Unknown, //!< it has, but does not tell
};
[[nodiscard]] QLatin1StringView toText(HygieneMark mark);

struct HygieneMarks {
    HygieneMark cap = HygieneMark::Unknown;
    HygieneMark addresses = HygieneMark::Unknown;
    HygieneMark models = HygieneMark::Unknown;
    HygieneMark expiry = HygieneMark::Unknown;

    [[nodiscard]] int set() const; //!< the 3 of "3/4"
    [[nodiscard]] int offered() const; //!< the 4: set or missing
    friend bool operator==(const HygieneMarks &, const HygieneMarks &) = default;
};
[[nodiscard]] HygieneMarks marksOf(const ApiKey &key, const KeyControls &controls);

//! What can be wrong with how a key is kept, worst first. The words are those of
//! `tollkeeperctl key check --json`.
enum class HygieneRule : std::uint8_t {
    Expired,
    ExpiresSoon, //!< in 30 days or less
    PastRotation,
    Uncapped,
    AtCap, //!< 80 % of its cap or more
    TwoEnvironments, //!< one secret under two environments
    ProductionFromAnywhere, //!< a production key without address allowlist, where one is offered
    ManagementKey, //!< a management key where an ordinary one would do
    Dormant, //!< unused for 30 days
    NeverExpires,
    NoOwner,
    UnpinnedModel, //!< asks for a model by a name that moves: "gpt-4", "claude"
};
[[nodiscard]] QLatin1StringView toText(HygieneRule rule);

struct HygieneFinding {
    HygieneRule rule = HygieneRule::NoOwner;
    QString detail; //!< the other environment, the model's name; empty: none
    friend bool operator==(const HygieneFinding &, const HygieneFinding &) = default;
};

//! Everything that is looked at of one key.
struct HygieneFacts {
    const ApiKey &key;
    const KeyControls &controls;
    QDateTime now; //!< UTC
    std::optional<QDateTime> lastUsedAt; //!< UTC; nullopt: never seen in use
    std::optional<QDateTime> rotationDue; //!< UTC
    QStringList otherEnvironments = {}; //!< of keys with the same secret
    QStringList requestedModels = {}; //!< of the last 30 days
    bool isAccountsManagementKey = false; //!< of an account that lists no other key
};
[[nodiscard]] QList<HygieneFinding> inspect(const HygieneFacts &facts);

//! Whether a model name stands for whatever the vendor serves today: no version, or an alias that moves.
[[nodiscard]] bool isUnpinned(const QString &model);

//! Whether an environment's label says production.
[[nodiscard]] bool isProduction(const QString &environment);

} // namespace tollkeeper
