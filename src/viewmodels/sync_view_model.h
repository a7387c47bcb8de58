// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/sync_service.h"

#include <QObject>
#include <QTimeZone>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Poll now, and the line that says when the figures were fetched and when they will be again. UI thread.
class SyncViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::SyncService *sync READ sync WRITE setSync NOTIFY syncChanged REQUIRED)
    Q_PROPERTY(QString zone READ zone WRITE setZone NOTIFY statusChanged)
    Q_PROPERTY(bool isPolling READ isPolling NOTIFY statusChanged)
    Q_PROPERTY(QString status READ status NOTIFY statusChanged)
    Q_PROPERTY(QString outcome READ outcome NOTIFY outcomeChanged)

public:
    using QObject::QObject;

    [[nodiscard]] SyncService *sync() const { return m_sync; }
    void setSync(SyncService *sync);
    [[nodiscard]] QString zone() const;
    void setZone(const QString &id);
    [[nodiscard]] bool isPolling() const { return m_sync && m_sync->isPolling(); }
    [[nodiscard]] QString status() const; //!< "Polled 14:30, next 14:35 UTC"
    [[nodiscard]] QString outcome() const
    {
        return m_outcome;
    } //!< of the last "poll now", for screen readers

    Q_INVOKABLE void pollNow();

Q_SIGNALS:
    void syncChanged();
    void statusChanged();
    void outcomeChanged();

private:
    void show(const Result<QList<PollResult>> &answer);

    SyncService *m_sync = nullptr;
    QTimeZone m_zone = QTimeZone::utc();
    QString m_outcome;
};

} // namespace tollkeeper
