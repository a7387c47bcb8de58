// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/key_maker.h"
#include "sync/key_service.h"
#include "sync/rotation_scene.h"
#include "sync/rotation_service.h"
#include "sync/stray_keys.h"

#include <QHash>

#include <functional>

namespace tollkeeper {

//! Rotations at real gateways. What is about to be done is stored before it is done, and what came of it
//! after: whenever the program ends, the next call goes on from there. A key whose making was cut off is
//! found in the list by its name; its secret is lost, so that it is deleted and made anew.
//!
//! Where the account itself is asked with the old key, it is switched to the new one before the old one is
//! disabled. Where a gateway's own page is needed to disable or delete, proceed() at that step says that the
//! person has done it.
class NetworkRotationService final : public RotationService {
    Q_OBJECT

public:
    //! `keys` tells whose a pasted secret is; it must outlive this service.
    NetworkRotationService(const KeyPartners &partners, KeyService &keys, QObject *parent = nullptr);

    [[nodiscard]] Async<RotationId> start(KeyId oldKey) override;
    [[nodiscard]] Async<Done> proceed(RotationId rotation) override;
    [[nodiscard]] Async<Done> paste(RotationId rotation, std::shared_ptr<const Secret> secret) override;
    [[nodiscard]] Async<Done> confirmDeployed(RotationId rotation) override;
    [[nodiscard]] Async<Done> waitUntil(RotationId rotation, QDateTime moment) override;
    [[nodiscard]] Async<Done> undoDisable(RotationId rotation) override;
    [[nodiscard]] Async<Done> cancel(RotationId rotation) override;
    [[nodiscard]] Async<std::shared_ptr<const Secret>> newSecret(RotationId rotation) override;

    //! While it is locked nothing is done that uses a secret at a person's wish: AppLocked.
    void setLocked(bool isLocked) { m_isLocked = isLocked; }

private:
    using Scene = RotationScene;
    using SharedSecret = std::shared_ptr<const Secret>;

    [[nodiscard]] std::shared_ptr<Turns> turnsOf(RotationId rotation);
    [[nodiscard]] Async<Scene> open(RotationId rotation);
    //! One step at a time of a rotation, as it stands when its turn has come; a step that failed may have
    //! gone some way, so that everybody is told in any case.
    [[nodiscard]] Async<Done> inTurn(RotationId rotation, std::function<Async<Done>(Scene)> step);
    [[nodiscard]] Async<Done> markDeployed(Scene scene);
    [[nodiscard]] Async<Done> take(Scene scene);
    [[nodiscard]] Async<Done> store(Rotation rotation);
    [[nodiscard]] Async<SharedSecret> readSecret(QString name);
    [[nodiscard]] Async<Done> prove(Scene scene, SharedSecret secret);

    // The new key
    struct Attempt {
        Outcome outcome;
        bool mayBeLeft = false; //!< the gateway may have a key of which the secret is lost
    };
    [[nodiscard]] Async<Done> create(Scene scene);
    [[nodiscard]] QCoro::Task<Attempt> makeInTurn(Scene scene);
    [[nodiscard]] Async<KeyDraft> draftLikeOld(KeyLine line, Scene scene);
    [[nodiscard]] Async<Done> clearUnfinished(Scene scene);
    [[nodiscard]] Async<Done> save(Scene scene);
    [[nodiscard]] Async<Done> beginAnew(Scene scene);
    [[nodiscard]] Async<Done> keepPasted(Scene scene, SharedSecret secret);
    [[nodiscard]] Async<Scene> pastedInto(Scene scene, SharedSecret secret);
    [[nodiscard]] Async<Done> unpaste(Scene scene);
    [[nodiscard]] Async<Done> find(Scene scene, SharedSecret secret);
    [[nodiscard]] Async<Done> findListed(AccountId account);

    // The old key
    [[nodiscard]] Async<SharedSecret> proveNew(Scene scene);
    [[nodiscard]] Async<Done> disable(Scene scene);
    [[nodiscard]] Async<Done> switchAccount(Scene scene, SharedSecret secret);
    [[nodiscard]] Async<QString> nameOfOld(Scene scene);
    [[nodiscard]] Async<Done> disableAtGateway(Scene scene);
    [[nodiscard]] Async<Done> enableAgain(Scene scene);
    [[nodiscard]] Async<Done> remove(Scene scene);
    [[nodiscard]] Async<Done> removeAtGateway(Scene scene);
    [[nodiscard]] Async<Done> finish(Scene scene);
    [[nodiscard]] Async<Done> endWithout(RotationId rotation);
    [[nodiscard]] Async<Done> stop(Scene scene);

    KeyPartners m_partners;
    KeyService &m_keys;
    KeyConversation m_conversation;
    KeyMaker m_maker;
    StrayKeys m_strays;
    QHash<RotationId, std::shared_ptr<Turns>> m_turns; //!< one step at a time
    bool m_isLocked = false;
};

} // namespace tollkeeper
