// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rotation.h"
#include "storage/database.h"
#include "sync/key_maker.h"
#include "sync/key_match.h"

namespace tollkeeper {

//! A rotation and everything it is about.
struct RotationScene {
    Rotation rotation;
    ApiKey oldKey;
    Account account;
    OwnKey own; //!< what the account is asked with now
    std::shared_ptr<const Connector> connector;

    [[nodiscard]] KeyControls controls() const { return keyControlsOf(*connector, account); }
    //! The account itself is asked with the old key.
    [[nodiscard]] bool isOldOwn() const { return isOwn(oldKey, own, connector->capabilities()); }
    [[nodiscard]] bool canDisable() const
    {
        return controls().enabled == ControlOffer::Editable && connector->keyManagement();
    }
    [[nodiscard]] bool canDelete() const { return controls().deletesKeys && connector->keyManagement(); }
};

// What follows runs on a storage thread, each in one transaction.

//! Without the connector. NotFound where the account was removed.
[[nodiscard]] Result<RotationScene> rotationScene(Database &database, RotationId id);
//! The same before there is a rotation.
[[nodiscard]] Result<RotationScene> sceneBefore(Database &database, KeyId oldKey);
[[nodiscard]] Result<RotationId> storeStarted(Database &database, const Rotation &rotation);
[[nodiscard]] Outcome storeRotation(Database &database, const Rotation &rotation);
//! The new key as the gateway told it when it was made: Save is next.
[[nodiscard]] Outcome storeMadeKey(
    Database &database, Rotation rotation, const MadeKey &made, const QDateTime &at);
//! A pasted key, with the listed one it is where that could be told.
[[nodiscard]] Outcome storePasted(Database &database, const Rotation &rotation, const Secret &secret);
//! Its secret is not kept after all.
[[nodiscard]] Outcome storeUnpasted(Database &database, Rotation rotation);
//! Kept and proved: the new key takes its place in the lineage and the labels of the old one.
[[nodiscard]] Outcome storeProved(Database &database, Rotation rotation, const QDateTime &at);
//! A pasted key that was found in the list only now.
[[nodiscard]] Outcome storeFound(Database &database, Rotation rotation, KeyId found, const Secret &secret);
//! The account is asked with the new key from now on. What is called "self" here is the new one; the old one
//! gets the given name and keeps its secret under its own.
[[nodiscard]] Outcome storeSwitched(Database &database, RotationScene scene, const QString &oldName,
    const Secret &secret, const QDateTime &at);
//! What the gateway says of the old key, together with the step that follows from it.
[[nodiscard]] Outcome storeOldKey(
    Database &database, const Rotation &rotation, const KeyFacts &told, const QDateTime &at);
//! The end: Done, where the old key is gone, or Cancelled.
[[nodiscard]] Outcome storeEnded(
    Database &database, Rotation rotation, RotationStep end, const QDateTime &at);

} // namespace tollkeeper
