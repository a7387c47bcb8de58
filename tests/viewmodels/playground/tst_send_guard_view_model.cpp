// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_playground.h"
#include "viewmodels/playground/send_guard_view_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class SendGuardViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatHolds()
    {
        ScriptedSendChoices choices;
        choices.asksAbove = {2'500'000'000, 5};
        SendGuardViewModel view;
        view.setChoices(&choices);
        view.load();
        QTRY_COMPARE(view.amount(), u"2.5"_s);
        QCOMPARE(view.percent(), u"5"_s);
        choices.asksAbove = {std::nullopt, 0};
        view.load();
        QTRY_COMPARE(view.amount(), QString());
        QCOMPARE(view.percent(), QString());
    }

    void keepsWhatIsTyped_data()
    {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("percent");
        QTest::addColumn<SendGuard>("kept");
        QTest::newRow("both") << u"$10"_s << u" 30 % "_s << SendGuard{10'000'000'000, 30};
        QTest::newRow("small") << u"0.05"_s << QString() << SendGuard{50'000'000, 0};
        QTest::newRow("thousands") << u"1,200"_s << u"100"_s << SendGuard{1'200'000'000'000, 100};
        QTest::newRow("neither") << u" "_s << QString() << SendGuard{std::nullopt, 0};
    }
    void keepsWhatIsTyped()
    {
        QFETCH(const QString, amount);
        QFETCH(const QString, percent);
        QFETCH(const SendGuard, kept);
        ScriptedSendChoices choices;
        SendGuardViewModel view;
        view.setChoices(&choices);
        QSignalSpy saved(&view, &SendGuardViewModel::saved);
        view.setAmount(amount);
        view.setPercent(percent);
        view.save();
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(choices.asksAbove == kept);
        QVERIFY(view.problem().isEmpty());
    }

    void whatCannotBeReadIsNotKept_data()
    {
        QTest::addColumn<QString>("amount");
        QTest::addColumn<QString>("percent");
        QTest::newRow("a word") << u"much"_s << u"20"_s;
        QTest::newRow("nothing") << u"0"_s << u"20"_s;
        QTest::newRow("below nothing") << u"-1"_s << u"20"_s;
        QTest::newRow("no share") << u"1"_s << u"0"_s;
        QTest::newRow("more than all") << u"1"_s << u"101"_s;
        QTest::newRow("half a percent") << u"1"_s << u"0.5"_s;
    }
    void whatCannotBeReadIsNotKept()
    {
        QFETCH(const QString, amount);
        QFETCH(const QString, percent);
        ScriptedSendChoices choices;
        SendGuardViewModel view;
        view.setChoices(&choices);
        view.setAmount(amount);
        view.setPercent(percent);
        view.save();
        QVERIFY(!view.problem().isEmpty());
        QVERIFY(choices.asksAbove == SendGuard());
        view.setAmount(u"3"_s); // typed on: the sentence goes
        QVERIFY(view.problem().isEmpty());
    }

    void aProfileThatCannotBeWrittenIsSaid()
    {
        ScriptedSendChoices choices;
        choices.guardError = Error{.kind = Error::Kind::ProfileLocked};
        SendGuardViewModel view;
        view.setChoices(&choices);
        QSignalSpy saved(&view, &SendGuardViewModel::saved);
        view.setAmount(u"3"_s);
        view.save();
        QTRY_VERIFY(!view.problem().isEmpty());
        QCOMPARE(saved.size(), 0);
    }
};

QTEST_GUILESS_MAIN(SendGuardViewModelTest)
#include "tst_send_guard_view_model.moc"
