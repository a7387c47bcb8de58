// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"
#include "platform/connection_watch.h"
#include "secrets/memory_secret_store.h"
#include "storage/account_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/hostile_server.h"
#include "support/ledger_facts.h"
#include "support/private_bus.h"
#include "support/temp_profile.h"
#include "sync/catch_up_service.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Logind = "org.freedesktop.login1"_L1;
constexpr auto NetworkManager = "org.freedesktop.NetworkManager"_L1;
constexpr auto Portal = "org.freedesktop.portal.Desktop"_L1;
constexpr std::chrono::hours Never(1);

bool sleepSignal(bool isGoing)
{
    return PrivateBus::emitSignal(Logind, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
        u"PrepareForSleep"_s, u"b"_s, {isGoing});
}

bool networkState(uint state)
{
    return PrivateBus::emitSignal(NetworkManager, u"/org/freedesktop/NetworkManager"_s,
        u"org.freedesktop.NetworkManager"_s, u"StateChanged"_s, u"u"_s, {state});
}

bool portalChanged()
{
    return PrivateBus::emitSignal(Portal, u"/org/freedesktop/portal/desktop"_s,
        u"org.freedesktop.portal.NetworkMonitor"_s, u"changed"_s, {}, {});
}

} // namespace

class ConnectionWatchTest : public QObject {
    Q_OBJECT

public:
    explicit ConnectionWatchTest(PrivateBus &bus) : m_bus(bus) { }

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_bus.mock({u"--system"_s, u"--template"_s, u"logind"_s}, Logind))
            QSKIP("python3-dbusmock is not here");
        QVERIFY(m_bus.mock({u"--system"_s, u"--template"_s, u"networkmanager"_s}, NetworkManager));
        QVERIFY(m_bus.mock({u"--session"_s, Portal, u"/org/freedesktop/portal/desktop"_s,
                               u"org.freedesktop.portal.NetworkMonitor"_s},
            Portal));
    }

    void hearsThatTheMachineWokeUp()
    {
        const ConnectionWatch watch(m_clock, Never);
        QSignalSpy renewed(&watch, &ConnectionWatch::renewed);
        QVERIFY(sleepSignal(true));
        QVERIFY(networkState(20)); // in order after it: disconnected
        QVERIFY(sleepSignal(false));
        QTRY_COMPARE(renewed.size(), 1);
    }

    void hearsThatTheNetworkChanged_data()
    {
        QTest::addColumn<uint>("state");
        QTest::newRow("to this site") << 60U;
        QTest::newRow("to the Internet") << 70U;
    }

    void hearsThatTheNetworkChanged()
    {
        QFETCH(uint, state);
        const ConnectionWatch watch(m_clock, Never);
        QSignalSpy renewed(&watch, &ConnectionWatch::renewed);
        for (const auto before : {10U, 20U, 30U, 40U, 50U})
            QVERIFY(networkState(before));
        QVERIFY(networkState(state));
        QTRY_COMPARE(renewed.size(), 1);
    }

    void hearsThePortalOfASandbox()
    {
        const ConnectionWatch watch(m_clock, Never);
        QSignalSpy renewed(&watch, &ConnectionWatch::renewed);
        QVERIFY(portalChanged());
        QTRY_COMPARE(renewed.size(), 1);
    }

    void signsThatComeTogetherAreOne()
    {
        const ConnectionWatch watch(m_clock, Never);
        QSignalSpy renewed(&watch, &ConnectionWatch::renewed);
        QVERIFY(sleepSignal(false));
        QVERIFY(networkState(60));
        QVERIFY(networkState(70));
        QTRY_COMPARE(renewed.size(), 1);
        QVERIFY(sleepSignal(false));
        QTRY_COMPARE(renewed.size(), 2);
    }

    void aClockThatRanOnIsEnough()
    {
        const ConnectionWatch watch(m_clock, std::chrono::milliseconds(5));
        QSignalSpy renewed(&watch, &ConnectionWatch::renewed);
        m_clock.moveTo(m_clock.now().addSecs(3600));
        QTRY_COMPARE(renewed.size(), 1);
    }

    void aLateTimerAndATimeServerAreNoSleep_data()
    {
        QTest::addColumn<int>("byClock");
        QTest::addColumn<int>("byTimer");
        QTest::addColumn<bool>("hasSlept");
        QTest::newRow("on time") << 5 << 5 << false;
        QTest::newRow("a busy machine") << 300 << 300 << false;
        QTest::newRow("set right") << 25 << 5 << false;
        QTest::newRow("set back") << -3600 << 5 << false;
        QTest::newRow("a minute of sleep") << 65 << 5 << true;
        QTest::newRow("a night") << 8 * 3600 << 5 << true;
    }

    void aLateTimerAndATimeServerAreNoSleep()
    {
        QFETCH(int, byClock);
        QFETCH(int, byTimer);
        QFETCH(bool, hasSlept);
        QCOMPARE(ConnectionWatch::hasSlept(std::chrono::seconds(byClock), std::chrono::seconds(byTimer)),
            hasSlept);
    }

    //! The whole way: a server whose old connection has become a black hole, heard of over the bus.
    void aPollSucceedsSoonAfterWakingUp()
    {
        bool hasSlept = false;
        quint16 old = 0; // its port: another socket may come to lie where a closed one lay
        HostileServer server([&](QTcpSocket *socket, const HostileServer::Request &) {
            if (old == 0)
                old = socket->peerPort();
            if (!hasSlept || socket->peerPort() != old)
                socket->write(HostileServer::plain(
                    200, "Content-Type: application/json\r\n", R"({"data":[{"id":"m"}]})"));
        });
        const TempProfile profile;
        Storage storage(profile.profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        MemorySecretStore secrets;
        const auto account = add(storage, secrets, server.url(u"/v1"_s));
        NetworkHttpClient http;
        NetworkSyncService sync(http, secrets, storage, m_clock);
        CatchUpService catchUp(sync);
        const ConnectionWatch watch(m_clock, Never);
        connect(&watch, &ConnectionWatch::renewed, this, [&] {
            http.renewConnections();
            catchUp.start();
        });
        const auto fetchedAt = [&] {
            return storage
                .read([account](Database &database) { return AccountRepository(database).health(account); })
                .result()
                ->fetchedAt;
        };
        sync.startSchedule();
        QTRY_VERIFY(fetchedAt());

        hasSlept = true;
        m_clock.moveTo(m_clock.now().addSecs(8 * 3600));
        QVERIFY(sleepSignal(false));

        QTRY_COMPARE_WITH_TIMEOUT(fetchedAt(), std::optional(m_clock.now()), 10000);
        sync.stopSchedule();
        catchUp.stop();
        QTRY_VERIFY(!sync.isPolling());
    }

private:
    static AccountId add(Storage &storage, SecretStore &secrets, const QUrl &url)
    {
        Account account;
        account.gateway = u"openai-compatible"_s;
        account.name = account.secretName = u"Main"_s;
        account.baseUrl = url;
        account.addedAt = june(1);
        const auto key = std::make_shared<const Secret>(*Secret::fromInput("sk-test"));
        (void)await(secrets.write(u"Main"_s, key));
        return *storage
                    .write([account](Database &database) { return AccountRepository(database).add(account); })
                    .result();
    }

    PrivateBus &m_bus;
    FakeClock m_clock{june(18, 9)};
};

int main(int argc, char **argv)
{
    PrivateBus bus;
    if (!bus.start())
        return 77; // what CTest takes for "not run here"
    const QCoreApplication application(argc, argv);
    ConnectionWatchTest test(bus);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_connection_watch.moc"
