// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/support_bundle.h"
#include "support/marked_run.h"

#include <QTest>
#include <QUrl>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Prompt = u"Our merger with \"Globex\":\nwhat may go wrong before the 4th of May?"_s;
const auto Said = u"Several things: the regulator, the price,\nand the people who leave."_s;
const auto Key = u"sk-or-v1-mark0123456789abcdef0123456789abcdef"_s;

BundleFacts facts(bool hasPrompt = false)
{
    return {u"Work"_s, u"OpenRouter"_s, u"cdef"_s, u"tollkeeper 0.1"_s, hasPrompt};
}

PlaygroundRun plainRun()
{
    return MarkedRun::with({}, {}, Prompt, Said);
}

std::vector<std::shared_ptr<const Secret>> secretsWith(const QString &key)
{
    return {std::make_shared<const Secret>(*Secret::fromInput(key.toLatin1()))};
}

//! Without what makes a text look different and say the same.
QString letters(const QString &text)
{
    QString out;
    for (const auto c : text) {
        if (c.isLetterOrNumber())
            out += c.toLower();
    }
    return out;
}

} // namespace

class SupportBundleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatSupportAsksFor()
    {
        const auto bundle = supportBundle(plainRun(), facts());

        for (const auto &line :
            {u"Gateway: OpenRouter"_s, u"Account: Work"_s, u"Key ends in: cdef"_s, u"Request 1 of 2"_s,
                u"Model asked: acme/large"_s, u"Address: POST https://gateway.test/v1/chat/completions"_s,
                u"HTTP status: 529"_s, u"Category: provider"_s, u"Code: overloaded_error"_s,
                u"Message: Overloaded"_s, u"Request id: req-1"_s, u"Generation id: gen-1"_s,
                u"Started: 2026-11-18T12:00:00.250Z"_s, u"Ended: 2026-11-18T12:00:01.950Z"_s,
                u"    X-Request-Id: req-1"_s, u"overloaded_error in error.type"_s,
                u"Attempt 1: client, failed, 529, acme/large, Overloaded"_s})
            QVERIFY2(bundle.contains(line), qPrintable(line + u"\n\n"_s + bundle));
        QVERIFY(bundle.contains(R"(    {"error":{"message":"Overloaded","type":"overloaded_error"}})"_L1));
    }

    void tellsHowFarTheClocksAreApart_data()
    {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QString>("expected");
        QTest::newRow("ahead") << "Wed, 18 Nov 2026 12:00:04 GMT"_ba
                               << u"Gateway's clock: 2026-11-18T12:00:04Z (3 s ahead of ours)"_s;
        QTest::newRow("behind") << "Wed, 18 Nov 2026 11:58:01 GMT"_ba
                                << u"Gateway's clock: 2026-11-18T11:58:01Z (120 s behind ours)"_s;
        QTest::newRow("as ours") << "Wed, 18 Nov 2026 12:00:01 GMT"_ba
                                 << u"Gateway's clock: 2026-11-18T12:00:01Z (as ours)"_s;
        QTest::newRow("not told") << "soon"_ba << QString();
    }
    void tellsHowFarTheClocksAreApart()
    {
        QFETCH(QByteArray, date);
        QFETCH(QString, expected);
        auto run = plainRun();
        for (auto &sent : run.sent) {
            sent.headers = {};
            sent.headers.append("date", date);
        }
        const auto bundle = supportBundle(run, facts());
        QCOMPARE(bundle.contains(u"Gateway's clock"_s), !expected.isEmpty());
        QVERIFY2(bundle.contains(expected), qPrintable(bundle));
    }

    void isCleanAsItIsMade()
    {
        for (const bool hasPrompt : {false, true}) {
            const auto run = plainRun();
            const auto bundle = supportBundle(run, facts(hasPrompt));
            QCOMPARE(leaksIn(bundle, run, facts(hasPrompt), secretsWith(Key)), QStringList());
            QCOMPARE(bundle.contains(u"merger"_s), hasPrompt);
            QCOMPARE(bundle.contains(u"regulator"_s), hasPrompt);
        }
    }

    //! Whoever puts a key wherever: it does not come out.
    void aKeyNeverSurvives_data() { everyPlace(); }
    void aKeyNeverSurvives()
    {
        QFETCH(QString, place);
        for (const auto &key : {Key, u"sk-short12"_s, u"ck-AbCd1234567890123456789012345678"_s,
                 u"AIzaSyA0123456789abcdefghijklmnopqrstuv"_s, u"AKIAIOSFODNN7EXAMPLE"_s,
                 u"hf_aBcDeFgHiJkLmNoPqaBcDeFgHiJkLmNoPq"_s, u"Bearer abcdef0123456789"_s,
                 u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"_s}) {
            if (place == u"header name" && key.contains(u' '))
                continue; // no name has one
            for (const bool hasPrompt : {false, true}) {
                const auto run = MarkedRun::with(key, place, Prompt, Said);

                const auto bundle = supportBundle(run, facts(hasPrompt));

                const bool isNoPrefix = key.startsWith(u"Bearer"_s) || key.startsWith(u"eyJ"_s);
                if (place.endsWith(u" id"_s) && isNoPrefix)
                    continue; // ids are as long as keys: only the scan for the keys themselves tells
                const auto bare = key.section(u' ', -1);
                QVERIFY2(!bundle.contains(bare), qPrintable(bundle));
                QVERIFY2(!bundle.contains(bare.mid(6)), qPrintable(bundle));
                QCOMPARE(leaksIn(bundle, run, facts(hasPrompt), {}), QStringList());
            }
        }
    }

    //! A key without any form can only be known for one.
    void aKeyThatIsKeptHereIsFoundWhereverItStands_data() { everyPlace(); }
    void aKeyThatIsKeptHereIsFoundWhereverItStands()
    {
        QFETCH(QString, place);
        const auto odd = u"tangerine.42.harbour"_s;
        const auto run = MarkedRun::with(odd, place, Prompt, Said);
        const auto bundle = supportBundle(run, facts());
        const bool isThere = bundle.contains(odd);
        for (const auto &kept : {odd, u"{\"targets\":[{\"api_key\":\"%1\"}]}"_s.arg(odd)}) {
            QCOMPARE(leaksIn(bundle, run, facts(), secretsWith(kept)),
                isThere ? QStringList{u"secret"_s} : QStringList());
        }
        QVERIFY(isThere || place == u"cookie" || place == u"event name");
    }

    //! The same for what was asked and what was answered.
    void noEchoSurvives_data() { everyPlace(); }
    void noEchoSurvives()
    {
        QFETCH(QString, place);
        for (const auto &[prompt, said] : {std::pair(Prompt, Said),
                 std::pair(u"机密：收购 Globex 的价格是多少？请告诉我原因和时间表"_s,
                     u"无可奉告，这是机密信息，不能透露给任何人。谢谢"_s),
                 std::pair(u"Hush now"_s, u"Fine then"_s)}) {
            for (const auto &echo : {prompt, said}) {
                const auto run = MarkedRun::with(echo, place, prompt, said);

                const auto bundle = supportBundle(run, facts());

                QVERIFY2(!letters(bundle).contains(letters(echo)), qPrintable(bundle));
                QVERIFY2(!bundle.contains(echo.left(24)), qPrintable(bundle));
                QCOMPARE(leaksIn(bundle, run, facts(), {}), QStringList());
            }
        }
    }

    //! "messages[0].content" and what stood there, cut and escaped as gateways do.
    void anEchoInARefusalIsMaskedAndTheRestStays()
    {
        auto run = plainRun();
        run.sent[0].body
            = R"({"error":{"message":"messages[0].content: 'Our merger with \\\"Globex\\\":\\nwhat may go wr...' is too long","code":"too_long"}})"_ba;
        const auto bundle = supportBundle(run, facts());
        QVERIFY2(!bundle.contains(u"Globex"_s), qPrintable(bundle));
        QVERIFY2(bundle.contains(u"messages[0].content: '"_s), qPrintable(bundle));
        QVERIFY2(bundle.contains(u"is too long\",\"code\":\"too_long\""_s), qPrintable(bundle));
    }

    void theScanFindsWhatABuilderWouldLeave_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("a stretch of the prompt") << Prompt.mid(30, 26) << QStringList{u"prompt"_s};
        QTest::newRow("the prompt as JSON")
            << u"Our merger with \\\"Globex\\\":\\nwhat may"_s << QStringList{u"prompt"_s};
        QTest::newRow("behind a label") << u"Message: "_s + Prompt.mid(30, 26) << QStringList{u"prompt"_s};
        QTest::newRow("a stretch of the answer") << Said.left(30) << QStringList{u"answer"_s};
        QTest::newRow("the form of a key") << u"sk-or-v1-0123456789"_s << QStringList{u"key"_s};
        QTest::newRow("a header") << u"Authorization: Bearer abcdefgh12345"_s << QStringList{u"key"_s};
        QTest::newRow("a key behind an escape") << u"{\"m\":\"\\nsk-short12\"}"_s << QStringList{u"key"_s};
        QTest::newRow("a user in JSON inside a JSON string")
            << u"{\\\"user_id\\\":\\\"acct-77\\\"}"_s << QStringList{u"key"_s};
        QTest::newRow("the prompt as in an address")
            << u"?q="_s + QString::fromLatin1(QUrl::toPercentEncoding(Prompt)) << QStringList{u"prompt"_s};
        QTest::newRow("a key kept here") << u"x tangerine.42 x"_s << QStringList{u"secret"_s};
        QTest::newRow("escaped") << u"{\"m\":\"tangerine\\u002e42\"}"_s << QStringList{u"secret"_s};
        QTest::newRow("escaped in JSON in a JSON string")
            << u"{\\\"m\\\":\\\"tanger\\\\u0069ne.42\\\"}"_s << QStringList{u"secret"_s};
        QTest::newRow("nothing") << u"a line of nobody"_s << QStringList();
    }
    void theScanFindsWhatABuilderWouldLeave()
    {
        QFETCH(QString, left);
        QFETCH(QStringList, expected);
        const auto run = plainRun();
        const auto secrets = secretsWith(u"tangerine.42"_s);
        QCOMPARE(leaksIn(left, run, facts(), secrets), expected);
        QCOMPARE(leaksIn(supportBundle(run, facts()) + left + u'\n', run, facts(), secrets), expected);
    }

    void namesWhatItFindsAndNeverShowsIt()
    {
        const auto found = leaksIn(Prompt + Key, plainRun(), facts(), secretsWith(Key));
        QCOMPARE(found, (QStringList{u"secret"_s, u"key"_s, u"prompt"_s}));
    }

    //! A person may ask about the very words that a bundle is made of.
    void ownWordsAreNoLeak_data()
    {
        QTest::addColumn<QString>("prompt");
        for (const auto &word : {u"error"_s, u"provider"_s, u"POST"_s, u"Trace"_s, u"acme/large"_s, u"Work"_s,
                 u"Request 1 of 2"_s, u"Overloaded"_s, u"HTTP status: 529"_s,
                 u"Why does https://gateway.test/v1/chat/completions say overloaded_error Overloaded?"_s,
                 supportBundle(plainRun(), facts())})
            QTest::newRow(qPrintable(word.left(40))) << word;
    }
    void ownWordsAreNoLeak()
    {
        QFETCH(QString, prompt);
        const auto run = MarkedRun::with({}, {}, prompt, u"Because."_s);
        const auto bundle = supportBundle(run, facts());
        QCOMPARE(leaksIn(bundle, run, facts(), {}), QStringList());
        QVERIFY(bundle.contains(u"Model asked: acme/large"_s));
    }

    //! What a model had said when its stream broke stands in the same event as the error.
    void anErrorInTheMiddleOfAStreamIsTold()
    {
        auto run = plainRun();
        auto &last = run.sent.last();
        last.answer.isError = true;
        last.events.last = {{std::chrono::milliseconds(70), {},
            uR"({"choices":[{"delta":{"content":"leave."}}],"error":{"message":"Provider disconnected"}})"_s}};

        const auto bundle = supportBundle(run, facts());

        QVERIFY2(
            bundle.contains(u"Event at 70 ms:\n    {\"error\":{\"message\":\"Provider disconnected\"}}"_s),
            qPrintable(bundle));
        QVERIFY(!bundle.contains(u"leave."_s));
        QVERIFY(!bundle.contains(u"regulator"_s));
    }

    void withThePromptItHasAllOfIt()
    {
        auto run = plainRun();
        run.sent[1].events.total = 40;
        const auto bundle = supportBundle(run, facts(true));
        QVERIFY(bundle.contains(u"Body sent:\n    {\"messages\":"_s));
        QVERIFY(bundle.contains(u"5 ms"_s));
        QVERIFY(bundle.contains(u"… 39 events left out"_s));
    }

    void staysSmall()
    {
        auto run = plainRun();
        run.sent[0].body = QByteArray(250'000, 'x') + Key.toLatin1();
        QVERIFY(supportBundle(run, facts()).size() < 100'000);
        run.sent[0].body = QByteArray("a b ").repeated(60'000) + Key.toLatin1();
        const auto bundle = supportBundle(run, facts());
        QVERIFY(bundle.size() < 100'000);
        QVERIFY(bundle.contains(u" characters more"_s));
    }

private:
    static void everyPlace()
    {
        QTest::addColumn<QString>("place");
        for (const auto &place : MarkedRun::places())
            QTest::newRow(qPrintable(place)) << place;
    }
};

QTEST_GUILESS_MAIN(SupportBundleTest)
#include "tst_support_bundle.moc"
