// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/memory_secret_store.h"
#include "storage/account_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/scripted_http.h"
#include "support/temp_profile.h"
#include "sync/generation_look_up_service.h"

#include <QSet>
#include <QTest>

//! Answers from a function, a moment later; hosts that are held do not answer until they are let go.
class HeldHttp : public tollkeeper::HttpClient {
public:
    ScriptedHttp::Answer answer;
    QSet<QString> held;
    QStringList hosts; //!< that were asked, in order

    tollkeeper::Async<tollkeeper::HttpResponse> send(tollkeeper::HttpRequest request) override
    {
        const auto url = request.url;
        hosts.append(url.host());
        do {
            auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
            co_await pause;
        } while (held.contains(url.host()));
        auto told = answer(url);
        co_return told;
    }
};

//! A ledger, and the service that looks up what its accounts' requests cost.
struct LookUpWorld {
    //! As the application does: what is under way comes to its end before the service goes.
    ~LookUpWorld()
    {
        service.stop();
        http.held.clear();
        for (int answers = 0; answers < 3; ++answers) { // read, asked, stored
            const auto read = storage.read(
                [](tollkeeper::Database &) -> tollkeeper::Outcome { return tollkeeper::Done{}; });
            (void)QTest::qWaitFor([&read] { return read.isFinished(); });
        }
    }

    //! At a host of its name.
    tollkeeper::AccountId add(const QString &name, const QString &gateway = QStringLiteral("openrouter"))
    {
        using namespace tollkeeper;
        Account one;
        one.gateway = gateway;
        one.name = name;
        one.baseUrl = QUrl(QStringLiteral("https://%1.example").arg(name.toLower()));
        one.secretName = name;
        one.addedAt = ledger::june(1);
        const auto key = std::make_shared<const Secret>(*Secret::fromInput("sk-test"));
        (void)await(secrets.write(name, key));
        return *storage.write([one](Database &database) { return AccountRepository(database).add(one); })
                    .result();
    }
    [[nodiscard]] QList<tollkeeper::LookUp> waiting()
    {
        return *storage
                    .read([](tollkeeper::Database &database) {
                        return tollkeeper::LookUpRepository(database).due(ledger::june(300));
                    })
                    .result();
    }
    //! What the requests cost, in order of their ids; "-": not known.
    [[nodiscard]] QString costs()
    {
        return storage
            .read([](tollkeeper::Database &database) {
                return database.value(QStringLiteral(
                    "SELECT group_concat(COALESCE(cost, '-')) FROM (SELECT billed_nanos AS cost FROM request "
                    "ORDER BY request_id)"));
            })
            .result()
            ->toString();
    }

    TempProfile profile;
    tollkeeper::Storage storage{profile.profile(), tollkeeper::Storage::Access::ReadWrite, QTimeZone::utc()};
    FakeClock clock{ledger::june(18, 9)};
    tollkeeper::MemorySecretStore secrets;
    HeldHttp http;
    tollkeeper::AccountTurns turns;
    tollkeeper::GenerationLookUpService service{http, secrets, storage, clock, turns,
        tollkeeper::RepeatPolicy{0, std::chrono::milliseconds(1), std::chrono::milliseconds(1)}};
};
