// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert_service.h"
#include "alerts/channel_service.h"
#include "analytics/alert_reports.h"
#include "analytics/spend_reports.h"
#include "platform/tray.h"
#include "sync/sync_service.h"

#include <QObject>

#include <optional>

namespace tollkeeper {

//! What the tray says, worked out anew whenever figures, alerts or channels change, and what its menu does.
//! Plain values go out; it knows no icon. UI thread; the partners must outlive it.
class TrayViewModel : public QObject {
    Q_OBJECT

public:
    struct Partners {
        SpendReports &reports;
        AlertReports &alertReports;
        AlertService &alerts;
        SyncService &sync;
        ChannelService *channels = nullptr; //!< null: nothing is switched off
    };
    explicit TrayViewModel(Partners partners, QObject *parent = nullptr);

    [[nodiscard]] const TrayContents &contents() const { return m_contents; }

    void reload();
    void pollNow();
    void pause(Tray::Pause pause);
    void resume();

Q_SIGNALS:
    void contentsChanged();

private:
    void ask();
    void rebuild();
    void setPausedUntil(std::optional<QDateTime> until);

    Partners m_partners;
    std::optional<Overview> m_overview;
    Inbox m_inbox;
    AlertSettings m_settings;
    bool m_marks = true; //!< the tray is switched on as a channel
    int m_asked = 0;
    TrayContents m_contents;
};

} // namespace tollkeeper
