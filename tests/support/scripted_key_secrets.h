// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/key_service.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QHash>
#include <QPromise>

#include <vector>

//! Hands out the secrets of keys, at once or when it is let go; whatever else it is asked fails.
class ScriptedKeySecrets final : public tollkeeper::KeyService {
public:
    using KeyService::KeyService;

    std::optional<tollkeeper::Error::Kind> fails;
    QHash<qint64, QByteArray> kept; //!< by KeyId
    bool isHeld = false; //!< answers only after letGo()
    int asked = 0;

    void letGo()
    {
        isHeld = false;
        for (auto &waiting : std::exchange(m_held, {}))
            waiting.finish();
        QCoreApplication::processEvents(); // a future is awaited through the event loop
    }

    [[nodiscard]] tollkeeper::KeyControls controls(const tollkeeper::Account &) const override { return {}; }
    [[nodiscard]] QUrl keysPage(const tollkeeper::Account &) const override { return {}; }
    [[nodiscard]] tollkeeper::Async<tollkeeper::Done> change(
        tollkeeper::KeyId, tollkeeper::KeyChange) override
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::NotFound);
    }
    [[nodiscard]] tollkeeper::Async<tollkeeper::KeyId> create(
        tollkeeper::AccountId, tollkeeper::KeyDraft) override
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::NotFound);
    }
    [[nodiscard]] tollkeeper::Async<tollkeeper::Done> remove(tollkeeper::KeyId) override
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::NotFound);
    }
    [[nodiscard]] tollkeeper::Async<tollkeeper::SecretBinding> match(
        tollkeeper::AccountId, std::shared_ptr<const tollkeeper::Secret>) override
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::NotFound);
    }
    [[nodiscard]] tollkeeper::Async<tollkeeper::Done> bind(
        tollkeeper::KeyId, std::shared_ptr<const tollkeeper::Secret>) override
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::NotFound);
    }
    [[nodiscard]] tollkeeper::Async<tollkeeper::Done> forget(tollkeeper::KeyId) override
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::NotFound);
    }
    [[nodiscard]] tollkeeper::Async<tollkeeper::Done> test(tollkeeper::KeyId) override
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::NotFound);
    }
    [[nodiscard]] tollkeeper::Async<std::shared_ptr<const tollkeeper::Secret>> secretOf(
        tollkeeper::KeyId key) override
    {
        ++asked;
        auto answering = whenLetGo();
        if (isHeld)
            co_await answering;
        if (fails)
            co_return tollkeeper::fail(*fails);
        auto secret = tollkeeper::Secret::fromInput(kept.value(key.value()));
        if (!secret)
            co_return tollkeeper::fail(tollkeeper::Error::Kind::SecretMissing);
        auto shared = std::make_shared<const tollkeeper::Secret>(*std::move(secret));
        co_return shared;
    }

private:
    [[nodiscard]] QFuture<void> whenLetGo()
    {
        QPromise<void> waiting;
        waiting.start();
        auto future = waiting.future();
        if (isHeld)
            m_held.push_back(std::move(waiting));
        return future;
    }

    std::vector<QPromise<void>> m_held;
};
