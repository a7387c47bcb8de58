// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/history_service.h"

#include <QHash>
#include <qqmlregistration.h>

namespace tollkeeper {

//! How far the histories of accounts are read, as one line of the sidebar, and a switch to pause it. UI
//! thread; holds no service, `histories` must live longer.
class HistoryViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::HistoryService *histories READ histories WRITE setHistories NOTIFY historiesChanged
            REQUIRED)
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(double share READ share NOTIFY changed)
    Q_PROPERTY(bool isPaused READ isPaused NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] HistoryService *histories() const { return m_histories; }
    void setHistories(HistoryService *histories);
    //! "Reading history, 40 of 120"; empty: nothing is left to read.
    [[nodiscard]] QString text() const;
    [[nodiscard]] double share() const; //!< 0 to 1 of the steps that are known
    [[nodiscard]] bool isPaused() const; //!< every history that is left is paused

    Q_INVOKABLE void pause();
    Q_INVOKABLE void resume();

Q_SIGNALS:
    void historiesChanged();
    void changed();

private:
    void load();
    [[nodiscard]] QList<AccountHistory> unfinished() const;

    HistoryService *m_histories = nullptr;
    QHash<AccountId, AccountHistory> m_known;
    int m_asked = 0;
};

} // namespace tollkeeper
