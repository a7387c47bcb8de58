// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/memory_secret_store.h"
#include "support/await.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class TestMemorySecretStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesBackWhatWasWritten();
    void replacesAndRemovesOneAccountOnly();
    void saysThatNothingIsStored();
    void refusesAnEmptySecret();
    void forgetsWithTheSession();
    void hasNothingToUnlock();
};

static std::shared_ptr<const Secret> secretOf(const QByteArray &bytes)
{
    return std::make_shared<const Secret>(*Secret::fromInput(bytes));
}

void TestMemorySecretStore::givesBackWhatWasWritten()
{
    MemorySecretStore store;

    QVERIFY(await(store.write(u"a"_s, secretOf("sk-one"_ba))));

    const auto first = await(store.read(u"a"_s));
    const auto second = await(store.read(u"a"_s));
    QVERIFY(first && second);
    QCOMPARE(first->reveal(), "sk-one"_ba);
    QCOMPARE(second->reveal(), "sk-one"_ba);
}

void TestMemorySecretStore::replacesAndRemovesOneAccountOnly()
{
    MemorySecretStore store;
    QVERIFY(await(store.write(u"a"_s, secretOf("sk-one"_ba))));
    QVERIFY(await(store.write(u"b"_s, secretOf("sk-two"_ba))));

    QVERIFY(await(store.write(u"b"_s, secretOf("sk-three"_ba))));
    QVERIFY(await(store.remove(u"a"_s)));
    QVERIFY(await(store.remove(u"a"_s)));

    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::SecretMissing);
    QCOMPARE(await(store.read(u"b"_s))->reveal(), "sk-three"_ba);
}

void TestMemorySecretStore::saysThatNothingIsStored()
{
    MemorySecretStore store;

    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::SecretMissing);
}

void TestMemorySecretStore::refusesAnEmptySecret()
{
    MemorySecretStore store;

    const auto empty = await(store.write(u"a"_s, std::make_shared<const Secret>()));
    const auto null = await(store.write(u"a"_s, nullptr));

    QCOMPARE(empty.error().kind, Error::Kind::InvalidInput);
    QCOMPARE(null.error().kind, Error::Kind::InvalidInput);
    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::SecretMissing);
}

void TestMemorySecretStore::forgetsWithTheSession()
{
    {
        MemorySecretStore store;
        QVERIFY(await(store.write(u"a"_s, secretOf("sk-one"_ba))));
        QVERIFY(!store.isPersistent());
    }
    MemorySecretStore store;

    QCOMPARE(await(store.read(u"a"_s)).error().kind, Error::Kind::SecretMissing);
}

void TestMemorySecretStore::hasNothingToUnlock()
{
    MemorySecretStore store;

    QVERIFY(await(store.unlock()));
    QCOMPARE(store.backendName(), u"memory"_s);
}

QTEST_GUILESS_MAIN(TestMemorySecretStore)
#include "tst_memory_secret_store.moc"
