// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <QTest>

#include <type_traits>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

static_assert(!std::is_copy_constructible_v<Secret>, "a copy is always spelt copy()");
static_assert(!std::is_convertible_v<Secret, QByteArray> && !std::is_convertible_v<Secret, QString>);

class SecretTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatWasPasted()
    {
        const auto secret = Secret::fromInput("  sk-or-v1-0123456789abcdef\n");
        QVERIFY(secret);
        QCOMPARE(secret->reveal(), "sk-or-v1-0123456789abcdef"_ba);
    }

    void refusesWhatCouldInjectAHeader_data()
    {
        QTest::addColumn<QByteArray>("typed");

        QTest::newRow("line break inside") << "sk-a\r\nX-Evil: 1"_ba;
        QTest::newRow("newline inside") << "sk-a\nb"_ba;
        QTest::newRow("NUL inside") << QByteArray("sk-a\0b", 6);
        QTest::newRow("space inside") << "sk-a b"_ba;
        QTest::newRow("tab inside") << "sk-a\tb"_ba;
        QTest::newRow("not ASCII") << "sk-\xc3\xa4"_ba;
        QTest::newRow("delete") << "sk-\x7f"_ba;
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("only white space") << " \n "_ba;
    }

    void refusesWhatCouldInjectAHeader()
    {
        QFETCH(QByteArray, typed);

        const auto secret = Secret::fromInput(typed);

        QVERIFY(!secret);
        QCOMPARE(secret.error().kind, Error::Kind::InvalidInput);
        QVERIFY(typed.trimmed().isEmpty() || !secret.error().detail.contains(QString::fromLatin1(typed)));
    }

    void takesAConfigurationOnOneLine()
    {
        const auto secret = Secret::fromInput("\n{\n  \"api_key\": \"two words\"\n}\n");
        QVERIFY(secret);
        QVERIFY(secret->isConfiguration());
        QCOMPARE(secret->reveal(), R"({"api_key":"two words"})"_ba);
        QCOMPARE(secret->masked(), u"{…}"_s);
        QVERIFY(!Secret::fromInput("sk-{}")->isConfiguration());
        QVERIFY(Secret::fromInput(R"({"targets":[{}]})")->strategies().contains(u"targets"));
        QVERIFY(Secret::fromInput("sk-{}")->strategies().isEmpty());

        const auto broken = Secret::fromInput(R"({"api_key": "secret-of-mine")");
        QVERIFY(!broken);
        QCOMPARE(broken.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(broken.error().detail, u"json"_s);
    }

    void isMaskedWhereverItStands_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");

        const auto key = "word-of-any-shape-77"_ba;
        const auto config
            = R"({"a":{"api_key":"word-of-any-shape-77"},"b":{"api_key":"word-of-any-shape"}})"_ba;
        QTest::newRow("a key") << key << u"no word-of-any-shape-77, word-of-any-shape-77!"_s << u"no …, …!"_s;
        QTest::newRow("a key that was cut") << key << u"no word-of-any-sh…"_s << u"no …"_s;
        QTest::newRow("a key that was cut silently") << key << u"no word-of-a"_s << u"no …"_s;
        QTest::newRow("a word that it begins with") << key << u"in a word"_s << u"in a word"_s;
        QTest::newRow("keys of a configuration")
            << config << u"word-of-any-shape and word-of-any-shape-77"_s << u"… and …"_s;
        QTest::newRow("a whole configuration")
            << config << u"got "_s + QString::fromLatin1(config) + u" here"_s << u"got … here"_s;
        QTest::newRow("nothing of it") << key << u"Grüße 😀"_s << u"Grüße 😀"_s;
    }

    void isMaskedWhereverItStands()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(Secret::fromInput(secret)->maskedIn(text), expected);
        QCOMPARE(Secret().maskedIn(text), text);
    }

    void isFoundWhereverItStands_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isFound");

        const auto key = "word-of-any-shape-77"_ba;
        const auto config
            = R"({"mode":"fallback","targets":[{"api_key":"word-of-any-shape-77"},{"key":"short"}]})"_ba;
        QTest::newRow("a key") << key << "no word-of-any-shape-77!"_ba << true;
        QTest::newRow("another key") << key << "no word-of-any-shape-78!"_ba << false;
        QTest::newRow("a whole configuration") << config << "got " + config << true;
        QTest::newRow("a key of a configuration") << config << "no word-of-any-shape-77!"_ba << true;
        QTest::newRow("what is no key of it") << config << "fallback, short, targets"_ba << false;
    }

    void isFoundWhereverItStands()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QByteArray, text);
        const auto held = Secret::fromInput(secret);
        QTEST(held->isIn(text), "isFound");
        QVERIFY(!held->isIn(held->maskedIn(text)));
        QVERIFY(!Secret().isIn(text));
    }

    void takesAPasswordAsItIs_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("password"); // empty: refused

        QTest::newRow("plain") << "hunter2"_ba
                               << "hunter2"_ba;
        QTest::newRow("the line end of a terminal") << "hunter2\n"_ba
                                                    << "hunter2"_ba;
        QTest::newRow("the line end of a file from elsewhere") << "hunter2\r\n"_ba
                                                               << "hunter2"_ba;
        QTest::newRow("blanks are part of it") << "  two words \n"_ba
                                               << "  two words "_ba;
        QTest::newRow("not ASCII") << "p\xc3\xa4ssword"_ba
                                   << "p\xc3\xa4ssword"_ba;
        QTest::newRow("two lines") << "a\nb\n"_ba
                                   << ""_ba;
        QTest::newRow("NUL inside") << QByteArray("a\0b", 3) << ""_ba;
        QTest::newRow("no UTF-8") << "\xff\xfe"_ba
                                  << ""_ba;
        QTest::newRow("nothing") << "\n"_ba
                                 << ""_ba;
    }

    void takesAPasswordAsItIs()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, password);

        const auto secret = Secret::fromPassword(typed);

        QCOMPARE(secret.has_value(), !password.isEmpty());
        if (secret)
            QCOMPARE(secret->reveal(), password);
        else
            QCOMPARE(secret.error().kind, Error::Kind::InvalidInput);
    }

    void showsOnlyItsEnds()
    {
        QCOMPARE(Secret::fromInput("sk-or-v1-0123456789abcdef")->masked(), u"sk-or-v1-…cdef"_s);
        QCOMPARE(Secret::fromInput("sk-abcdefghijklmnop")->masked(), u"sk-…mnop"_s);
        QCOMPARE(Secret::fromInput("short-key")->masked(), u"…"_s);
    }

    void movesOutAndLeavesNothing()
    {
        auto secret = *Secret::fromInput("sk-abcdefghijkl");
        const auto moved = std::move(secret);
        QVERIFY(secret.isEmpty()); // NOLINT(bugprone-use-after-move): that is the question
        QCOMPARE(moved.reveal(), "sk-abcdefghijkl"_ba);
    }
};

QTEST_GUILESS_MAIN(SecretTest)
#include "tst_secret.moc"
