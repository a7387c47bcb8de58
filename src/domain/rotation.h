// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace tollkeeper {

using RotationId = Id<struct RotationTag>;

//! Where a rotation stands: the step that is to be done next. The steps are those of the drawing; each is
//! stored before and after it is done, so that a rotation survives any end of the program.
enum class RotationStep : std::uint8_t {
    Create, //!< make the new key at the gateway, or have it pasted
    Save, //!< store it in the keychain and prove it with a free request
    Deploy, //!< people put it in place of the old one and say so
    Watch, //!< until the old key has cost nothing for a while and the new one spends
    Disable, //!< can be undone
    Delete, //!< cannot be undone; at the earliest some days after Disable
    Done,
    Cancelled,
};
[[nodiscard]] QLatin1StringView toText(RotationStep step);
[[nodiscard]] std::optional<RotationStep> rotationStepFromText(QStringView text);

//! One replacement of a key by another.
struct Rotation {
    RotationId id;
    AccountId account;
    KeyId oldKey;
    std::optional<KeyId> newKey; //!< known once the gateway has it, or a poll has seen the pasted one
    RotationStep step = RotationStep::Create;
    bool isPasted = false; //!< the person makes the key at the gateway's own page and pastes it
    QString newName; //!< unique in the account: by it a key is found again whose making was interrupted
    QString newSecretName; //!< random; keychain entry of the new key
    QDateTime startedAt; //!< UTC, as all of these
    std::optional<QDateTime> createdAt = {};
    std::optional<QDateTime> savedAt = {}; //!< stored, read back and proved
    std::optional<QDateTime> deployedAt = {};
    std::optional<QDateTime> disabledAt = {};
    std::optional<QDateTime> endedAt = {};
    //! Not asked again before it: "Wait 24 hours".
    std::optional<QDateTime> waitUntil = {};

    [[nodiscard]] bool isOpen() const
    {
        return step != RotationStep::Done && step != RotationStep::Cancelled;
    }
    friend bool operator==(const Rotation &, const Rotation &) = default;
};

//! Days a disabled old key stays before it may be deleted.
inline constexpr int DaysBeforeDelete = 7;
//! Minutes without cost after which an old key counts as no longer in use.
inline constexpr int QuietMinutes = 20;

//! When a key is to be replaced: its age in days by the policy that holds for it. nullopt: no policy.
[[nodiscard]] std::optional<QDateTime> rotationDue(
    const QDateTime &createdAt, std::optional<int> keyDays, int workspaceDays);

} // namespace tollkeeper
