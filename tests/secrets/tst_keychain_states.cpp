// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_secret_store.h"
#include "support/await.h"
#include "support/keyring_session.h"

#include <QDir>
#include <QHash>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

using Expected = std::optional<Error::Kind>; // none: it works

struct Row {
    Expected read, write, remove;
};

constexpr Row all(Error::Kind kind)
{
    return {kind, kind, kind};
}

constexpr auto Missing = all(Error::Kind::KeychainMissing);
constexpr Row Works{Error::Kind::SecretMissing, {}, {}};

} // namespace

//! The first question of a new account in each state a session can be in, one process for each.
class TestKeychainStates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsByTheTable();
    void writesByTheTable();
    void removesByTheTable();
    void leavesNoPlainText();
};

static std::shared_ptr<const Secret> secretOf(const QByteArray &bytes)
{
    return std::make_shared<const Secret>(*Secret::fromInput(bytes));
}

static Row row()
{
    static const QHash<QString, Row> rows{
        {u"unlocked"_s, Works},
        {u"locked"_s, all(Error::Kind::KeychainLocked)},
        {u"first-run"_s, {Error::Kind::SecretMissing, Error::Kind::KeychainFailed, {}}},
        {u"none"_s, Missing},
        {u"nobus"_s, Missing},
        {u"dead"_s, Missing},
        {u"without-glib"_s, all(Error::Kind::KeychainFailed)},
        {u"unlocked-kde4"_s, Missing},
        {u"unlocked-kde5"_s, Works},
        {u"unlocked-kde6"_s, Works},
        {u"none-kde4"_s, Missing},
        {u"none-kde5"_s, Missing},
        {u"none-kde6"_s, Missing},
    };
    return rows.value(qEnvironmentVariable("TK_KEYRING_ROW"));
}

template<typename T>
static Expected kindOf(const Result<T> &result)
{
    return result ? Expected() : Expected(result.error().kind);
}

static const auto Canary = "sk-canary-5d1f7c90a2"_ba;

void TestKeychainStates::initTestCase()
{
    if (keyringSession::state().isEmpty())
        QSKIP("needs with-keyring.sh");
    // Only now: the keyring itself is not to see it.
    if (qEnvironmentVariableIsSet("TK_DESKTOP"))
        qputenv("XDG_CURRENT_DESKTOP", qgetenv("TK_DESKTOP"));
}

void TestKeychainStates::readsByTheTable()
{
    KeychainSecretStore store(u"tollkeeper"_s);

    QVERIFY(kindOf(await(store.read(u"a"_s))) == row().read);
}

void TestKeychainStates::writesByTheTable()
{
    KeychainSecretStore store(u"tollkeeper"_s);

    const auto written = await(store.write(u"a"_s, secretOf(Canary)));

    QVERIFY2(kindOf(written) == row().write, qPrintable(written ? u"written"_s : written.error().detail));
    QCOMPARE(keyringSession::toolLookup(u"tollkeeper"_s, u"a"_s), written ? Canary : QByteArray());
}

void TestKeychainStates::removesByTheTable()
{
    KeychainSecretStore store(u"tollkeeper"_s);

    QVERIFY(kindOf(await(store.remove(u"a"_s))) == row().remove);
}

void TestKeychainStates::leavesNoPlainText()
{
    KeychainSecretStore store(u"tollkeeper"_s);
    (void)await(store.write(u"a"_s, secretOf(Canary)));

    QCOMPARE(keyringSession::filesWith(Canary), QStringList());
    QCOMPARE(keyringSession::filesWith(Canary.toBase64()), QStringList());

    QFile control(QDir::home().filePath(u".control"_s));
    QVERIFY(control.open(QIODevice::WriteOnly));
    control.write(Canary);
    control.close();
    QCOMPARE(keyringSession::filesWith(Canary), QStringList{control.fileName()});
    QVERIFY(control.remove());
}

QTEST_GUILESS_MAIN(TestKeychainStates)
#include "tst_keychain_states.moc"
