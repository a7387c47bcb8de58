// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/alert.h"
#include "domain/alert_settings.h"

#include <QObject>

namespace tollkeeper {

//! Decides when a budget or rule deserves attention and sees to it that each crossing is recorded once and
//! told. UI thread; lives as long as the application.
class AlertService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Compares the stored figures with every budget and rule, records what came true, resolves what no
    //! longer is, and tells the channels. Safe to call at any time: what is recorded is not recorded again.
    //! Answers with the alerts that were raised or reopened.
    [[nodiscard]] virtual Async<QList<Alert>> evaluate() = 0;

    [[nodiscard]] virtual Async<Done> acknowledge(QList<AlertId> alerts) = 0;
    //! `until` in UTC; nullopt: until it changes.
    [[nodiscard]] virtual Async<Done> snooze(QList<AlertId> alerts, std::optional<QDateTime> until) = 0;
    //! Who looks after it; empty: nobody.
    [[nodiscard]] virtual Async<Done> assign(AlertId alert, QString owner) = 0;
    [[nodiscard]] virtual Async<Done> setNote(AlertId alert, QString note) = 0;

    [[nodiscard]] virtual Async<AlertSettings> settings() = 0;
    [[nodiscard]] virtual Async<Done> setSettings(AlertSettings settings) = 0;

Q_SIGNALS:
    void alertsChanged();
    void openRequested(
        tollkeeper::AlertId alert); //!< the person pressed Open on a notification; 0: the inbox
};

} // namespace tollkeeper
