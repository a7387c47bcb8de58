// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_overview.h"
#include "support/scripted_services.h"
#include "viewmodels/add_account_view_model.h"

#include <QMetaProperty>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = AddAccountViewModel::State;

class AddAccountViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_gateways = std::make_unique<ScriptedGateways>();
        m_gateways->offered = scripted::choices();
        m_account = std::make_unique<AddAccountViewModel>();
        m_account->setGateways(m_gateways.get());
    }

    void testsThenSaves()
    {
        m_gateways->report->keys = 6;
        m_account->test(u"openrouter"_s, u" main "_s, u"https://openrouter.ai/api/v1"_s, Key);
        QCOMPARE(m_account->state(), State::Testing);
        QTRY_COMPARE(m_account->state(), State::Tested);
        QCOMPARE(m_account->findings().at(1).value<FindingRow>().value, u"6"_s);
        QVERIFY(m_gateways->saved.isEmpty());

        m_account->add(u"openrouter"_s, u" main "_s, u"https://openrouter.ai/api/v1"_s, Key);
        QTRY_COMPARE(m_account->state(), State::Saved);
        QCOMPARE(m_gateways->saved.constFirst().name, u"main"_s);
    }

    void saysWhyATestFailedAndSavesNothing()
    {
        m_gateways->report = fail(Error{.kind = Error::Kind::Rejected, .category = Category::Credentials});
        m_account->test(u"openrouter"_s, u"main"_s, {}, Key);
        QTRY_COMPARE(m_account->state(), State::Failed);
        QVERIFY(!m_account->problem().isEmpty());
        QVERIFY(m_gateways->saved.isEmpty());
    }

    void withoutAKeychainAKeyCanBeKeptForThisSession()
    {
        m_gateways->added = fail(Error::Kind::KeychainMissing);
        m_account->add(u"openrouter"_s, u"main"_s, {}, Key);
        QTRY_COMPARE(m_account->state(), State::Failed);
        QVERIFY(m_account->canKeepForSession());
        QVERIFY(m_gateways->saved.constLast().secretPlace == SecretPlace::Keychain);

        m_gateways->added = AccountId(1);
        m_account->addForSession(u"openrouter"_s, u"main"_s, {}, Key);
        QTRY_COMPARE(m_account->state(), State::Saved);
        QVERIFY(m_gateways->saved.constLast().secretPlace == SecretPlace::Session);
        QVERIFY(!m_account->canKeepForSession());
    }

    void aLockedKeyringIsNoReasonToKeepAKeyInMemory()
    {
        m_gateways->added = fail(Error::Kind::KeychainLocked);
        m_account->add(u"openrouter"_s, u"main"_s, {}, Key);
        QTRY_COMPARE(m_account->state(), State::Failed);
        QVERIFY(!m_account->canKeepForSession());
    }

    void refusesAKeyThatWouldSplitAHeader()
    {
        m_account->test(u"openrouter"_s, u"main"_s, {}, u"sk-or-v1-a\r\nX: y"_s);
        QCOMPARE(m_account->state(), State::Failed);
        QVERIFY(m_gateways->tested.isEmpty());
    }

    void refusesAnAddressThatIsNone()
    {
        m_account->test(u"openrouter"_s, u"main"_s, u"not an address"_s, Key);
        QCOMPARE(m_account->state(), State::Failed);
        QVERIFY(m_gateways->tested.isEmpty());
    }

    void dropsTheAnswerOfATestThatWasLeft()
    {
        m_account->test(u"openrouter"_s, u"main"_s, {}, Key);
        m_account->reset();
        QTest::qWait(20);
        QCOMPARE(m_account->state(), State::Choosing);
    }

    void holdsTheKeyInNoProperty()
    {
        m_account->test(u"openrouter"_s, u"main"_s, {}, Key);
        QTRY_COMPARE(m_account->state(), State::Tested);
        const auto *meta = m_account->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i)
            QVERIFY(!meta->property(i).read(m_account.get()).toString().contains(u"0123456789"_s));
    }

private:
    const QString Key = u"sk-or-v1-0123456789abcdef"_s;
    std::unique_ptr<ScriptedGateways> m_gateways;
    std::unique_ptr<AddAccountViewModel> m_account;
};

QTEST_GUILESS_MAIN(AddAccountViewModelTest)
#include "tst_add_account_view_model.moc"
