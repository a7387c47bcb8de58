// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scripted_alerts.h"

//! The services of the inbox and its channels for QML tests, and what a test may change about them.
class InboxScript : public QObject {
    Q_OBJECT
    Q_PROPERTY(QObject *reports READ reports CONSTANT)
    Q_PROPERTY(QObject *service READ service CONSTANT)
    Q_PROPERTY(QObject *channels READ channels CONSTANT)

public:
    QObject *reports() { return &m_reports; }
    QObject *service() { return &m_desk; }
    QObject *channels() { return &m_channels; }

    Q_INVOKABLE void reset()
    {
        m_reports.reset();
        m_desk.reset();
        m_channels.reset();
    }
    Q_INVOKABLE void haveNone() { m_reports.alerts.clear(); }
    Q_INVOKABLE void failToRead()
    {
        m_reports.error = tollkeeper::Error{.kind = tollkeeper::Error::Kind::StorageDamaged};
    }
    Q_INVOKABLE void staySilent() { m_reports.isSilent = true; }
    //! Gives an alert another id.
    Q_INVOKABLE void renumber(int from, int to) { m_reports.alert(from).id = tollkeeper::AlertId(to); }
    Q_INVOKABLE void refuse() { m_desk.outcome = tollkeeper::fail(tollkeeper::Error::Kind::ProfileLocked); }
    //! Every text that a server or a person gave.
    Q_INVOKABLE void nameEverything(const QString &name)
    {
        for (auto &alert : m_reports.alerts) {
            alert.facts.name = alert.facts.accountName = alert.facts.cause = name;
            alert.facts.before = alert.facts.after = alert.facts.driver = name;
            alert.owner = alert.note = name;
        }
        for (auto &channel : m_channels.kept)
            channel.name = channel.hint = name;
        tollkeeper::Receipt receipt;
        receipt.text = name;
        m_channels.receipt = receipt;
    }
    Q_INVOKABLE int acknowledged() const { return static_cast<int>(m_desk.acknowledged.size()); }
    Q_INVOKABLE int lastAcknowledged() const //!< how many at once
    {
        return m_desk.acknowledged.isEmpty() ? 0 : static_cast<int>(m_desk.acknowledged.constLast().size());
    }
    Q_INVOKABLE int snoozed() const { return static_cast<int>(m_desk.snoozed.size()); }
    Q_INVOKABLE QString assigned() const //!< "9 Platform lead" of the last one
    {
        if (m_desk.assigned.isEmpty())
            return {};
        const auto &[alert, owner] = m_desk.assigned.constLast();
        return QString::number(alert.value()) + QLatin1Char(' ') + owner;
    }
    Q_INVOKABLE QString channelSaved() const //!< "slack Room" of the last one, "with secret" where one came
    {
        if (m_channels.saved.isEmpty())
            return {};
        const auto &saved = m_channels.saved.constLast();
        return QString(toText(saved.channel.kind)) + QLatin1Char(' ') + saved.channel.name
            + (saved.address.isEmpty() ? QString() : QStringLiteral(" with secret"));
    }
    Q_INVOKABLE int channelsTested() const { return static_cast<int>(m_channels.tested.size()); }
    Q_INVOKABLE int channelsRemoved() const { return static_cast<int>(m_channels.removed.size()); }

private:
    ScriptedAlertReports m_reports;
    ScriptedAlertDesk m_desk{m_reports};
    ScriptedChannels m_channels;
};
