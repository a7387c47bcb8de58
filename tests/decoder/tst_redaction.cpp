// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/redaction.h"
#include "decoder/secret_masks.h"
#include "support/key_samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Every mask tried on every text, whatever stands in it. (No raw strings here: moc stumbles over them.)
QString withEveryMask(QString text)
{
    for (const auto &mask : secretMasks())
        text.replace(mask.pattern, mask.replacement);
    return text;
}

QString masked(QString text)
{
    for (auto &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return withEveryMask(text).simplified();
}

const QStringList Shreds{u"bearer"_s, u"BASIC"_s, u"ba\u017fic"_s, u" "_s, u"\t"_s, u"\n"_s, u"\u00a0"_s,
    u"\u2028"_s, u"authorization"_s, u"x-api-key"_s, u"api"_s, u"_"_s, u"-"_s, u"KEY"_s, u"\u212aey"_s,
    u"token"_s, u"SECRET"_s, u"pa\u017fsword"_s, u"\\"_s, u"gsk"_s, u"hf"_s, u"xai-"_s, u"pplx"_s, u"AI"_s,
    u"za"_s, u"\""_s, u"'"_s, u":"_s, u"="_s, u"sk"_s, u"k-"_s, u"rk-"_s, u"user"_s, u"u\u017fer"_s, u"id"_s,
    u"Id"_s, u"user_"_s, u"eyJ"_s, u"e"_s, u"yJ"_s, u"."_s, u"0123456789"_s, u"abcdef"_s,
    u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklm"_s, u"n"_s, u"…"_s, u","_s, u";"_s, u"{"_s, u"}"_s, u"é"_s,
    u"AKI"_s, u"ASIA"_s, u"ABS"_s, u"api-"_s, u"glpat"_s, u"tvly-"_s, u"ghp_"_s, u"fw"_s, u"cpk_"_s,
    u"k_live"_s, u"api_org_"_s, u"hf_"_s, u"0123456789ABCDEF"_s, u"user_id"_s, u"\\\""_s, u"\\n"_s,
    u"\\u003c"_s, u"-----BEGIN PRIVATE KEY-----"_s};

const auto Body = u"0aB1cD2eF3gH4iJ5"_s; // of a key

const auto PrivateKeyText = u"-----BEGIN RSA PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B/+QEFAASC\nAb==\n"
                            u"-----END RSA PRIVATE KEY-----"_s;

//! As a JSON text, without its quotes.
QString escaped(const QString &text)
{
    const auto json = QString::fromUtf8(QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact));
    return json.mid(2, json.size() - 4);
}

} // namespace

class RedactionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void masksSecrets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");

        QTest::newRow("a key") << u"Incorrect API key provided: sk-or-v1-0123456789abcdef."_s
                               << u"Incorrect API key provided: sk-…"_s;
        QTest::newRow("another prefix") << u"ck-abcdef0123 is unknown"_s << u"ck-… is unknown"_s;
        QTest::newRow("a key shown in part") << u"sk-proj-abc***9f3c is unknown"_s << u"sk-… is unknown"_s;
        QTest::newRow("a header") << u"got Authorization: Bearer abcdef0123456"_s
                                  << u"got Authorization: Bearer …"_s;
        QTest::newRow("a bearer value") << u"bearer abc.def-ghi refused"_s << u"bearer … refused"_s;
        QTest::newRow("a key header") << u"x-api-key: 0123456789"_s << u"x-api-key: …"_s;
        QTest::newRow("a provider's key in a configuration")
            << u"{\"api_key\":\"abcdefg\",\"aws_secret_access_key\": \"hijklmn\"}"_s
            << u"{\"api_key\":\"…\",\"aws_secret_access_key\": \"…\"}"_s;
        QTest::newRow("JSON inside a JSON string")
            << u"{\"config\":\"{\\\"api_key\\\":\\\"abcdefg\\\",\\\"a\\\":1}\"}"_s
            << u"{\"config\":\"{\\\"api_key\\\":\\\"…\\\",\\\"a\\\":1}\"}"_s;
        QTest::newRow("a user id in JSON")
            << u"{\"user_id\":\"org_77\",\"a\":1}"_s << u"{\"user_id\":\"…\",\"a\":1}"_s;
        QTest::newRow("a user id in JSON inside a JSON string")
            << u"{\"raw\":\"{\\\"user_id\\\":\\\"acct-77\\\",\\\"a\\\":1}\"}"_s
            << u"{\"raw\":\"{\\\"user_id\\\":\\\"…\\\",\\\"a\\\":1}\"}"_s;
        QTest::newRow("a user id in JSON in JSON in JSON")
            << u"\\\\\\\"userId\\\\\\\" : \\\\\\\"acct-77\\\\\\\"}"_s
            << u"\\\\\\\"userId\\\\\\\" : \\\\\\\"…\\\\\\\"}"_s;
        QTest::newRow("a user id of a domain") << u"user_id=ACME\\bob, busy"_s << u"user_id=…, busy"_s;
        QTest::newRow("a key behind an escape")
            << u"{\"message\":\"no:\\nsk-short12\"}"_s << u"{\"message\":\"no:\\nsk-…\"}"_s;
        QTest::newRow("a private key") << u"got "_s + PrivateKeyText + u" of x"_s << u"got … of x"_s;
        QTest::newRow("a private key in JSON") << u"{\"private_key\":\""_s + escaped(PrivateKeyText)
                + u"\",\"a\":1}"_s << u"{\"private_key\":\"…\",\"a\":1}"_s;
        for (const auto &[key, left] : madeKeys())
            QTest::newRow(qPrintable(key.left(14)))
                << u"got "_s + key + u", refused"_s << u"got "_s + left + u", refused"_s;
        QTest::newRow("a user id by its shape") << u"for user_2abCDef9 only"_s << u"for user_… only"_s;
        QTest::newRow("a signed token") << u"eyJhbGciOi.eyJzdWIi.c2ln expired"_s << u"… expired"_s;
        QTest::newRow("a long secret") << u"secret "_s + QString(64, u'a') << u"secret …"_s;
        QTest::newRow("a key of Google's") << u"AIzaSyA0123456789abcdefghij refused"_s << u"AIza… refused"_s;
        QTest::newRow("half a character") << u"sk-or-v1-0123456789abcdef "_s + QChar(0xd83c)
                                          << u"sk-… "_s + QChar(QChar::ReplacementCharacter);
        QTest::newRow("line breaks") << u"one\r\ntwo\tthree"_s << u"one two three"_s;

        const auto harmless
            = u"Model acme/x-1 is down, ask again; request 123e4567-e89b-12d3-a456-426614174000, max_tokens: 100000"_s;
        QTest::newRow("a message worth reading") << harmless << harmless;
    }

    void masksSecrets()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(redacted(text), expected);
    }

    void masksTheSameAndLeavesTheRestAsItIs()
    {
        const auto text = u"two  blanks\n\tsk-or-v1-0123456789abcdef, "_s + u"word "_s.repeated(2000);
        auto expected = text;
        QCOMPARE(withoutSecrets(text), expected.replace(u"sk-or-v1-0123456789abcdef"_s, u"sk-…"_s));
        QCOMPARE(withoutSecrets(expected), expected);
    }

    void masksKeysInATextThatIsToBeOfUse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a key") << u"Use\n  sk-or-v1-0123456789abcdef now"_s << u"Use\n  sk-… now"_s;
        QTest::newRow("a header") << u"Authorization: Bearer abcdef0123456"_s << u"Authorization: Bearer …"_s;
        QTest::newRow("in JSON") << u"{\"api_key\": \"abcdefgh\", \"b\": [1]}"_s
                                 << u"{\"api_key\": \"…\", \"b\": [1]}"_s;
        QTest::newRow("in JSON within a text") << u"{\"content\": \"{\\\"token\\\": \\\"abcd1234\\\"}\"}"_s
                                               << u"{\"content\": \"{\\\"token\\\": \\\"…\\\"}\"}"_s;
        QTest::newRow("a signed token") << u"eyJhbGciOi.eyJzdWIi.c2ln"_s << u"…"_s;
        QTest::newRow("at the end of a sentence")
            << u"It is "_s + madeKeys().at(1).first + u"."_s << u"It is hf_…."_s;
        QTest::newRow("a private key") << u"Use\n"_s + PrivateKeyText + u"\nnow"_s << u"Use\n…\nnow"_s;
        QTest::newRow("a key behind one that was cut")
            << u"-----BEGIN PRIVATE KEY-----\n"_s + Body + u"\nsk-or-v1-0123456789"_s << u"…sk-…"_s;
        QTest::newRow("in a shell") << u"export MISTRAL_API_KEY="_s + Body << u"export MISTRAL_API_KEY=…"_s;
        QTest::newRow("in code") << u"mistralApiKey := \""_s + Body + u"\""_s << u"mistralApiKey := \"…\""_s;
        QTest::newRow("with slashes")
            << u"aws_secret_access_key = a/b+c/d1"_s << u"aws_secret_access_key = …"_s;
        QTest::newRow("a secret") << u"{\"client_secret\":\"abc12345\"}"_s << u"{\"client_secret\":\"…\"}"_s;
        QTest::newRow("behind a line break in JSON")
            << u"{\"content\":\"Use\\nsk-or-v1-0123\\n\"}"_s << u"{\"content\":\"Use\\nsk-…\\n\"}"_s;
        QTest::newRow("behind a number in JSON")
            << u"{\"content\":\"\\u003csk-or-v1-0123\"}"_s << u"{\"content\":\"\\u003csk-…\"}"_s;
        QTest::newRow("a long run behind a line break in JSON")
            << u"{\"content\":\"\\n"_s + Body.repeated(3) + u"\"}"_s << u"{\"content\":\"\\n…\"}"_s;
        for (const auto &[key, left] : madeKeys())
            QTest::newRow(qPrintable(key.left(14)))
                << u"Use\n"_s + key + u" now"_s << u"Use\n"_s + left + u" now"_s;
        const QStringList harmless{u"{\"key\": 1234567}"_s, u"{\"key\":false}"_s, u"one\r\n\ttwo  three"_s,
            u"user_2abCDef9"_s, u"max_tokens: 100000, the key: Rotterdam, a basic understanding"_s,
            u"{\"key\":-1234567,\"token\":1.5e10,\"api_key\":12345e67,\"key:\":-1234567}"_s,
            u"Answer in sk-SK"_s, u"ak-47, sk-learn"_s, u"a basic python3 script"_s, QString(60, u'-'),
            QString(60, u'_'), u"3."_s + u"1415926535"_s.repeated(6),
            u"a_test_that_says_by_its_name_alone_what_has_to_hold"_s,
            u"theNameOfAFunctionThatSaysInFullWhatItIsForAndWhy"_s,
            u"api_key = os.environ[\"KEY_1\"]; apiKey: process.env.KEY_1"_s, u"OPENAI_API_KEY=${KEY_1}"_s,
            u"Bearer YOUR_API_KEY"_s, u"sort_key: created_2024"_s, u"Their secret: GPT-4-based tools"_s,
            u"-----BEGIN PRIVATE KEY----- is how it begins"_s, u"C:\\new\\token\\users"_s};
        for (const auto &text : harmless + likeKeys())
            QTest::newRow(qPrintable(u"not "_s + text)) << text << text;
    }
    void masksKeysInATextThatIsToBeOfUse()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(withoutKeys(text), expected);
        const auto wordy = u"word\n"_s.repeated(10'000);
        QCOMPARE(withoutKeys(wordy), wordy);
    }

    void masksKeysInIds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("expected");
        for (const auto &[key, left] : madeKeys())
            QTest::newRow(qPrintable(key.left(14))) << key << left;
        for (const auto &id :
            likeKeys() + QStringList{u"gen-1763467200-aBcD"_s, QString(64, u'a'), u"acme/large-1"_s})
            QTest::newRow(qPrintable(u"not "_s + id)) << id << id;
    }
    void masksKeysInIds()
    {
        QFETCH(const QString, id);
        QTEST(plainId(id), "expected");
    }

    //! Whatever a text is made of: no mask gives up on it, nor takes for ever.
    void masksAKeyBehindMuchElse_data()
    {
        QTest::addColumn<QString>("piece");
        for (const auto &piece : {u"a"_s, u"a_"_s, u"a-"_s, u"1-"_s, u"\\"_s, u"\\n"_s, u"key"_s, u"key="_s,
                 u"key=\\\":"_s, u"api_key_"_s, u"access_token="_s, u"user_id=a\\"_s, u"bearer "_s,
                 u"hf_a1"_s, u"-----BEGIN PRIVATE KEY-----aBcDeFgHiJkLmNoP "_s})
            QTest::newRow(qPrintable(piece)) << piece;
    }
    void masksAKeyBehindMuchElse()
    {
        QFETCH(const QString, piece);
        const auto key = u"sk-or-v1-0123456789abcdef"_s;
        const auto text = piece.repeated(300'000 / piece.size()) + u"; "_s + key;
        QVERIFY(!withoutKeys(text).contains(key));
        QVERIFY(!withoutSecrets(text).contains(key));
    }

    //! A text is looked through for signs of a secret before the masks are tried. No sign may be missed.
    void masksWhateverTheMasksMatch()
    {
        QRandomGenerator chance(23);
        for (int round = 0; round < 30'000; ++round) {
            QString text;
            for (int i = chance.bounded(1, 12); i > 0; --i)
                text += Shreds.at(chance.bounded(int(Shreds.size())));
            QCOMPARE(redacted(text, 4000), masked(text));
            QCOMPARE(withoutSecrets(text), withEveryMask(text));
        }
    }

    void cutsLongText()
    {
        const auto text = redacted(u"word "_s.repeated(100'000));
        QCOMPARE(text.size(), 300);
        QVERIFY(text.endsWith(u'…'));
    }
};

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
