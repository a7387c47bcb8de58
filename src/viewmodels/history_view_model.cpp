// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/history_view_model.h"

#include "viewmodels/partner.h"
#include "words/figures.h"

#include <algorithm>

namespace tollkeeper {

void HistoryViewModel::setHistories(HistoryService *histories)
{
    if (!exchangePartner(this, m_histories, histories))
        return;
    Q_EMIT historiesChanged();
    if (!m_histories)
        return;
    connect(m_histories, &HistoryService::progressed, this, [this](AccountId account, int done, int total) {
        auto &history = m_known[account];
        history.account = account;
        history.state = HistoryState::Running;
        history.done = done;
        history.total = total;
        Q_EMIT changed();
    });
    connect(m_histories, &HistoryService::stopped, this, &HistoryViewModel::load);
    load();
}

void HistoryViewModel::load()
{
    const auto asked = ++m_asked;
    QCoro::connect(m_histories->all(), this, [this, asked](const Result<QList<AccountHistory>> &all) {
        if (asked != m_asked || !all) // without an answer the line stays as it was
            return;
        m_known.clear();
        for (const auto &history : *all)
            m_known.insert(history.account, history);
        Q_EMIT changed();
    });
}

QList<AccountHistory> HistoryViewModel::unfinished() const
{
    QList<AccountHistory> left;
    std::ranges::copy_if(m_known, std::back_inserter(left),
        [](const auto &history) { return history.state != HistoryState::Done; });
    return left;
}

bool HistoryViewModel::isPaused() const
{
    const auto left = unfinished();
    return !left.isEmpty()
        && std::ranges::all_of(left, [](const auto &one) { return one.state == HistoryState::Paused; });
}

double HistoryViewModel::share() const
{
    int done = 0;
    int total = 0;
    for (const auto &history : unfinished()) {
        done += history.done;
        total += history.total;
    }
    return total > 0 ? std::min(1.0, static_cast<double>(done) / total) : 0;
}

QString HistoryViewModel::text() const
{
    const auto left = unfinished();
    if (left.isEmpty())
        return {};
    if (isPaused())
        return tr("History paused");
    int done = 0;
    int total = 0;
    for (const auto &history : left) {
        done += history.done;
        total += history.total;
    }
    //: %1 and %2 are counts of steps
    return total > 0 ? tr("Reading history, %1 of %2").arg(countText(done), countText(total))
                     : tr("Reading history");
}

void HistoryViewModel::pause()
{
    for (const auto &history : unfinished())
        QCoro::connect(m_histories->pause(history.account), this, [this](const Outcome &) { load(); });
}

void HistoryViewModel::resume()
{
    for (const auto &history : unfinished())
        QCoro::connect(m_histories->resume(history.account), this, [this](const Outcome &) { load(); });
}

} // namespace tollkeeper
