// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_alerts.h"
#include "viewmodels/channels_view_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! A field as QML has it: text that clear() empties.
class Field : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString text MEMBER text)

public:
    QString text;
    Q_INVOKABLE void clear() { text.clear(); }
};

class ChannelsViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_service.reset();
        m_page = std::make_unique<ChannelsViewModel>();
        m_page->setService(&m_service);
        QTRY_VERIFY(m_page->isLoaded());
        m_address.text.clear();
        m_secret.text.clear();
    }

    void listsThemWithWhereTheyGo()
    {
        QCOMPARE(rows().size(), 3);
        QVERIFY(!rows().at(0).isOwn);
        QVERIFY(!rows().at(1).isOwn);
        QVERIFY(rows().at(2).isOwn);
        QCOMPARE(rows().at(2).hint, u"hooks.slack.com"_s);
        QCOMPARE(m_page->forms().size(), 6);
    }

    void takesWhatIsTypedOutOfItsField()
    {
        m_page->begin(u"feishu"_s);
        QVERIFY(m_page->isEditing() && m_page->isNew());
        m_address.text = u"https://open.feishu.example/hook/canary-address"_s;
        m_secret.text = u"canary-secret"_s;
        QSignalSpy saved(m_page.get(), &ChannelsViewModel::saved);

        m_page->save(u" Room "_s, {}, &m_address, &m_secret);

        QCOMPARE(m_address.text, QString());
        QCOMPARE(m_secret.text, QString());
        QVERIFY(!said().contains(u"canary"_s));
        QTRY_COMPARE(saved.count(), 1);
        const auto &one = m_service.saved.constFirst();
        QCOMPARE(one.channel.kind, ChannelKind::Feishu);
        QCOMPARE(one.channel.name, u"Room"_s);
        QCOMPARE(one.address,
            Secret::fromInput("https://open.feishu.example/hook/canary-address"_ba)->fingerprint());
        QCOMPARE(one.secret, Secret::fromInput("canary-secret"_ba)->fingerprint());
        QVERIFY(!m_page->isEditing());
        QTRY_COMPARE(rows().size(), 4);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("address");
        QTest::newRow("no name") << u"slack"_s << u"  "_s << u"https://a.example/x"_s;
        QTest::newRow("no address") << u"slack"_s << u"Room"_s << QString();
        QTest::newRow("a line break in the address") << u"slack"_s << u"Room"_s << u"https://a\nb"_s;
    }
    void refuses()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        QFETCH(QString, address);
        m_page->begin(kind);
        m_address.text = address;
        m_page->save(name, {}, &m_address, &m_secret);
        QVERIFY(!m_page->draftProblem().isEmpty());
        QVERIFY(m_service.saved.isEmpty());
        QVERIFY(m_page->isEditing());
    }

    void keepsWhatWasTypedWhenSavingFails()
    {
        m_page->begin(u"slack"_s);
        m_address.text = u"https://a.example/x"_s;
        m_service.error = Error{.kind = Error::Kind::KeychainLocked};
        m_page->save(u"Room"_s, {}, &m_address, &m_secret);
        QTRY_VERIFY(!m_page->draftProblem().isEmpty());
        QVERIFY(m_page->hasAddress());
        m_service.error.reset();
        m_page->save(u"Room"_s, {}, &m_address, &m_secret); // both fields are empty by now
        QTRY_VERIFY(!m_page->isEditing());
        QCOMPARE(m_service.saved.size(), 2);
        QCOMPARE(m_service.saved.at(1).address, m_service.saved.at(0).address);
        QVERIFY(!m_service.saved.at(1).address.isEmpty());
    }
    void forgetsWhatWasTypedWhenItIsGivenUp()
    {
        m_page->begin(u"slack"_s);
        m_address.text = u"https://a.example/x"_s;
        m_page->save({}, {}, &m_address, &m_secret);
        QVERIFY(m_page->hasAddress());
        m_page->cancel();
        m_page->begin(u"slack"_s);
        QVERIFY(!m_page->hasAddress());
    }

    void leavesStoredSecretsAsTheyAre()
    {
        m_page->edit(u"3"_s);
        QVERIFY(!m_page->isNew());
        QVERIFY(m_page->hasAddress());
        QCOMPARE(m_page->name(), u"Platform room"_s);
        m_page->save(u"Other room"_s, {}, &m_address, &m_secret);
        QTRY_VERIFY(!m_page->isEditing());
        const auto &one = m_service.saved.constFirst();
        QCOMPARE(one.channel.id, ChannelId(3));
        QCOMPARE(one.channel.name, u"Other room"_s);
        QVERIFY(one.address.isEmpty());
        QCOMPARE(one.channel.addressSecretName, u"a1b2"_s);
    }

    void mailHasSettingsAndAPasswordWithBlanks()
    {
        m_page->begin(u"mail"_s);
        QVERIFY(m_page->form().isMail);
        m_secret.text = u"pass word"_s;
        m_page->save(
            u"Mail"_s, {{u"host"_s, u" smtp.example.org "_s}, {u"port"_s, u"465"_s}}, nullptr, &m_secret);
        QTRY_VERIFY(!m_page->isEditing());
        const auto &one = m_service.saved.constFirst();
        QCOMPARE(one.channel.settings.value(u"host"_s), u"smtp.example.org"_s);
        QCOMPARE(one.secret, Secret::fromPassword("pass word"_ba)->fingerprint());
    }

    void switchesOneOffAndOn()
    {
        m_page->setOn(u"1"_s, false);
        QTRY_VERIFY(!rows().at(0).isOn);
        m_page->setOn(u"1"_s, true);
        QTRY_VERIFY(rows().at(0).isOn);
        QVERIFY(m_service.saved.constFirst().address.isEmpty());
    }
    void removesOne()
    {
        m_page->remove(u"3"_s);
        QTRY_COMPARE(rows().size(), 2);
        QCOMPARE(m_service.removed, QList<ChannelId>{ChannelId(3)});
    }

    void saysWhatCameOfATest_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("receipt");
        QTest::addColumn<QString>("mark");
        QTest::newRow("arrived") << int(DeliveryState::Delivered) << u"200 ok"_s
                                 << u"The test arrived. 200 ok"_s << u"ok"_s;
        QTest::newRow("nobody shows it")
            << int(DeliveryState::Unavailable) << QString()
            << u"Nothing on this computer shows notices; they stand in the inbox."_s << u"warn"_s;
        QTest::newRow("worth another try")
            << int(DeliveryState::Failed) << u"no answer"_s
            << u"The test did not arrive; a notice would be tried again. no answer"_s << u"failed"_s;
        QTest::newRow("refused") << int(DeliveryState::GivenUp) << u"<b>403</b>"_s
                                 << u"The test did not arrive. <b>403</b>"_s << u"failed"_s;
    }
    void saysWhatCameOfATest()
    {
        QFETCH(int, state);
        QFETCH(QString, text);
        Receipt receipt;
        receipt.state = static_cast<DeliveryState>(state);
        receipt.text = text;
        m_service.receipt = receipt;
        m_page->test(u"3"_s);
        QVERIFY(rows().at(2).isTesting);
        m_page->test(u"3"_s); // one at a time
        QTRY_VERIFY(!rows().at(2).isTesting);
        QCOMPARE(m_service.tested.size(), 1);
        QTEST(rows().at(2).receipt, "receipt");
        QTEST(rows().at(2).mark, "mark");
    }
    void saysWhyATestWasNotSent()
    {
        m_service.receipt = fail(Error::Kind::KeychainLocked);
        m_page->test(u"3"_s);
        QTRY_VERIFY(!rows().at(2).receipt.isEmpty());
        QCOMPARE(rows().at(2).mark, u"failed"_s);
    }

private:
    QList<ChannelRow> rows() const
    {
        QList<ChannelRow> rows;
        for (const auto &row : m_page->rows())
            rows.append(row.value<ChannelRow>());
        return rows;
    }
    //! Everything that QML could read of the page.
    QString said() const
    {
        QStringList texts;
        const auto *meta = m_page->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i)
            texts.append(QDebug::toString(meta->property(i).read(m_page.get())));
        return texts.join(u'\n');
    }

    ScriptedChannels m_service;
    std::unique_ptr<ChannelsViewModel> m_page;
    Field m_address;
    Field m_secret;
};

QTEST_GUILESS_MAIN(ChannelsViewModelTest)
#include "tst_channels_view_model.moc"
