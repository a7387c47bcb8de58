// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_store.h"

#include <map>
#include <optional>

//! A keychain in memory that can be told to fail, and that remembers what it was asked to do.
class ScriptedSecretStore final : public tollkeeper::SecretStore {
public:
    std::map<QString, tollkeeper::Secret> kept;
    QStringList diary; //!< "write", "remove"
    QString backend = QStringLiteral("scripted");
    std::optional<tollkeeper::Error::Kind> readFails;
    std::optional<tollkeeper::Error::Kind> writeFails;
    std::optional<tollkeeper::Error::Kind> removeFails;

    [[nodiscard]] QByteArray textOf(const QString &user) const
    {
        const auto found = kept.find(user);
        return found == kept.end() ? QByteArray() : found->second.reveal();
    }
    //! Whether any entry holds this text.
    [[nodiscard]] bool holds(const QByteArray &text) const
    {
        for (const auto &[user, secret] : kept) {
            if (secret.reveal().contains(text))
                return true;
        }
        return false;
    }

    tollkeeper::Async<tollkeeper::Secret> read(QString user) override
    {
        if (readFails)
            co_return tollkeeper::fail(*readFails);
        const auto found = kept.find(user);
        if (found == kept.end())
            co_return tollkeeper::fail(tollkeeper::Error::Kind::SecretMissing);
        auto secret = found->second.copy();
        co_return std::move(secret);
    }
    tollkeeper::Async<tollkeeper::Done> write(
        QString user, std::shared_ptr<const tollkeeper::Secret> secret) override
    {
        diary.append(QStringLiteral("write"));
        if (writeFails)
            co_return tollkeeper::fail(*writeFails);
        kept.insert_or_assign(user, secret->copy());
        co_return tollkeeper::Done{};
    }
    tollkeeper::Async<tollkeeper::Done> remove(QString user) override
    {
        diary.append(QStringLiteral("remove"));
        if (removeFails)
            co_return tollkeeper::fail(*removeFails);
        kept.erase(user);
        co_return tollkeeper::Done{};
    }
    [[nodiscard]] bool isPersistent() const override { return true; }
    [[nodiscard]] QString backendName() const override { return backend; }
};
