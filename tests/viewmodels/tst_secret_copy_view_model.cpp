// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_key_secrets.h"
#include "viewmodels/secret_copy_view_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMetaProperty>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class SecretCopyViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_keys.fails.reset();
        m_keys.kept = {{1, "sk-first-0123456789"_ba}, {2, "sk-second-9876543210"_ba}};
        m_clipboard.clear();
        QGuiApplication::clipboard()->clear();
    }

    void takesTheSecretToTheClipboardAndCounts()
    {
        const auto copying = make();
        copying->copy(1);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"sk-first-0123456789"_s);
        QCOMPARE(copying->copiedKey(), 1);
        QCOMPARE(copying->remainingSeconds(), 30);
        copying->clear();
        QCOMPARE(copying->copiedKey(), 0);
        QCOMPARE(copying->remainingSeconds(), 0);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }

    void theLatestWishWins()
    {
        const auto copying = make();
        m_keys.isHeld = true;
        copying->copy(1);
        QVERIFY(copying->isAsking());
        m_keys.isHeld = false;
        copying->copy(2);
        m_keys.letGo();
        QVERIFY(!copying->isAsking());
        QCOMPARE(copying->copiedKey(), 2);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"sk-second-9876543210"_s);
    }

    void saysWhyItCannotAndLeavesTheClipboardAlone()
    {
        const auto copying = make();
        QGuiApplication::clipboard()->setText(u"a shopping list"_s);
        m_keys.fails = Error::Kind::AppLocked;
        copying->copy(1);
        QVERIFY(!copying->problem().isEmpty());
        QCOMPARE(copying->copiedKey(), 0);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"a shopping list"_s);
    }

    void whatSomebodyElseCopiesEndsTheCountdown()
    {
        const auto copying = make();
        copying->copy(1);
        const QSignalSpy changed(copying.get(), &SecretCopyViewModel::stateChanged);
        QGuiApplication::clipboard()->setText(u"a shopping list"_s);
        QCOMPARE(copying->copiedKey(), 0);
        QVERIFY(!changed.isEmpty());
    }

    void noPropertyHoldsTheSecret()
    {
        const auto copying = make();
        copying->copy(1);
        const auto *meta = copying->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i)
            QVERIFY(!meta->property(i).read(copying.get()).toString().contains(u"0123456789"_s));
    }

private:
    std::unique_ptr<SecretCopyViewModel> make()
    {
        auto copying = std::make_unique<SecretCopyViewModel>();
        copying->setKeys(&m_keys);
        copying->setClipboard(&m_clipboard);
        return copying;
    }

    ScriptedKeySecrets m_keys;
    SecretClipboard m_clipboard{std::chrono::hours(1)};
};

QTEST_MAIN(SecretCopyViewModelTest)
#include "tst_secret_copy_view_model.moc"
