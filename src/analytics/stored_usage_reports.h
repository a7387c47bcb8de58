// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/overview_builder.h"
#include "analytics/usage_reports.h"
#include "base/clock.h"
#include "storage/storage.h"

#include <atomic>

namespace tollkeeper {

//! Answers from the ledger, through its read-only connections; what may take seconds through the long one.
class StoredUsageReports final : public UsageReports {
    Q_OBJECT

public:
    StoredUsageReports(
        Storage &storage, const Clock &clock, TraitsByGateway traits, QObject *parent = nullptr);

    [[nodiscard]] Async<UsageOutline> outline(UsageFilter filter) override;
    [[nodiscard]] Async<QList<UsageRow>> rows(
        std::shared_ptr<const UsageOutline> outline, qint64 first, int count) override;
    [[nodiscard]] Async<UsageTimes> times(UsageFilter filter) override;
    [[nodiscard]] Async<UsageChoices> choices() override;
    [[nodiscard]] Async<std::optional<ModelListing>> listing(AccountId account, QString model) override;
    [[nodiscard]] Async<Provenance> provenance(ProvenanceQuery query) override;
    [[nodiscard]] Async<QList<SavedView>> savedViews() override;
    [[nodiscard]] Async<Done> saveView(SavedView view) override;
    [[nodiscard]] Async<Done> removeView(QString name) override;

private:
    [[nodiscard]] QString displayNameOf(const QString &gateway) const;

    Storage &m_storage;
    const Clock &m_clock;
    TraitsByGateway m_traits;
    std::shared_ptr<std::atomic<int>> m_timesAsked = std::make_shared<std::atomic<int>>(0);
};

} // namespace tollkeeper
