// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/stored_channel_service.h"
#include "storage/channel_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/scripted_secret_store.h"
#include "support/temp_profile.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Keeps what it was given to send.
class Sender final : public ChannelSender {
public:
    QList<AlertMessage> sent;
    Async<Receipt> send(Channel /*channel*/, AlertMessage message, quint32 /*replaces*/) override
    {
        sent.append(message);
        Receipt receipt{.text = u"taken"_s};
        co_return receipt;
    }
};

const QByteArray Address = "https://hooks.example.com/services/canary-address"_ba;

Secret secret(const QByteArray &text)
{
    return text.isEmpty() ? Secret() : *Secret::fromPassword(text);
}

} // namespace

class StoredChannelServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service.reset();
        m_storage.reset();
        m_profile = std::make_unique<TempProfile>();
        m_storage
            = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        m_secrets = std::make_unique<ScriptedSecretStore>();
        m_sender.sent.clear();
        m_service = std::make_unique<StoredChannelService>(*m_storage, *m_secrets, m_sender, m_clock,
            [](const Channel &channel) { return AlertMessage{.title = u"Test of "_s + channel.name}; });
    }

    void startsWithDesktopAndTray()
    {
        const auto channels = await(m_service->channels());
        QCOMPARE(channels->size(), 2);
        QCOMPARE(channels->at(0).id, DesktopChannel);
        QCOMPARE(channels->at(0).kind, ChannelKind::Desktop);
        QCOMPARE(channels->at(1).kind, ChannelKind::Tray);
    }

    void keepsSecretsInTheKeychainAlone()
    {
        QSignalSpy changed(m_service.get(), &ChannelService::channelsChanged);
        const auto id = await(m_service->save(slack(), secrets(Address, "canary-secret")));
        QVERIFY(id);
        QCOMPARE(changed.size(), 1);
        const auto stored = byId(*id);
        QCOMPARE(stored.hint, u"hooks.example.com"_s);
        QCOMPARE(m_secrets->textOf(stored.addressSecretName), Address);
        QCOMPARE(m_secrets->textOf(stored.secretName), "canary-secret"_ba);
        QCOMPARE(m_secrets->kept.size(), 2U);
        m_service.reset();
        m_storage.reset(); // everything is in the files now
        int files = 0;
        for (const auto &name : QDir(m_profile->path()).entryList(QDir::Files)) {
            QFile file(m_profile->path() + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto content = file.readAll();
            QVERIFY2(!content.contains("canary"), qPrintable(name));
            files += content.contains("hooks.example.com") ? 1 : 0;
        }
        QVERIFY(files > 0); // it was looked at in the right place
    }

    void aNewSecretTakesThePlaceOfTheOldOne()
    {
        const auto id = await(m_service->save(slack(), secrets(Address, "first-secret")));
        auto changed = byId(*id);
        const auto before = changed;
        changed.name = u"Team"_s;
        QVERIFY(await(m_service->save(changed, secrets({}, "second-secret"))));
        const auto after = byId(*id);
        QCOMPARE(after.name, u"Team"_s);
        QCOMPARE(after.addressSecretName, before.addressSecretName); // not given: as stored
        QCOMPARE(after.hint, before.hint);
        QCOMPARE(m_secrets->textOf(after.secretName), "second-secret"_ba);
        QVERIFY(!m_secrets->holds("first-secret"));
    }

    void withoutAKeychainNothingIsStored()
    {
        m_secrets->writeFails = Error::Kind::KeychainLocked;
        const auto saved = await(m_service->save(slack(), secrets(Address)));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::KeychainLocked);
        QCOMPARE(await(m_service->channels())->size(), 2);
    }

    void aRowThatCannotBeWrittenLeavesNoSecretBehind()
    {
        m_service.reset();
        m_storage.reset(); // waits until the tables are there: a reader that comes before them finds nothing
        m_storage = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadOnly);
        StoredChannelService reading(*m_storage, *m_secrets, m_sender, m_clock, {});
        QVERIFY(!await(reading.save(slack(), secrets(Address, "canary-secret"))));
        QVERIFY(m_secrets->kept.empty());
        QVERIFY(m_secrets->diary.contains(u"write"_s)); // it had been there
    }

    void aVariableIsNeverWritten()
    {
        auto channel = slack();
        channel.addressSecretName = u"env:HOOK"_s;
        const auto id = await(m_service->save(channel, secrets(Address)));
        QVERIFY(id);
        QCOMPARE(byId(*id).addressSecretName, u"env:HOOK"_s);
        QCOMPARE(byId(*id).hint, u"hooks.example.com"_s);
        QVERIFY(m_secrets->kept.empty());
    }

    void secretsGoWithTheChannel()
    {
        const auto id = await(m_service->save(slack(), secrets(Address, "canary-secret")));
        m_secrets->removeFails = Error::Kind::KeychainLocked;
        QVERIFY(!await(m_service->remove(*id)));
        QCOMPARE(await(m_service->channels())->size(), 3); // still stored, still there
        m_secrets->removeFails.reset();
        QVERIFY(await(m_service->remove(*id)));
        QVERIFY(m_secrets->kept.empty());
        QCOMPARE(await(m_service->channels())->size(), 2);
    }

    void desktopAndTrayStay()
    {
        for (const auto id : {DesktopChannel, TrayChannel}) {
            QCOMPARE(await(m_service->remove(id)).error().kind, Error::Kind::InvalidInput);
            auto off = byId(id);
            off.isOn = false;
            QVERIFY(await(m_service->save(off, {})));
            QVERIFY(!byId(id).isOn);
        }
        QVERIFY(!await(m_service->save(Channel{.kind = ChannelKind::Desktop, .name = u"Second"_s}, {})));
    }

    void refusesWithASentence_data()
    {
        QTest::addColumn<Channel>("channel");
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QString>("says");

        const auto named
            = [](ChannelKind kind, const QString &name) { return Channel{.kind = kind, .name = name}; };
        QTest::newRow("no name") << named(ChannelKind::Slack, u"  "_s) << Address << u"1 to 80"_s;
        QTest::newRow("a long name") << named(ChannelKind::Slack, QString(81, u'x')) << Address
                                     << u"1 to 80"_s;
        QTest::newRow("a name that is taken")
            << named(ChannelKind::Slack, u"Tray icon"_s) << Address << u"exists already"_s;
        QTest::newRow("no address") << named(ChannelKind::Slack, u"x"_s) << QByteArray()
                                    << u"needs the address"_s;
        QTest::newRow("clear text") << named(ChannelKind::Slack, u"x"_s) << "http://hooks.example.com/x"_ba
                                    << u"https://"_s;
        QTest::newRow("no URL") << named(ChannelKind::Slack, u"x"_s) << "hunter2"_ba << u"https://"_s;
        QTest::newRow("a password in it")
            << named(ChannelKind::Slack, u"x"_s) << "https://a:b@hooks.example.com"_ba << u"password"_s;
        auto use = named(ChannelKind::Webhook, u"x"_s);
        use.settings.insert(u"secret_use"_s, u"shout"_s);
        QTest::newRow("a secret used otherwise") << use << Address << u"bearer or signature"_s;

        const auto mail = [&](const QString &key, const QString &value) {
            auto channel = named(ChannelKind::Mail, u"Mail"_s);
            channel.settings = {{u"host"_s, u"mail.example.com"_s}, {u"from"_s, u"a@example.com"_s},
                {u"to"_s, u"b@example.com"_s}};
            channel.settings.insert(key, value);
            return channel;
        };
        QTest::newRow("no mail server") << mail(u"host"_s, {}) << QByteArray() << u"mail server"_s;
        QTest::newRow("a port that is none") << mail(u"port"_s, u"0x19"_s) << QByteArray() << u"port"_s;
        QTest::newRow("no sender") << mail(u"from"_s, u"me"_s) << QByteArray() << u"from"_s;
        QTest::newRow("a second header")
            << mail(u"to"_s, u"b@example.com\r\nBcc: c@example.com"_s) << QByteArray() << u"to"_s;
        QTest::newRow("another security") << mail(u"security"_s, u"some"_s) << QByteArray() << u"starttls"_s;
        QTest::newRow("mail in clear text")
            << mail(u"security"_s, u"none"_s) << QByteArray() << u"clear text"_s;
        QTest::newRow("a user without a password")
            << mail(u"user"_s, u"me"_s) << QByteArray() << u"password"_s;
    }

    void refusesWithASentence()
    {
        QFETCH(Channel, channel);
        QFETCH(QByteArray, address);
        QFETCH(QString, says);
        const auto saved = await(m_service->save(channel, secrets(address)));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::InvalidInput);
        QVERIFY2(saved.error().detail.contains(says), qPrintable(saved.error().detail));
        QVERIFY(m_secrets->kept.empty());
        QCOMPARE(await(m_service->channels())->size(), 2);
    }

    void mailKnowsItsPort()
    {
        Channel mail{.kind = ChannelKind::Mail, .name = u"Finance"_s};
        mail.settings = {{u"host"_s, u"mail.example.com"_s}, {u"from"_s, u"a@example.com"_s},
            {u"to"_s, u"b@example.com"_s}, {u"security"_s, u"tls"_s}, {u"user"_s, u"me"_s}};
        const auto id = await(m_service->save(mail, secrets({}, "pass word")));
        QVERIFY2(id, id ? "" : qPrintable(id.error().detail));
        QCOMPARE(byId(*id).hint, u"mail.example.com:465"_s);
        QCOMPARE(m_secrets->textOf(byId(*id).secretName), "pass word"_ba);
    }

    void aTestSaysThatItIsOne()
    {
        const auto id = await(m_service->save(slack(), secrets(Address)));
        const auto receipt = await(m_service->test(*id));
        QCOMPARE(receipt->text, u"taken"_s);
        QCOMPARE(m_sender.sent.size(), 1);
        QVERIFY(m_sender.sent.first().isTest);
        QCOMPARE(m_sender.sent.first().title, u"Test of Slack"_s);
        QCOMPARE(m_sender.sent.first().raisedAt, m_clock.now());
        QVERIFY(!await(m_service->test(ChannelId(77))));
    }

private:
    static Channel slack() { return Channel{.kind = ChannelKind::Slack, .name = u" Slack "_s}; }
    static ChannelSecrets secrets(const QByteArray &address, const QByteArray &other = {})
    {
        return {secret(address), secret(other)};
    }
    Channel byId(ChannelId id)
    {
        const auto channels = await(m_service->channels());
        for (const auto &channel : *channels) {
            if (channel.id == id)
                return channel;
        }
        return {};
    }

    FakeClock m_clock{QDateTime(QDate(2026, 6, 18), QTime(9, 2), Qt::UTC)};
    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<ScriptedSecretStore> m_secrets;
    Sender m_sender;
    std::unique_ptr<StoredChannelService> m_service;
};

QTEST_GUILESS_MAIN(StoredChannelServiceTest)
#include "tst_stored_channel_service.moc"
