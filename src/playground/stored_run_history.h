// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/run_history.h"

namespace tollkeeper {

class Storage;

//! Keeps the history in the profile's ledger file.
class StoredRunHistory final : public RunHistory {
    Q_OBJECT

public:
    //! `storage` must live longer.
    explicit StoredRunHistory(Storage &storage, QObject *parent = nullptr);

    [[nodiscard]] Async<RunId> add(SendOrder order, PlaygroundRun run) override;
    [[nodiscard]] Async<QList<RunLine>> lines(QString text, int most) override;
    [[nodiscard]] Async<KeptRun> run(RunId id) override;
    [[nodiscard]] Async<Done> remove(RunId id) override;
    [[nodiscard]] Async<Done> removeAll() override;
    [[nodiscard]] Async<bool> keepsBodies() override;
    [[nodiscard]] Async<Done> setKeepsBodies(bool keeps) override;
    [[nodiscard]] Async<QList<Preset>> presets() override;
    //! Error::Kind::InvalidInput, "name": it has none.
    [[nodiscard]] Async<Done> savePreset(Preset preset) override;
    [[nodiscard]] Async<Done> removePreset(QString name) override;

private:
    Storage &m_storage;
};

} // namespace tollkeeper
