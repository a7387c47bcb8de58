// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/sync_view_model.h"

#include "viewmodels/partner.h"
#include "words/explain.h"
#include "words/figures.h"

#include <algorithm>

namespace tollkeeper {

void SyncViewModel::setSync(SyncService *sync)
{
    if (!exchangePartner(this, m_sync, sync))
        return;
    if (m_sync) {
        connect(m_sync, &SyncService::pollingChanged, this, &SyncViewModel::statusChanged);
        connect(m_sync, &SyncService::usageChanged, this, &SyncViewModel::statusChanged);
    }
    Q_EMIT syncChanged();
    Q_EMIT statusChanged();
}

QString SyncViewModel::zone() const
{
    return QString::fromLatin1(m_zone.id());
}

void SyncViewModel::setZone(const QString &id)
{
    const QTimeZone zone(id.toLatin1());
    if (!zone.isValid() || zone == m_zone)
        return;
    m_zone = zone;
    Q_EMIT statusChanged();
}

QString SyncViewModel::status() const
{
    if (isPolling())
        return tr("Polling now");
    const auto last = m_sync ? m_sync->lastPolledAt() : std::nullopt;
    const auto next = m_sync ? m_sync->nextPollAt() : std::nullopt;
    const auto zone = zoneText(m_zone);
    if (last && next)
        //: %1 and %2 are times, %3 a time zone: "Polled 14:30, next 14:35 UTC"
        return tr("Polled %1, next %2 %3").arg(timeText(*last, m_zone), timeText(*next, m_zone), zone);
    if (last)
        //: %1 is a time, %2 a time zone
        return tr("Polled %1 %2").arg(timeText(*last, m_zone), zone);
    if (next)
        //: %1 is a time, %2 a time zone
        return tr("First poll %1 %2").arg(timeText(*next, m_zone), zone);
    return tr("Not polling");
}

void SyncViewModel::pollNow()
{
    if (!m_sync || m_sync->isPolling())
        return;
    QCoro::connect(m_sync->poll(), this, [this](const auto &answer) { show(answer); });
}

void SyncViewModel::show(const Result<QList<PollResult>> &answer)
{
    if (answer) {
        const auto good = std::ranges::count_if(
            *answer, [](const auto &result) { return result.state == AccountState::Ok; });
        //: %1 and %2 are counts: "Polled, 3 of 4 accounts"
        m_outcome = tr("Polled, %1 of %2 accounts").arg(good).arg(answer->size());
    } else {
        m_outcome = explain(answer.error()).sentence;
    }
    Q_EMIT outcomeChanged();
    Q_EMIT statusChanged();
}

} // namespace tollkeeper
