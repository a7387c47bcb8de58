// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/gateway_traits.h"
#include "playground/send_choices.h"

namespace tollkeeper {

class Storage;

//! Answers from the profile, through its read-only connection.
class StoredSendChoices final : public SendChoices {
    Q_OBJECT

public:
    //! `storage` must live longer. `traits`: how gateways are called and where their pages of keys are.
    StoredSendChoices(Storage &storage, TraitsByGateway traits, QObject *parent = nullptr);

    [[nodiscard]] Async<QList<SendAccount>> accounts() override;
    [[nodiscard]] Async<QList<ModelListing>> models(AccountId account) override;
    [[nodiscard]] Async<SendGuard> guard() override;
    [[nodiscard]] Async<Done> setGuard(SendGuard guard) override;

public Q_SLOTS:
    //! The profile knows something new, of whatever kind.
    void tellChanged() { Q_EMIT changed(); }

private:
    Storage &m_storage;
    TraitsByGateway m_traits;
};

} // namespace tollkeeper
