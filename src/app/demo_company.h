// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo_simulator.h"
#include "app/services.h"
#include "base/clock.h"

#include <QJsonObject>
#include <QObject>

namespace tollkeeper {

//! The demo's company: starts the simulator beside this program, adds its accounts and lives through their
//! history by really polling it at stepped times. UI thread. The simulator ends with this object.
class DemoCompany : public QObject {
    Q_OBJECT

public:
    DemoCompany(Services &services, StartedClock &clock, QObject *parent = nullptr);

    //! Everything up to the demo's present, 18 June 2026, 14:32 UTC.
    [[nodiscard]] Async<Done> live();
    //! What the simulator says was really spent from the first of the month until now; for comparing.
    [[nodiscard]] Async<QJsonObject> truth();

    //! Where the demo stands.
    [[nodiscard]] static QDateTime present();
    [[nodiscard]] static QDateTime beginning();

Q_SIGNALS:
    void progressed(const QDate &day, int step, int steps);

private:
    [[nodiscard]] Async<Done> addAccounts();
    [[nodiscard]] Async<Done> importLog();
    [[nodiscard]] Async<Done> standAt(QDateTime moment);
    [[nodiscard]] Async<Done> arrive(); //!< at the present, with the log and the inbox as people left them

    Services &m_services;
    StartedClock &m_clock;
    DemoSimulator m_simulator;
    AccountId m_main;
};

} // namespace tollkeeper
