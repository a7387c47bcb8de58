// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/key_reports.h"
#include "analytics/overview_builder.h"
#include "base/clock.h"
#include "storage/storage.h"

namespace tollkeeper {

//! Answers from the profile, through its read-only connection; what it changes goes through the writer.
class StoredKeyReports final : public KeyReports {
    Q_OBJECT

public:
    StoredKeyReports(Storage &storage, const Clock &clock, TraitsByGateway traits, QObject *parent = nullptr);

    [[nodiscard]] Async<KeyTable> keys() override;
    [[nodiscard]] Async<KeyDetails> details(KeyId key) override;
    [[nodiscard]] Async<RotationWatch> watch(RotationId rotation) override;
    [[nodiscard]] Async<Done> label(QList<KeyId> keys, LabelChange change) override;
    [[nodiscard]] Async<Done> setRotationDays(KeyId key, std::optional<int> days) override;
    [[nodiscard]] Async<int> rotationDays() override;
    [[nodiscard]] Async<Done> setWorkspaceRotationDays(int days) override;

private:
    Storage &m_storage;
    const Clock &m_clock;
    TraitsByGateway m_traits;
};

} // namespace tollkeeper
