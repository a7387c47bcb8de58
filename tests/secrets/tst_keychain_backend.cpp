// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_backend.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class TestKeychainBackend : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsTheEnvironment_data();
    void followsTheEnvironment();
};

void TestKeychainBackend::followsTheEnvironment_data()
{
    using Backend = KeychainBackend;
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<Backend>("backend");

    QTest::newRow("nothing known") << QStringList{} << Backend::SecretService;
    QTest::newRow("GNOME") << QStringList{u"XDG_CURRENT_DESKTOP=GNOME"_s} << Backend::SecretService;
    QTest::newRow("a list is not its first word")
        << QStringList{u"XDG_CURRENT_DESKTOP=KDE:x"_s, u"KDE_SESSION_VERSION=5"_s} << Backend::SecretService;
    QTest::newRow("Plasma 5") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s, u"KDE_SESSION_VERSION=5"_s}
                              << Backend::KWallet5;
    QTest::newRow("Plasma 6") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s, u"KDE_SESSION_VERSION=6"_s}
                              << Backend::SecretService;
    QTest::newRow("KDE 4") << QStringList{u"XDG_CURRENT_DESKTOP=KDE"_s, u"KDE_SESSION_VERSION=4"_s}
                           << Backend::KWallet4;
    QTest::newRow("KDE 4 by its session") << QStringList{u"DESKTOP_SESSION=kde4"_s} << Backend::KWallet4;
    QTest::newRow("KDE by its session")
        << QStringList{u"DESKTOP_SESSION=kde"_s, u"KDE_SESSION_VERSION=5"_s} << Backend::KWallet5;
    QTest::newRow("KDE by its flag") << QStringList{u"KDE_FULL_SESSION=true"_s, u"KDE_SESSION_VERSION=5"_s}
                                     << Backend::KWallet5;
    QTest::newRow("XFCE with a KDE flag")
        << QStringList{u"DESKTOP_SESSION=xfce"_s, u"KDE_FULL_SESSION=true"_s, u"KDE_SESSION_VERSION=5"_s}
        << Backend::SecretService;
}

void TestKeychainBackend::followsTheEnvironment()
{
    QFETCH(const QStringList, environment);
    QFETCH(const KeychainBackend, backend);
    QProcessEnvironment given;
    for (const auto &entry : environment)
        given.insert(entry.section(u'=', 0, 0), entry.section(u'=', 1));

    QCOMPARE(keychainBackendFor(given), backend);
}

QTEST_GUILESS_MAIN(TestKeychainBackend)
#include "tst_keychain_backend.moc"
