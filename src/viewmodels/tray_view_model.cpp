// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/tray_view_model.h"

#include "viewmodels/inbox_view_model.h"
#include "viewmodels/tray_texts.h"

#include <QCoroTask>

#include <algorithm>

namespace tollkeeper {
namespace {

InboxViewModel::Snooze lengthOf(Tray::Pause pause)
{
    switch (pause) {
    case Tray::Pause::EightHours:
        return InboxViewModel::Snooze::EightHours;
    case Tray::Pause::Tomorrow:
        return InboxViewModel::Snooze::Tomorrow;
    case Tray::Pause::OneHour:
        break;
    }
    return InboxViewModel::Snooze::OneHour;
}

} // namespace

TrayViewModel::TrayViewModel(Partners partners, QObject *parent) : QObject(parent), m_partners(partners)
{
    connect(&m_partners.reports, &SpendReports::changed, this, &TrayViewModel::reload);
    connect(&m_partners.alertReports, &AlertReports::changed, this, &TrayViewModel::reload);
    if (m_partners.channels)
        connect(m_partners.channels, &ChannelService::channelsChanged, this, &TrayViewModel::reload);
    connect(&m_partners.sync, &SyncService::pollingChanged, this, &TrayViewModel::rebuild);
    reload();
}

//! Four questions; each answer is shown as it comes. One that cannot be answered leaves what was known.
void TrayViewModel::reload()
{
    const auto asked = ++m_asked;
    const auto take = [this, asked](auto &&keep) {
        return [this, asked, keep](const auto &answer) {
            if (asked != m_asked || !answer)
                return;
            keep(*answer);
            rebuild();
        };
    };
    QCoro::connect(m_partners.reports.overview(), this,
        take([this](const Overview &overview) { m_overview = overview; }));
    QCoro::connect(m_partners.alertReports.inbox(InboxView::Open), this,
        take([this](const Inbox &inbox) { m_inbox = inbox; }));
    QCoro::connect(m_partners.alerts.settings(), this,
        take([this](const AlertSettings &settings) { m_settings = settings; }));
    if (!m_partners.channels)
        return;
    QCoro::connect(m_partners.channels->channels(), this, take([this](const QList<Channel> &channels) {
        const auto tray = std::ranges::find(channels, TrayChannel, &Channel::id);
        m_marks = tray == channels.end() || tray->isOn;
    }));
}

void TrayViewModel::rebuild()
{
    if (!m_overview)
        return;
    m_contents = trayContents({*m_overview, m_inbox, m_settings, m_partners.sync.lastPolledAt(),
        m_partners.sync.isPolling(), m_marks});
    Q_EMIT contentsChanged();
}

void TrayViewModel::pollNow()
{
    if (!m_partners.sync.isPolling())
        QCoro::connect(m_partners.sync.poll(), this, [](const Result<QList<PollResult>> &) {});
}

//! What time it is the reports know.
void TrayViewModel::pause(Tray::Pause pause)
{
    QCoro::connect(
        m_partners.alertReports.inbox(InboxView::Open), this, [this, pause](const Result<Inbox> &now) {
            if (now)
                setPausedUntil(snoozeEnd(lengthOf(pause), now->asOf, now->zone));
        });
}

void TrayViewModel::resume()
{
    setPausedUntil(std::nullopt);
}

void TrayViewModel::setPausedUntil(std::optional<QDateTime> until)
{
    QCoro::connect(m_partners.alerts.settings(), this, [this, until](const Result<AlertSettings> &now) {
        if (!now)
            return;
        auto settings = *now;
        settings.pausedUntil = until;
        QCoro::connect(m_partners.alerts.setSettings(settings), this, [this](const Outcome &outcome) {
            if (outcome)
                reload();
        });
    });
}

} // namespace tollkeeper
