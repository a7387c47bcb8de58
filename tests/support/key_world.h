// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/network_http_client.h"
#include "storage/account_repository.h"
#include "storage/key_event_repository.h"
#include "storage/key_repository.h"
#include "storage/poll_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/key_connector.h"
#include "support/ledger_facts.h"
#include "support/scripted_secret_store.h"
#include "support/temp_profile.h"
#include "sync/key_line.h"

#include <QCoroFuture>

//! Polls a KeyGateway the way the sync service polls the gateways of the registry.
class KeyPolls final : public tollkeeper::SyncService {
public:
    KeyPolls(tollkeeper::HttpClient &http, tollkeeper::SecretStore &secrets, tollkeeper::Storage &storage,
        const tollkeeper::Clock &clock, std::shared_ptr<const tollkeeper::Connector> connector)
        : panels(http, secrets, clock)
        , m_secrets(secrets)
        , m_storage(storage)
        , m_clock(clock)
        , m_connector(std::move(connector))
        , m_poll(http, clock, {0, std::chrono::milliseconds(1), std::chrono::milliseconds(1)})
    {
    }

    tollkeeper::AccountTurns turns;
    tollkeeper::PanelSessions panels;

    tollkeeper::Async<QList<tollkeeper::PollResult>> poll(tollkeeper::AccountId id) override
    {
        using namespace tollkeeper;
        auto waiting = turns.of(id)->take();
        (void)co_await waiting;
        const Turn turn(turns.of(id));
        auto reading
            = m_storage.read([id](Database &database) { return AccountRepository(database).byId(id); });
        const auto account = co_await reading;
        auto readingKey = m_secrets.read(account->secretName);
        auto key = co_await readingKey;
        PollResult result;
        result.account = id;
        if (!key) {
            result.problem = key.error();
        } else {
            const auto shared = std::make_shared<const Secret>(*std::move(key));
            const PollContext context{.now = m_clock.now(), .keyFingerprint = shared->fingerprint()};
            auto polling = m_poll.run(m_connector, account->baseUrl, shared, context);
            const auto answer = co_await polling;
            if (!answer.facts) {
                result.problem = answer.facts.error();
            } else {
                auto storing
                    = m_storage.write([id, facts = *answer.facts, at = m_clock.now()](Database &database) {
                          return PollRepository(database).store(id, facts, at);
                      });
                if (const auto stored = co_await storing; !stored)
                    result.problem = stored.error();
            }
        }
        Q_EMIT usageChanged(id);
        QList<PollResult> results{result};
        co_return results;
    }
    [[nodiscard]] bool isPolling() const override { return false; }
    [[nodiscard]] std::optional<QDateTime> lastPolledAt() const override { return {}; }
    [[nodiscard]] std::optional<QDateTime> nextPollAt() const override { return {}; }

private:
    tollkeeper::SecretStore &m_secrets;
    tollkeeper::Storage &m_storage;
    const tollkeeper::Clock &m_clock;
    std::shared_ptr<const tollkeeper::Connector> m_connector;
    tollkeeper::GatewayPoll m_poll;
};

//! A gateway with keys, an account there, and everything a service of keys needs. Over real HTTP.
struct KeyWorld {
    TempProfile profile;
    FakeClock clock{ledger::june(18, 9)};
    KeyGateway gateway;
    ScriptedSecretStore secrets;
    tollkeeper::NetworkHttpClient http;
    std::shared_ptr<DoubleConnector> connector = std::make_shared<DoubleConnector>();
    std::unique_ptr<tollkeeper::Storage> storage = std::make_unique<tollkeeper::Storage>(
        profile.profile(), tollkeeper::Storage::Access::ReadWrite, QTimeZone::utc());
    std::unique_ptr<KeyPolls> sync = std::make_unique<KeyPolls>(http, secrets, *storage, clock, connector);
    tollkeeper::AccountId account;

    [[nodiscard]] tollkeeper::KeyPartners partners() const
    {
        auto &self = const_cast<KeyWorld &>(*this);
        return {self.http, self.secrets, *storage, clock, sync->turns, sync->panels, *sync,
            {0, std::chrono::milliseconds(1), std::chrono::milliseconds(1)},
            [connector = connector](const QString &) { return connector; }};
    }

    //! An account that is asked with that secret, polled once.
    void begin(const QByteArray &secret, tollkeeper::KeyRole role)
    {
        using namespace tollkeeper;
        Account one;
        one.gateway = QStringLiteral("double");
        one.name = QStringLiteral("Main %1").arg(++m_accounts);
        one.baseUrl = gateway.url();
        one.role = role;
        one.secretName = QStringLiteral("own-%1").arg(m_accounts);
        one.addedAt = ledger::june(1);
        const auto key = *Secret::fromInput(secret);
        one.maskedKey = key.masked();
        secrets.kept.insert_or_assign(one.secretName, key.copy());
        account
            = *storage
                   ->write([one, fingerprint = key.fingerprint()](Database &database) -> Result<AccountId> {
                       AccountRepository accounts(database);
                       auto id = accounts.add(one);
                       (void)accounts.setKeyFingerprint(*id, fingerprint);
                       return id;
                   })
                   .result();
        (void)await(sync->poll(account));
        secrets.diary.clear();
    }

    template<typename Job>
    auto read(Job job) const
    {
        return *storage->read(std::move(job)).result();
    }
    [[nodiscard]] QList<tollkeeper::ApiKey> keys() const
    {
        return read([](tollkeeper::Database &database) { return tollkeeper::KeyRepository(database).all(); });
    }
    //! REQUIRES: there is one.
    [[nodiscard]] tollkeeper::ApiKey key(const QString &name) const
    {
        const auto all = keys();
        const auto found = std::ranges::find(all, name, &tollkeeper::ApiKey::name);
        return found == all.cend() ? tollkeeper::ApiKey{} : *found;
    }
    //! "created", "secret_stored": oldest first, without those of polls.
    [[nodiscard]] QStringList doneHere(tollkeeper::KeyId key) const
    {
        const auto events = read([key](tollkeeper::Database &database) {
            return tollkeeper::KeyEventRepository(database).of(key);
        });
        QStringList words;
        for (const auto &event : events) {
            if (event.origin == tollkeeper::KeyEvent::Origin::Here)
                words.prepend(tollkeeper::toText(event.what));
        }
        return words;
    }
    [[nodiscard]] qint64 single(const QString &sql) const
    {
        return read([sql](tollkeeper::Database &database) { return database.value(sql); }).toLongLong();
    }
    //! From now on no transaction that writes this table ends well.
    void refuseWrites(const QString &table) const
    {
        (void)storage
            ->write([table](tollkeeper::Database &database) {
                return database.execute(QStringLiteral(
                    "CREATE TRIGGER refuse BEFORE INSERT ON %1 BEGIN SELECT RAISE(ABORT, 'full'); END")
                                            .arg(table));
            })
            .result();
    }

private:
    int m_accounts = 0;
};
