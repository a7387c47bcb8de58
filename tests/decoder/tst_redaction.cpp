// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/redaction.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

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
        QTest::newRow("a user id in JSON")
            << u"{\"user_id\":\"org_77\",\"a\":1}"_s << u"{\"user_id\":\"…\",\"a\":1}"_s;
        QTest::newRow("a user id by its shape") << u"for user_2abCDef9 only"_s << u"for user_… only"_s;
        QTest::newRow("a signed token") << u"eyJhbGciOi.eyJzdWIi.c2ln expired"_s << u"… expired"_s;
        QTest::newRow("a long secret") << u"secret "_s + QString(64, u'a') << u"secret …"_s;
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

    void cutsLongText()
    {
        const auto text = redacted(u"word "_s.repeated(100'000));
        QCOMPARE(text.size(), 300);
        QVERIFY(text.endsWith(u'…'));
    }
};

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
