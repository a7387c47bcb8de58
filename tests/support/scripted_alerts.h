// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert_service.h"
#include "alerts/channel_service.h"
#include "analytics/alert_reports.h"

#include <QCoroTimer>

// The alerts of an invented company on 18 June 2026, 14:32 UTC, and services that answer what the test wrote
// down, a moment later, as real ones would.

namespace scripted {

//! Nine alerts, newest first: six firing, one snoozed, one acknowledged, one over.
[[nodiscard]] QList<tollkeeper::Alert> alerts();
[[nodiscard]] tollkeeper::AlertDetails alertDetails(const tollkeeper::Alert &alert);
[[nodiscard]] QList<tollkeeper::Channel> channels();

inline constexpr int CapAlert = 9; //!< the newest, of key 8
inline constexpr int SnoozedAlert = 4;
inline constexpr int FallbackAlert = 3; //!< with hours behind it, of key 1
inline constexpr int AcknowledgedAlert = 2;

} // namespace scripted

//! Knows the alerts that the service below changes.
class ScriptedAlertReports : public tollkeeper::AlertReports {
public:
    void reset();

    QDateTime now;
    QTimeZone zone = QTimeZone::utc();
    QList<tollkeeper::Alert> alerts;
    std::optional<tollkeeper::Error> error;
    std::optional<tollkeeper::Error> detailsError;
    bool isSilent = false; //!< asked, it does not come back
    QList<tollkeeper::InboxView> asked;
    QList<tollkeeper::AlertId> detailsAsked;

    ScriptedAlertReports() { reset(); }
    [[nodiscard]] tollkeeper::Alert &alert(int id);

    tollkeeper::Async<tollkeeper::Inbox> inbox(tollkeeper::InboxView view) override;
    tollkeeper::Async<tollkeeper::AlertDetails> details(tollkeeper::AlertId alert) override;
};

//! Does to the reports' alerts what it is told, and remembers it.
class ScriptedAlertDesk : public tollkeeper::AlertService {
public:
    explicit ScriptedAlertDesk(ScriptedAlertReports &reports) : m_reports(reports) { }
    void reset();

    tollkeeper::Outcome outcome = tollkeeper::Done();
    tollkeeper::AlertSettings kept;
    QList<QList<tollkeeper::AlertId>> acknowledged;
    QList<std::pair<tollkeeper::AlertId, std::optional<QDateTime>>> snoozed;
    QList<std::pair<tollkeeper::AlertId, QString>> assigned;
    QList<std::pair<tollkeeper::AlertId, QString>> noted;

    tollkeeper::Async<QList<tollkeeper::Alert>> evaluate() override;
    tollkeeper::Async<tollkeeper::Done> acknowledge(QList<tollkeeper::AlertId> alerts) override;
    tollkeeper::Async<tollkeeper::Done> snooze(
        QList<tollkeeper::AlertId> alerts, std::optional<QDateTime> until) override;
    tollkeeper::Async<tollkeeper::Done> assign(tollkeeper::AlertId alert, QString owner) override;
    tollkeeper::Async<tollkeeper::Done> setNote(tollkeeper::AlertId alert, QString note) override;
    tollkeeper::Async<tollkeeper::AlertSettings> settings() override;
    tollkeeper::Async<tollkeeper::Done> setSettings(tollkeeper::AlertSettings settings) override;

private:
    [[nodiscard]] tollkeeper::Async<tollkeeper::Done> answer();

    ScriptedAlertReports &m_reports;
};

class ScriptedChannels : public tollkeeper::ChannelService {
public:
    void reset();

    //! What was saved, with what may be known of the secrets.
    struct Saved {
        tollkeeper::Channel channel;
        QString address; //!< fingerprint; empty: none was typed
        QString secret; //!< the same
    };
    QList<tollkeeper::Channel> kept;
    std::optional<tollkeeper::Error> error; //!< of saving and removing
    tollkeeper::Result<tollkeeper::Receipt> receipt = tollkeeper::Receipt();
    QList<Saved> saved;
    QList<tollkeeper::ChannelId> removed;
    QList<tollkeeper::ChannelId> tested;

    ScriptedChannels() { reset(); }

    tollkeeper::Async<QList<tollkeeper::Channel>> channels() override;
    tollkeeper::Async<tollkeeper::ChannelId> save(
        tollkeeper::Channel channel, tollkeeper::ChannelSecrets secrets) override;
    tollkeeper::Async<tollkeeper::Done> remove(tollkeeper::ChannelId channel) override;
    tollkeeper::Async<tollkeeper::Receipt> test(tollkeeper::ChannelId channel) override;
};
