// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/day_shape.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tollkeeper::simulator {

enum class Place : std::uint8_t { OpenRouter, ToRouter, OpenAi, Sub2api, Chuizi, LiteLlm, NewApi };

//! How ToRouter bills a key; it decides which of three shapes its answers have.
enum class Billing : std::uint8_t { Plain, Quota, Balance, Subscription };

//! Which generation of a gateway's answers an account meets, where they differ.
enum class Dialect : std::uint8_t { Current, OldFlat, OldNested };

struct AccountPlan {
    QString name = {};
    Place place = Place::OpenRouter;
    bool ofCompany = true; //!< false: it can be asked, and counts only for a truth of its own
    Dialect dialect = Dialect::Current;
    QString organization = {}; //!< empty: the account of one person
};

struct ModelUse {
    QString model = {};
    QString provider = {};
    int permille = 0; //!< of the key's spend; with byok it comes on top
    bool byok = false;
    int webPermille = 0; //!< of this use's spend, for web search
};

inline constexpr qint64 Dollar = 1'000'000; //!< in micro-dollars

//! What a key of sub2api may spend in a sliding window.
struct WindowPlan {
    QString name = {}; //!< "5h", "1d", "7d"
    qint64 limitMicros = 0;
};

//! A key as somebody set it up, or changed it since.
struct KeyPlan {
    std::size_t account = 0;
    std::size_t workspace = 0; //!< its place among the account's
    QString name = {};
    QString ringName = {}; //!< under which the ready line hands the key out; empty: it does not
    Rhythm rhythm = Rhythm::Office;
    int weekdayDollars = 0;
    std::vector<ModelUse> uses = {};
    QString created = {};
    std::optional<qint64> limitMicros = {};
    QString limitReset = {}; //!< "daily", "weekly", "monthly"; empty: never
    bool byokInLimit = false;
    bool europeOnly = false; //!< only data regions in Europe are allowed
    bool tellsBudget = false; //!< GET /key shows its workspace's budget
    QString expires = {}; //!< empty: never
    bool disabled = false;
    QString retired = {}; //!< from when it is disabled and spends nothing; empty: never
    bool management = false;
    Billing billing = Billing::Plain;
    std::vector<WindowPlan> windows = {}; //!< shortest first
    QString owner = {}; //!< the user it belongs to, where a gateway tells
    QStringList allowedAddresses = {}; //!< shown, not enforced: who asks here is always this machine
    QStringList deniedAddresses = {};
    QString updated = {}; //!< empty: never
};

//! The company Halden Freight and its surroundings: who exists, before anything is spent.
[[nodiscard]] const std::vector<AccountPlan> &accountPlans();
[[nodiscard]] const std::vector<KeyPlan> &keyPlans();
//! The index of an account by its name; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> accountNamed(QStringView name);
//! REQUIRES: an account of this name.
[[nodiscard]] std::size_t accountIndex(QStringView name);

} // namespace tollkeeper::simulator
