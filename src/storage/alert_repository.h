// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert.h"
#include "domain/alert_finding.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! How many alerts there are in each view of the inbox.
struct AlertCounts {
    int open = 0;
    int snoozed = 0;
    int done = 0;
    int criticalOpen = 0;
};

//! The inbox: what came true, and what became of it. Synchronous: call it on a storage thread.
class AlertRepository {
public:
    explicit AlertRepository(Database &database) : m_database(database) { }

    //! Adds the record of a crossing; nullopt when that crossing has one already.
    [[nodiscard]] Result<std::optional<AlertId>> addOnce(const Alert &alert);
    //! Everything but what makes it the one crossing it is.
    [[nodiscard]] Outcome update(const Alert &alert);
    [[nodiscard]] Outcome addEvent(AlertId alert, const AlertEvent &event);

    [[nodiscard]] Result<std::optional<Alert>> byId(AlertId alert);
    //! The record of a finding; for an episode the latest one of its kind, source, subject and step.
    [[nodiscard]] Result<std::optional<Alert>> recordOf(const AlertFinding &finding);
    //! Those that are not resolved, of one budget or rule; 0: of all of that kind.
    [[nodiscard]] Result<QList<Alert>> unresolved(AlertKind kind, qint64 source = 0);
    [[nodiscard]] Result<QList<Alert>> unresolved();
    //! Newest first.
    [[nodiscard]] Result<QList<Alert>> latest(int count);
    [[nodiscard]] Result<QList<Alert>> latestIn(const QList<AlertState> &states, int count);
    [[nodiscard]] Result<AlertCounts> counts();
    //! A word that is another one whenever an alert has changed: for noticing that nothing did.
    [[nodiscard]] Result<QString> stamp();
    //! The last one that was raised of a kind; nullopt: none ever was.
    [[nodiscard]] Result<std::optional<Alert>> lastOf(AlertKind kind);
    //! How many were raised in [from, until), digests left out.
    [[nodiscard]] Result<int> raisedBetween(const QDateTime &from, const QDateTime &until);
    [[nodiscard]] Result<QList<AlertEvent>> events(AlertId alert); //!< oldest first

private:
    [[nodiscard]] Result<QList<Alert>> select(
        const QString &tail, std::initializer_list<Database::Binding> bindings = {});

    Database &m_database;
};

} // namespace tollkeeper
