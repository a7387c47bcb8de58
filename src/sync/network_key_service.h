// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/key_maker.h"
#include "sync/key_match.h"
#include "sync/key_service.h"
#include "sync/stray_keys.h"

namespace tollkeeper {

//! Keys at real gateways, their secrets in the given store. Each question takes the account's turn, so that
//! no poll is under way while something is changed.
class NetworkKeyService final : public KeyService {
    Q_OBJECT

public:
    explicit NetworkKeyService(const KeyPartners &partners, QObject *parent = nullptr);

    [[nodiscard]] KeyControls controls(const Account &account) const override;
    [[nodiscard]] QUrl keysPage(const Account &account) const override;

    [[nodiscard]] Async<Done> change(KeyId key, KeyChange change) override;
    [[nodiscard]] Async<KeyId> create(AccountId account, KeyDraft draft) override;
    //! Busy where an open rotation replaces it or replaces another by it.
    [[nodiscard]] Async<Done> remove(KeyId key) override;

    [[nodiscard]] Async<SecretBinding> match(
        AccountId account, std::shared_ptr<const Secret> secret) override;
    [[nodiscard]] Async<Done> bind(KeyId key, std::shared_ptr<const Secret> secret) override;
    [[nodiscard]] Async<Done> forget(KeyId key) override;
    [[nodiscard]] Async<Done> test(KeyId key) override;
    [[nodiscard]] Async<std::shared_ptr<const Secret>> secretOf(KeyId key) override;

    //! While it is locked nothing is done that uses a secret at a person's wish: AppLocked.
    void setLocked(bool isLocked) { m_isLocked = isLocked; }

private:
    //! A key, its account, and how its gateway speaks.
    struct Place {
        ApiKey key;
        Account account;
        OwnKey own;
        std::shared_ptr<const Connector> connector;
        [[nodiscard]] bool isOwnKey() const { return isOwn(key, own, connector->capabilities()); }
    };
    [[nodiscard]] Async<Place> placeOf(KeyId key);
    [[nodiscard]] Async<Done> changeInTurn(Place place, KeyChange change);
    [[nodiscard]] Async<QList<KeyId>> keysNamed(AccountId account, QString name);
    [[nodiscard]] Async<KeyLine> openToMake(AccountId account);
    struct Created {
        Result<KeyId> key;
        bool mayBeLeft = false;
    };
    [[nodiscard]] QCoro::Task<Created> makeInTurn(AccountId account, KeyDraft draft);
    [[nodiscard]] QCoro::Task<Created> keep(KeyLine line, MadeKey made, QString secretName);
    [[nodiscard]] Async<Done> removeInTurn(Place place);
    //! Busy where an open rotation brings it in or, unless `mayBeOld`, takes it out.
    [[nodiscard]] Async<Done> isFree(KeyId key, bool mayBeOld);
    [[nodiscard]] Async<Done> storeSecret(Place place, std::shared_ptr<const Secret> secret);
    [[nodiscard]] Async<std::shared_ptr<const Secret>> readSecret(Place place);

    KeyPartners m_partners;
    KeyConversation m_conversation;
    KeyMaker m_maker;
    StrayKeys m_strays;
    bool m_isLocked = false;
};

} // namespace tollkeeper
