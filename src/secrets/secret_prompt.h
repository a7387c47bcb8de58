// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "secrets/one_shot.h"

#include <QDBusVariant>
#include <QObject>
#include <QString>

#include <chrono>

namespace tollkeeper {

//! One prompt of the Secret Service, in the service's own window. Belongs to nobody and deletes itself.
class SecretPrompt final : public QObject {
    Q_OBJECT
public:
    //! Shows it and answers when the person has: Done, or KeychainLocked if it was dismissed, or
    //! KeychainWaiting after `limit` (the prompt may still stand).
    [[nodiscard]] static OneShot<Outcome> show(const QString &path, std::chrono::milliseconds limit);

private Q_SLOTS:
    void complete(bool isDismissed, const QDBusVariant &result);

private:
    SecretPrompt() = default;
    void answer(Outcome outcome);

    OneShot<Outcome> m_answer;
};

} // namespace tollkeeper
