// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/hygiene_words.h"
#include "words/key_event_words.h"
#include "words/key_figures.h"

#include <QSet>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 6, 18}, {14, 32}, Qt::UTC);

} // namespace

//! What pages and the command line say of keys.
class KeyTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhenSomethingIsDueByTheCalendar_data()
    {
        QTest::addColumn<QDateTime>("due");
        QTest::addColumn<QString>("text");
        QTest::newRow("far") << Now.addDays(41) << u"in 41 days"_s;
        QTest::newRow("tomorrow") << Now.addSecs(10 * 3600) << u"in 1 day"_s;
        QTest::newRow("today") << Now.addSecs(3600) << u"today"_s;
        QTest::newRow("over") << Now.addDays(-7) << u"7 d overdue"_s;
    }
    void tellsWhenSomethingIsDueByTheCalendar()
    {
        QFETCH(QDateTime, due);
        QTEST(dueText(due, Now), "text");
    }

    void tellsHowLongItStillTakes_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("minutes") << 1800 << u"in 30 minutes"_s;
        QTest::newRow("one hour") << 5400 << u"in 1 hour"_s;
        QTest::newRow("hours") << 33 * 3600 + 1680 << u"in 33 hours"_s;
        QTest::newRow("days") << 5 * 86400 << u"in 5 days"_s;
        QTest::newRow("gone") << -5 << u"in 1 minute"_s;
    }
    void tellsHowLongItStillTakes()
    {
        QFETCH(int, seconds);
        QTEST(remainingText(Now.addSecs(seconds), Now), "text");
    }

    void callsTheLastPollJustNow()
    {
        QCOMPARE(lastUsedText(Now.addSecs(-120), Now), u"just now"_s);
        QCOMPARE(lastUsedText(Now.addSecs(-480), Now), u"8 min ago"_s);
        QCOMPARE(lastUsedText(Now.addDays(-41), Now), u"41 d ago"_s);
    }

    void showsNoMoreOfASecretThanItsEnds_data()
    {
        QTest::addColumn<QString>("masked");
        QTest::addColumn<QString>("dots");
        QTest::addColumn<QString>("tail");
        QTest::newRow("points") << u"sk-or-v1-...e3a8"_s << u"sk-or-v1-••••••••e3a8"_s << u"…e3a8"_s;
        QTest::newRow("one sign") << u"sk-or-v1…e3a8"_s << u"sk-or-v1••••••••e3a8"_s << u"…e3a8"_s;
        QTest::newRow("stars") << u"sk-****9c0e"_s << u"sk-••••••••9c0e"_s << u"…9c0e"_s;
        QTest::newRow("not told") << QString() << QString() << QString();
    }
    void showsNoMoreOfASecretThanItsEnds()
    {
        QFETCH(QString, masked);
        QTEST(maskedWithDots(masked), "dots");
        QTEST(keyTail(masked), "tail");
    }

    void tellsACapWithItsPeriod_data()
    {
        QTest::addColumn<QString>("reset");
        QTest::addColumn<QString>("text");
        QTest::newRow("monthly") << u"monthly"_s << u"$1,500.00, resets monthly"_s;
        QTest::newRow("never") << QString() << u"$1,500.00 for good"_s;
        QTest::newRow("the gateway's own word") << u"30 days"_s << u"$1,500.00, resets: 30 days"_s;
    }
    void tellsACapWithItsPeriod()
    {
        QFETCH(QString, reset);
        QTEST(capText(Money::fromNanos(1'500'000'000'000), reset), "text");
        QCOMPARE(capText(std::nullopt, reset), u"None"_s);
    }

    void everyRuleSaysWhatWhyAndWhatToDo()
    {
        QSet<QString> titles;
        const auto last = int(HygieneRule::UnpinnedModel);
        for (int rule = 0; rule <= last; ++rule) {
            const auto words = hygieneWords({HygieneRule(rule), u"detail"_s});
            QVERIFY2(!words.title.isEmpty() && words.why.endsWith(u'.') && words.toDo.endsWith(u'.'),
                qPrintable(QString::number(rule)));
            titles.insert(words.title);
        }
        QCOMPARE(titles.size(), last + 1);
    }

    void everyEventHasALine()
    {
        QSet<QString> lines;
        const auto last = int(KeyEvent::What::Gone);
        for (int what = 0; what <= last; ++what)
            lines.insert(keyEventText({KeyEvent::What(what), KeyEvent::Origin::Here, Now, {}, {}}));
        QVERIFY(!lines.contains(QString()));
        QCOMPARE(lines.size(), last + 1);
    }

    void aChangeTellsWhatItWasAndIs_data()
    {
        using What = KeyEvent::What;
        QTest::addColumn<What>("what");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("line");
        const auto low = u"1200.000000000 USD monthly"_s;
        const auto high = u"1500.500000000 USD monthly"_s;
        QTest::newRow("raised") << What::CapChanged << low << high
                                << u"Cap raised from $1,200 to $1,500.50"_s;
        QTest::newRow("lowered") << What::CapChanged << high << low
                                 << u"Cap lowered from $1,500.50 to $1,200"_s;
        QTest::newRow("another period") << What::CapChanged << low << u"1200.000000000 USD"_s
                                        << u"Cap changed from $1,200 (monthly) to $1,200"_s;
        QTest::newRow("new") << What::CapChanged << QString() << low << u"Cap set to $1,200 (monthly)"_s;
        QTest::newRow("gone") << What::CapChanged << low << QString()
                              << u"Cap removed; it was $1,200 (monthly)"_s;
        QTest::newRow("not told") << What::CapChanged << QString() << QString() << u"Cap changed"_s;
        QTest::newRow("no cap at all")
            << What::CapChanged << u"much"_s << u"more"_s << u"Cap changed from much to more"_s;
        QTest::newRow("expiry") << What::ExpiryChanged << QString() << u"2026-06-20T00:00:00Z"_s
                                << u"Expiry set to Sat 20 Jun 2026"_s;
        QTest::newRow("BYOK") << What::ByokChanged << u"no"_s << u"yes"_s
                              << u"BYOK in cap changed from no to yes"_s;
    }
    void aChangeTellsWhatItWasAndIs()
    {
        QFETCH(KeyEvent::What, what);
        QFETCH(QString, before);
        QFETCH(QString, after);
        KeyEvent event{what, KeyEvent::Origin::Here, Now, before, after};
        QTEST(keyEventText(event), "line");
        event.origin = KeyEvent::Origin::Gateway;
        QVERIFY(keyEventText(event).endsWith(u"(at the gateway)"));
    }
};

QTEST_GUILESS_MAIN(KeyTextsTest)
#include "tst_key_texts.moc"
