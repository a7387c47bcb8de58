// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/key_match.h"

#include <QCryptographicHash>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray Text = "sk-or-v1-0e6f0123456789abcdef1c96";

Secret secret(const QByteArray &text = Text)
{
    return *Secret::fromInput(text);
}

QString hash(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

ApiKey key(const QString &remoteId, const QString &masked)
{
    static qint64 next = 0;
    ApiKey one;
    one.id = KeyId(++next);
    one.remoteId = remoteId;
    one.masked = masked;
    return one;
}

Capabilities hashing()
{
    Capabilities can;
    can.namesKeysByHash = true;
    return can;
}

} // namespace

class KeyMatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMaskedFormTellsWhatItShows_data()
    {
        QTest::addColumn<QString>("masked");
        QTest::addColumn<int>("says"); // 1 yes, 0 no, -1 nothing
        QTest::newRow("our own form") << u"sk-or-v1-…1c96"_s << 1;
        QTest::newRow("three dots") << u"sk-or-v1-0e6...c96"_s << 1;
        QTest::newRow("stars") << u"sk-or-v1-****1c96"_s << 1;
        QTest::newRow("bullets") << u"sk-or-v1-••••••1c96"_s << 1;
        QTest::newRow("another end") << u"sk-or-v1-0e6...c97"_s << 0;
        QTest::newRow("another beginning") << u"sk-ant-v1…1c96"_s << 0;
        QTest::newRow("too little") << u"sk-…96"_s << -1;
        QTest::newRow("nothing hidden") << u"shop"_s << -1;
        QTest::newRow("empty") << u""_s << -1;
    }

    void aMaskedFormTellsWhatItShows()
    {
        QFETCH(const QString, masked);
        QFETCH(const int, says);
        const auto answer = isSecretOf(secret(), key(u"12"_s, masked), {}, {});
        QCOMPARE(answer ? int(*answer) : -1, says);
    }

    void aHashDecidesWhereKeysAreNamedByIt()
    {
        const auto own = key(hash(Text), u"sk-or-v1-…0000"_s);
        QCOMPARE(isSecretOf(secret(), own, {}, hashing()), true); // whatever the label says
        QCOMPARE(isSecretOf(secret(), key(hash("other"), u"sk-or-v1-…1c96"_s), {}, hashing()), false);
        QCOMPARE(isSecretOf(secret(), own, {}, {}), false); // a name is no hash by itself
    }

    void theAccountsOwnKeyIsToldByItsFingerprint()
    {
        const OwnKey own{u"own"_s, u"sk-or-v1-…1c96"_s, secret().fingerprint()};
        const auto self = key(u"self"_s, {});
        QCOMPARE(isSecretOf(secret(), self, own, {}), true);
        QCOMPARE(isSecretOf(secret("sk-or-v1-ffffffffffffffffffff1c96"), self, own, {}), false);
        const OwnKey unknown{u"own"_s, u"sk-or-v1-…1c96"_s, {}};
        QCOMPARE(isSecretOf(secret(), self, unknown, {}), true);
        QVERIFY(isOwn(self, own, {}));
        QVERIFY(isOwn(key(hash(Text), {}), own, hashing()));
        QVERIFY(!isOwn(key(hash("other"), {}), own, hashing()));
        QVERIFY(!isOwn(key(hash(Text), {}), unknown, hashing()));
    }

    void twoThatLookAlikeAreNotToldApart()
    {
        const auto one = key(u"1"_s, u"sk-…1c96"_s);
        const auto two = key(u"2"_s, u"sk-or-v1…1c96"_s);
        QVERIFY(!ownerOf(secret(), {one, two}, {}, {}));
        QVERIFY(!ownerOf(secret(), {}, {}, {}));
        QCOMPARE(ownerOf(secret(), {one, key(u"3"_s, u"sk-…9999"_s)}, {}, {})->id, one.id);
    }
};

QTEST_GUILESS_MAIN(KeyMatchTest)
#include "tst_key_match.moc"
