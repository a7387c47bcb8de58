// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/secret_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::hours Never(1);
constexpr std::chrono::milliseconds Soon(1);
const auto Hint = u"x-kde-passwordManagerHint"_s;

Secret key()
{
    return *Secret::fromInput("sk-or-v1-0a1b2c3d4e5f"_ba);
}

QClipboard &clipboard()
{
    return *QGuiApplication::clipboard();
}

//! What a program of its own sees of this format; the event loop answers it meanwhile.
QByteArray seenByXclip(const QString &format)
{
    QProcess xclip;
    xclip.start(u"xclip"_s, {u"-selection"_s, u"clipboard"_s, u"-out"_s, u"-target"_s, format});
    if (!QTest::qWaitFor([&xclip] { return xclip.state() == QProcess::NotRunning; }, 20000))
        return {};
    return xclip.readAllStandardOutput();
}

bool canAskXclip()
{
    return QGuiApplication::platformName() == "xcb"_L1
        && !QStandardPaths::findExecutable(u"xclip"_s).isEmpty();
}

} // namespace

class SecretClipboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { clipboard().clear(); }

    void holdsTheSecretMarkedForClipboardManagers()
    {
        SecretClipboard secrets(Never);
        secrets.copy(key());
        QCOMPARE(clipboard().text(), u"sk-or-v1-0a1b2c3d4e5f"_s);
        QCOMPARE(clipboard().mimeData()->data(Hint), "secret"_ba);
        QCOMPARE(secrets.remainingSeconds(), 30);
    }

    void countsDownAndClears()
    {
        SecretClipboard secrets(Soon);
        QList<int> seen;
        connect(&secrets, &SecretClipboard::remainingChanged, this,
            [&] { seen.append(secrets.remainingSeconds()); });
        secrets.copy(key());
        QTRY_COMPARE(secrets.remainingSeconds(), 0);
        QVERIFY(clipboard().text().isEmpty());
        const auto *left = clipboard().mimeData();
        QVERIFY(!left || !left->hasFormat(Hint));
        QCOMPARE(seen.size(), 31);
        QVERIFY(std::is_sorted(seen.crbegin(), seen.crend()));
    }

    void copyingAgainBeginsAnew()
    {
        SecretClipboard secrets(Never);
        secrets.copy(key());
        secrets.copy(*Secret::fromInput("sk-another-key-9f8e"_ba));
        QCOMPARE(clipboard().text(), u"sk-another-key-9f8e"_s);
        QCOMPARE(secrets.remainingSeconds(), 30);
        secrets.clear();
        QVERIFY(clipboard().text().isEmpty());
    }

    void leavesWhatSomebodyElsePutThere()
    {
        SecretClipboard secrets(Never);
        secrets.copy(key());
        clipboard().setText(u"a shopping list"_s);
        QCOMPARE(secrets.remainingSeconds(), 0); // nothing is counted any more
        secrets.clear();
        QCOMPARE(clipboard().text(), u"a shopping list"_s);
    }

    void clearsWhatAClipboardManagerTookOver()
    {
        SecretClipboard secrets(Never);
        secrets.copy(key());
        clipboard().setText(u"sk-or-v1-0a1b2c3d4e5f"_s); // the same text, without our mark
        QCOMPARE(secrets.remainingSeconds(), 30);
        secrets.clear();
        QVERIFY(clipboard().text().isEmpty());
    }

    void clearsWhenTheProgramEnds()
    {
        const SecretClipboard unused(Never);
        SecretClipboard secrets(Never);
        secrets.copy(key());
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        QCoreApplication::exec();
        QVERIFY(clipboard().text().isEmpty());
        QCOMPARE(secrets.remainingSeconds(), 0);
    }

    void clearsWhenItDies()
    {
        {
            SecretClipboard secrets(Never);
            secrets.copy(key());
        }
        QVERIFY(clipboard().text().isEmpty());
    }

    void endingLeavesWhatSomebodyElsePutThere()
    {
        {
            SecretClipboard secrets(Never);
            secrets.copy(key());
            clipboard().setText(u"a shopping list"_s);
        }
        QCOMPARE(clipboard().text(), u"a shopping list"_s);
    }

    //! Requirement 26 of the custody of keys, seen from outside.
    void anotherProgramSeesTheMarkUntilItIsCleared()
    {
        if (!canAskXclip())
            QSKIP("needs X11 and xclip");
        SecretClipboard secrets(Never);
        secrets.copy(key());
        QCOMPARE(seenByXclip(u"UTF8_STRING"_s), "sk-or-v1-0a1b2c3d4e5f"_ba);
        QVERIFY(seenByXclip(u"TARGETS"_s).contains(Hint.toLatin1()));
        QCOMPARE(seenByXclip(Hint), "secret"_ba);
        secrets.clear();
        QVERIFY(seenByXclip(u"UTF8_STRING"_s).isEmpty());
        QVERIFY(seenByXclip(Hint).isEmpty());
    }

    void whatAnotherProgramCopiesStays()
    {
        if (!canAskXclip())
            QSKIP("needs X11 and xclip");
        SecretClipboard secrets(Never);
        secrets.copy(key());
        QProcess xclip;
        xclip.start(u"xclip"_s, {u"-selection"_s, u"clipboard"_s, u"-in"_s, u"-quiet"_s});
        xclip.write("a shopping list");
        xclip.closeWriteChannel();
        QTRY_COMPARE(secrets.remainingSeconds(), 0);
        secrets.clear();
        QCOMPARE(clipboard().text(), u"a shopping list"_s);
        xclip.kill();
        xclip.waitForFinished();
    }
};

QTEST_MAIN(SecretClipboardTest)
#include "tst_secret_clipboard.moc"
