// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_keys.h"
#include "support/scripted_overview.h"
#include "viewmodels/key_edit_view_model.h"
#include "viewmodels/key_removal_view_model.h"
#include "viewmodels/keys_view_model.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = KeyEditViewModel::State;

namespace {

constexpr int PanelKey = 3; // "enrich-batch-prod", whose panel changes networks and windows

} // namespace

class KeyEditViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_reports = std::make_unique<ScriptedKeyReports>();
        m_service = std::make_unique<ScriptedKeyService>();
        m_page = std::make_unique<KeysViewModel>();
        m_edit = std::make_unique<KeyEditViewModel>();
        m_edit->setKeys(m_service.get());
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), KeysViewModel::State::Ready);
    }

    void asksWithBeforeAndAfterAndSendsTheChangeOnce()
    {
        begin(scripted::InvoiceKey, u"cap"_s);
        QCOMPARE(m_edit->capAmount(), u"1500.00"_s);
        QCOMPARE(m_edit->resets(), QStringList({u"Daily"_s, u"Weekly"_s, u"Monthly"_s, u"Never"_s}));
        QCOMPARE(m_edit->reset(), 2);
        m_edit->reviewCap(true, u"1.8k"_s, 1);
        QCOMPARE(m_edit->state(), State::Confirming);
        QCOMPARE(line(0),
            QStringList({u"Spending cap"_s, u"$1,500.00, resets monthly"_s, u"$1,800.00, resets weekly"_s}));
        QVERIFY(m_service->changes.isEmpty());
        m_edit->apply();
        m_edit->apply();
        QCOMPARE(m_edit->state(), State::Saving);
        QTRY_COMPARE(m_edit->state(), State::Saved);
        QCOMPARE(m_service->changes.size(), 1);
        KeyChange wanted;
        wanted.cap = CapWish{scripted::dollars(180000), u"weekly"_s};
        QCOMPARE(m_service->changes.constFirst().first, KeyId(scripted::InvoiceKey));
        QVERIFY(m_service->changes.constFirst().second == wanted);
    }

    void refusesWhatIsNoValue_data()
    {
        QTest::addColumn<QString>("control");
        QTest::addColumn<QString>("typed");
        QTest::newRow("no amount") << u"cap"_s << u"a lot"_s;
        QTest::newRow("nothing") << u"cap"_s << u"0"_s;
        QTest::newRow("the same cap") << u"cap"_s << u"1,500"_s;
        QTest::newRow("no name") << u"name"_s << u"  "_s;
        QTest::newRow("the same name") << u"name"_s << u"invoice-extract-prod"_s;
        QTest::newRow("no day") << u"expiry"_s << u"soon"_s;
        QTest::newRow("a day that is gone") << u"expiry"_s << u"2026-06-18"_s;
    }
    void refusesWhatIsNoValue()
    {
        QFETCH(QString, control);
        QFETCH(QString, typed);
        begin(scripted::InvoiceKey, control);
        if (control == u"cap")
            m_edit->reviewCap(true, typed, 2);
        else if (control == u"name")
            m_edit->reviewName(typed);
        else
            m_edit->reviewExpiry(typed);
        QCOMPARE(m_edit->state(), State::Wrong);
        QVERIFY(!m_edit->problem().isEmpty());
        m_edit->apply();
        QVERIFY(m_service->changes.isEmpty());
    }

    void aSwitchAsksAtOnceAndWarnsWhatItStops()
    {
        begin(scripted::InvoiceKey, u"enabled"_s);
        QCOMPARE(m_edit->state(), State::Confirming);
        QCOMPARE(line(0), QStringList({u"Enabled"_s, u"Yes"_s, u"No"_s}));
        QVERIFY(m_edit->warning().contains(u"refused"_s));
        m_edit->apply();
        QTRY_COMPARE(m_edit->state(), State::Saved);
        QVERIFY(m_service->changes.constFirst().second.isDisabled == true);
    }

    void warnsOfACapThatIsUsedUpAlready()
    {
        begin(scripted::InvoiceKey, u"cap"_s);
        m_edit->reviewCap(true, u"700"_s, 2);
        QVERIFY(!m_edit->warning().isEmpty());
        m_edit->goBack();
        m_edit->reviewCap(false, {}, 2);
        QCOMPARE(line(0).at(2), u"None"_s);
        QVERIFY(m_edit->warning().isEmpty());
    }

    void readsNetworksLineByLine()
    {
        begin(PanelKey, u"addresses"_s);
        QCOMPARE(m_edit->allowed(), u"203.0.113.0/24"_s);
        m_edit->reviewAddresses(u"203.0.113.0/24\n2001:db8::/32, 198.51.100.7"_s, u"nowhere"_s);
        QCOMPARE(m_edit->state(), State::Wrong);
        m_edit->reviewAddresses(u"203.0.113.0/24\n2001:db8::/32, 198.51.100.7"_s, {});
        QCOMPARE(m_edit->state(), State::Confirming);
        QCOMPARE(m_edit->lines().size(), 1);
        m_edit->apply();
        QTRY_COMPARE(m_edit->state(), State::Saved);
        QVERIFY(m_service->changes.constFirst().second.allowedAddresses
            == QStringList({u"203.0.113.0/24"_s, u"2001:db8::/32"_s, u"198.51.100.7"_s}));
        QVERIFY(!m_service->changes.constFirst().second.deniedAddresses);
    }

    void givesAnExpiryAtTheStartOfADayOfTheReportingZone()
    {
        m_reports->table->zone = QTimeZone("Asia/Shanghai");
        Q_EMIT m_reports->changed();
        QTRY_COMPARE(m_page->table().zone, QTimeZone("Asia/Shanghai"));
        begin(PanelKey, u"expiry"_s);
        QCOMPARE(m_edit->expiry(), u"2026-12-31"_s);
        m_edit->reviewExpiry(u"2026-09-30"_s);
        m_edit->apply();
        QTRY_COMPARE(m_edit->state(), State::Saved);
        QCOMPARE(
            **m_service->changes.constFirst().second.expiresAt, QDateTime({2026, 9, 29}, {16, 0}, Qt::UTC));
        begin(PanelKey, u"expiry"_s);
        m_edit->reviewExpiry({});
        m_edit->apply();
        QTRY_COMPARE(m_edit->state(), State::Saved);
        const auto never = m_service->changes.constLast().second.expiresAt;
        QVERIFY(never.has_value() && !never->has_value());
    }

    void setsSpendWindowsInTheCapsCurrency()
    {
        begin(PanelKey, u"windows"_s);
        QCOMPARE(m_edit->windowNames(), QStringList({u"5h"_s, u"1d"_s, u"7d"_s}));
        m_edit->reviewWindows({u"10"_s, {}, u"200"_s});
        QCOMPARE(m_edit->lines().size(), 2);
        QCOMPARE(line(1).at(2), u"¥200.00"_s);
        m_edit->apply();
        QTRY_COMPARE(m_edit->state(), State::Saved);
        QCOMPARE(m_service->changes.constFirst().second.windows->size(), 3);
    }

    void explainsAFailureAndCanTryAgain()
    {
        m_service->outcome = fail(Error{.kind = Error::Kind::NotApplied, .detail = u"$1,500.00"_s});
        begin(scripted::InvoiceKey, u"cap"_s);
        m_edit->reviewCap(true, u"1800"_s, 2);
        m_edit->apply();
        QTRY_COMPARE(m_edit->state(), State::Failed);
        QCOMPARE(m_edit->problemTitle(), u"The change did not take hold"_s);
        QVERIFY(m_edit->problem().contains(u"$1,500.00"_s));
        QCOMPARE(m_edit->lines().size(), 1);
        m_service->outcome = Done();
        m_edit->apply();
        QTRY_COMPARE(m_edit->state(), State::Saved);
    }

    void deletesOnlyWhereTheNameIsTyped()
    {
        KeyRemovalViewModel removal;
        removal.setKeys(m_service.get());
        select(scripted::ZapierKey);
        removal.begin(m_page->details());
        QCOMPARE(removal.lastUsed(), u"8 May 2026, 41 days ago"_s);
        QCOMPARE(removal.spentTitle(), u"Spend in June"_s);
        removal.remove(u"old-zapier-hoo"_s);
        QCOMPARE(removal.state(), KeyRemovalViewModel::State::Asking);
        QVERIFY(m_service->removed.isEmpty());
        removal.remove(u"old-zapier-hook"_s);
        QTRY_COMPARE(removal.state(), KeyRemovalViewModel::State::Done);
        QCOMPARE(m_service->removed, QList{KeyId(scripted::ZapierKey)});
    }

    void switchesOffInsteadOfDeleting()
    {
        KeyRemovalViewModel removal;
        removal.setKeys(m_service.get());
        select(scripted::ZapierKey);
        removal.begin(m_page->details());
        QVERIFY(removal.canSwitchOff());
        m_service->outcome = fail(Error::Kind::Timeout);
        removal.switchOff();
        QTRY_COMPARE(removal.state(), KeyRemovalViewModel::State::Failed);
        QVERIFY(!removal.problem().isEmpty());
        QVERIFY(m_service->removed.isEmpty());
        QVERIFY(m_service->changes.constFirst().second.isDisabled == true);
    }

private:
    void select(int key) { QVERIFY(m_page->selectKey(QString::number(key))); }
    void begin(int key, const QString &control)
    {
        select(key);
        m_edit->begin(m_page->details(), control);
    }
    QStringList line(int place) const
    {
        const auto line = m_edit->lines().at(place).value<ChangeLine>();
        return {line.name, line.before, line.after};
    }

    std::unique_ptr<ScriptedKeyReports> m_reports;
    std::unique_ptr<ScriptedKeyService> m_service;
    std::unique_ptr<KeysViewModel> m_page;
    std::unique_ptr<KeyEditViewModel> m_edit;
};

QTEST_GUILESS_MAIN(KeyEditViewModelTest)
#include "tst_key_edit_view_model.moc"
