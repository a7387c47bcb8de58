// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/account.h"
#include "domain/hygiene.h"
#include "domain/key_change.h"
#include "domain/poll_facts.h"
#include "domain/rotation.h"
#include "domain/zone_days.h"

#include <QObject>
#include <QUrl>

namespace tollkeeper {

//! A key and everything the table says of it.
struct KeyRow {
    ApiKey key;
    QString accountName;
    QString gatewayName; //!< "OpenRouter"
    KeyControls controls;
    Currency currency; //!< of the three amounts; they are the key's own
    Money today; //!< days of the reporting zone
    Money sevenDays; //!< today included
    Money month;
    Money monthByok; //!< billed by providers, not in `month`
    std::optional<QDateTime> lastUsedAt; //!< UTC; told, or the last time it was seen to spend
    std::optional<QDateTime> rotationDue; //!< UTC
    HygieneMarks marks;
    QList<HygieneFinding> findings; //!< worst first
    std::optional<Rotation> rotation; //!< the open one
    QList<LimitFacts> limits; //!< windows and rates of this key
    bool isAccountsOwn = false; //!< the account is asked with it: it cannot be deleted from here
    bool isStale = false; //!< its account's figures are older than two polls
    std::optional<QDateTime> figuresAt; //!< UTC; when its account was last polled with success
};

//! What a page must know of an account to work on its keys.
struct KeyAccount {
    AccountId id;
    QString name;
    QString gatewayName; //!< "OpenRouter"
    KeyControls controls;
    Currency currency; //!< of new caps: the account's
    QUrl keysPage; //!< the gateway's own page of keys; empty: none
};

//! Everything the Keys page shows, read in one go.
struct KeyTable {
    QDateTime asOf; //!< UTC, of the injected clock
    QTimeZone zone; //!< reporting zone
    QDate today; //!< of that zone
    DayRange month;
    QList<KeyAccount> accounts; //!< by name; also those without keys
    QList<KeyRow> rows; //!< most expensive of the month first; without keys that are gone
    Currency currency; //!< of the sums, which add only what is in it
    Money todayTotal;
    Money sevenDaysTotal;
    Money monthTotal;
    QList<Money> otherCurrencies; //!< of the month; not in the sums
    int rotationDays = 0; //!< the workspace's policy; 0: none
};

//! What a key costs by day, and what happened to it.
struct KeyDetails {
    KeyRow row;
    QList<Money> days; //!< one per day of the month up to today
    QList<KeyEvent> events; //!< newest first
    QList<KeyId> lineage; //!< the keys it replaced, newest first
};

//! One point of the watch over a rotation.
struct RotationPoint {
    QDateTime start; //!< UTC
    Money oldKey;
    Money newKey;
};
struct RotationWatch {
    QDateTime asOf; //!< UTC, of the injected clock
    Rotation rotation;
    QList<RotationPoint> points; //!< by quarter of an hour, where nothing is polled less often
    std::optional<QDateTime> oldLastSpentAt; //!< UTC
    std::optional<QDateTime> newLastSpentAt;
    Money oldSinceDeployed;
    Money newSinceDeployed;
    bool isQuiet = false; //!< the old key has cost nothing for long enough, and the new one spends
};

//! Questions about keys. UI thread; answers come without blocking it.
class KeyReports : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Async<KeyTable> keys() = 0;
    [[nodiscard]] virtual Async<KeyDetails> details(KeyId key) = 0;
    [[nodiscard]] virtual Async<RotationWatch> watch(RotationId rotation) = 0;

    //! Whom keys belong to; one entry in the history of each. Labels that are not given stay.
    struct LabelChange {
        std::optional<QString> environment = {};
        std::optional<QString> team = {};
        std::optional<QString> owner = {};
        std::optional<QStringList> tags = {};
    };
    [[nodiscard]] virtual Async<Done> label(QList<KeyId> keys, LabelChange change) = 0;
    //! nullopt: the workspace's policy holds again; 0: never.
    [[nodiscard]] virtual Async<Done> setRotationDays(KeyId key, std::optional<int> days) = 0;
    [[nodiscard]] virtual Async<int> rotationDays() = 0; //!< of the workspace; 0: no policy
    [[nodiscard]] virtual Async<Done> setWorkspaceRotationDays(int days) = 0;

Q_SIGNALS:
    void changed(); //!< keys or figures changed: ask again
};

} // namespace tollkeeper
