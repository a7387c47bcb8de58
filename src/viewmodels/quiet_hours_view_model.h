// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert_service.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! When notices are held back. Alerts are recorded all the same. UI thread; `alerts` must live longer.
class QuietHoursViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::AlertService *alerts READ alerts WRITE setAlerts NOTIFY alertsChanged REQUIRED)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(bool isOn READ isOn NOTIFY changed)
    Q_PROPERTY(QString from READ from NOTIFY changed)
    Q_PROPERTY(QString until READ until NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool isKnown READ isKnown NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] AlertService *alerts() const { return m_alerts; }
    void setAlerts(AlertService *alerts);
    [[nodiscard]] QString summary() const; //!< "Quiet hours 20:00 to 07:00, critical only"
    [[nodiscard]] bool isOn() const { return m_settings.hasQuietHours; }
    [[nodiscard]] QString from() const { return m_settings.quietFrom.toString(QStringLiteral("HH:mm")); }
    [[nodiscard]] QString until() const { return m_settings.quietUntil.toString(QStringLiteral("HH:mm")); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isKnown() const { return m_isKnown; } //!< false: not read yet, so not to be changed

    //! Times as "20:00"; `saved` follows.
    Q_INVOKABLE void save(bool isOn, const QString &from, const QString &until);
    Q_INVOKABLE void reload();

Q_SIGNALS:
    void alertsChanged();
    void changed();
    void saved();

private:
    AlertService *m_alerts = nullptr;
    AlertSettings m_settings;
    bool m_isKnown = false;
    int m_asked = 0;
    QString m_problem;
};

} // namespace tollkeeper
