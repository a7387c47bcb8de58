// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "gateways/traits.h"
#include "net/network_http_client.h"
#include "playground/guarded_support_bundles.h"
#include "playground/network_playground_service.h"
#include "playground/stored_request_look_up.h"
#include "playground/stored_run_history.h"
#include "playground/stored_send_choices.h"
#include "secrets/memory_secret_store.h"
#include "storage/account_repository.h"
#include "storage/storage.h"
#include "support/await.h"
#include "support/temp_profile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

//! The real services of the Playground over a profile of its own, with accounts at a simulator that was
//! started for it.
struct PlaygroundWorld {
    PlaygroundWorld()
    {
        using namespace Qt::Literals::StringLiterals;
        simulator.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        simulator.start(QStringLiteral(TK_BIN_DIR "/tollkeeper-simulator"),
            {u"--port"_s, u"0"_s, u"--seed"_s, u"7"_s, u"--clock"_s, u"2026-06-18T14:32:00Z"_s,
                u"--stop-with-stdin"_s});
        while (!simulator.canReadLine() && simulator.waitForReadyRead(30'000)) { }
        places = QJsonDocument::fromJson(simulator.readLine()).object();
        account
            = add(u"openrouter"_s, u"OpenRouter · main"_s, u"openrouter"_s, u"openrouter_team_dispatch"_s);
        // The simulator tells no catalogue: what may cost anything would be asked about in each test.
        (void)await(choices.setGuard({std::nullopt, 0}));
        add(u"torouter"_s, u"ToRouter · apac"_s, u"torouter"_s, u"torouter_apac"_s);
    }
    ~PlaygroundWorld()
    {
        simulator.closeWriteChannel();
        simulator.waitForFinished(10'000);
    }
    Q_DISABLE_COPY_MOVE(PlaygroundWorld)

    tollkeeper::AccountId add(
        const QString &gateway, const QString &name, const QString &place, const QString &key)
    {
        const auto text = places[QLatin1StringView("keys")].toObject()[key].toString();
        return addAt(gateway, name, QUrl(places[place].toString()), text.toLatin1());
    }
    //! `secret`: a key, or the configuration that a gateway takes instead.
    tollkeeper::AccountId addAt(
        const QString &gateway, const QString &name, const QUrl &address, const QByteArray &secret)
    {
        using namespace tollkeeper;
        Account one;
        one.gateway = gateway;
        one.name = name;
        one.baseUrl = address;
        one.secretName = QStringLiteral("key of ") + name;
        one.addedAt = clock.now();
        (void)await(
            secrets.write(one.secretName, std::make_shared<const Secret>(*Secret::fromInput(secret))));
        return *storage.write([one](Database &database) { return AccountRepository(database).add(one); })
                    .result();
    }
    //! How many POSTs the simulator has had.
    [[nodiscard]] qsizetype posts()
    {
        using namespace tollkeeper;
        HttpRequest request;
        request.url
            = QUrl(places[QLatin1StringView("url")].toString() + QStringLiteral("/_control/log?method=POST"));
        request.credentialHeader = CredentialHeader::None;
        const auto answer = await(http.send(request));
        return answer ? QJsonDocument::fromJson(answer->body)[QLatin1StringView("bodies")].toInteger() : -1;
    }

    QProcess simulator;
    QJsonObject places; //!< the simulator's own line: addresses and keys
    tollkeeper::SystemClock clock;
    TempProfile profile;
    tollkeeper::NetworkHttpClient http;
    tollkeeper::MemorySecretStore secrets;
    tollkeeper::Storage storage{profile.profile(), tollkeeper::Storage::Access::ReadWrite, QTimeZone::utc()};
    tollkeeper::NetworkPlaygroundService sender{
        tollkeeper::PlaygroundPartners{http, secrets, storage, clock}};
    tollkeeper::StoredSendChoices choices{storage, tollkeeper::traitsOfAllGateways()};
    tollkeeper::StoredRunHistory history{storage};
    tollkeeper::StoredRequestLookUp lookUps{storage, [](tollkeeper::AccountId, QString) { return noBill(); }};
    tollkeeper::GuardedSupportBundles bundles{storage, secrets, QStringLiteral("Tollkeeper test")};
    tollkeeper::AccountId account;

private:
    static tollkeeper::Async<tollkeeper::Done> noBill()
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::NotOffered, QStringLiteral("gateway"));
    }
};
