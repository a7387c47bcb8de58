// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_gate.h"
#include "support/scripted_key_secrets.h"
#include "viewmodels/secret_label.h"

#include <QAccessible>
#include <QMetaProperty>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Tollkeeper_ViewModelsPlugin)

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Key = "sk-or-v1-0123456789abcdef0123456789abcdef"_ba;
const auto Masked = u"sk-or-v1…cdef"_s;

//! Everything an accessibility client can ask about an object and what lies below it.
QStringList saidToAccessibility(QAccessibleInterface *object)
{
    QStringList said;
    if (!object)
        return said;
    for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value,
             QAccessible::Help, QAccessible::DebugDescription})
        said.append(object->text(kind));
    if (auto *text = object->textInterface())
        said.append(text->text(0, text->characterCount()));
    for (int i = 0; i < object->childCount(); ++i)
        said += saidToAccessibility(object->child(i));
    return said;
}

} // namespace

class SecretLabelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_keys.fails.reset();
        m_keys.isHeld = false;
        m_keys.kept = {{1, Key}, {2, "sk-another-key-9f8e7d6c"_ba}};
        m_gate.setLocked(false);
        m_view = std::make_unique<QQuickView>();
        m_view->engine()->addImportPath(u"qrc:/qt/qml"_s);
        QQmlComponent component(m_view->engine());
        component.setData("import QtQuick\nimport Tollkeeper.ViewModels\n"
                          "SecretLabel { width: 300; color: 'black' }",
            {});
        m_label = qobject_cast<SecretLabel *>(
            component.createWithInitialProperties({{u"keys"_s, QVariant::fromValue<KeyService *>(&m_keys)},
                {u"gate"_s, QVariant::fromValue<SecretGate *>(&m_gate)}, {u"masked"_s, Masked}}));
        QVERIFY2(m_label, qPrintable(component.errorString()));
        m_view->setContent({}, &component, m_label);
        m_view->resize(320, 60);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void showsTheSecretAndMasksItAgain()
    {
        const auto before = m_view->grabWindow();
        m_label->setSeconds(1);
        m_label->reveal(1);
        QVERIFY(m_label->isRevealed());
        QCOMPARE(m_label->remainingSeconds(), 1);
        QVERIFY(m_view->grabWindow() != before);

        QTRY_VERIFY(!m_label->isRevealed());
        QCOMPARE(m_label->remainingSeconds(), 0);
        QCOMPARE(m_view->grabWindow(), before);
    }

    void showsItForFifteenSecondsUnlessSetOtherwise()
    {
        m_label->reveal(1);
        QCOMPARE(m_label->remainingSeconds(), 15);
        m_label->setSeconds(3600);
        QCOMPARE(m_label->seconds(), 60);
        m_label->setSeconds(0);
        QCOMPARE(m_label->seconds(), 1);
    }

    void noPropertyHoldsTheSecret()
    {
        m_label->reveal(1);
        QVERIFY(m_label->isRevealed());
        const auto *meta = m_label->metaObject();
        int texts = 0;
        for (int i = 0; i < meta->propertyCount(); ++i) {
            const auto value = meta->property(i).read(m_label).toString();
            texts += value.isEmpty() ? 0 : 1;
            QVERIFY2(!value.contains(u"0123456789"_s), meta->property(i).name());
        }
        QVERIFY(texts > 5);
        for (int i = QObject::staticMetaObject.methodCount(); i < meta->methodCount(); ++i) {
            if (QByteArrayView(meta->method(i).enclosingMetaObject()->className()).contains("SecretLabel"))
                QVERIFY2(meta->method(i).returnType() == QMetaType::Void, meta->method(i).name().constData());
        }
    }

    void accessibilityIsToldTheMaskedFormAndNothingWhileItIsShown()
    {
        auto *window = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(saidToAccessibility(window).contains(Masked));
        m_label->reveal(1);
        QVERIFY(m_label->isRevealed());
        for (const auto &said : saidToAccessibility(window)) {
            QVERIFY2(!said.contains(u"0123456789"_s), qPrintable(said));
            QVERIFY2(!said.contains(Masked), "the label is to be ignored while it shows the secret");
        }
        m_label->hide();
        QVERIFY(saidToAccessibility(window).contains(Masked));
    }

    void masksAtOnce_data()
    {
        QTest::addColumn<QString>("when");
        for (const auto *when :
            {"the app is locked", "the window is hidden", "the window is minimised", "the label is hidden",
                "another key is shown", "hide() is called", "the gate is replaced", "it leaves the window"})
            QTest::newRow(when) << QString::fromLatin1(when);
    }

    void masksAtOnce()
    {
        QFETCH(QString, when);
        m_label->reveal(1);
        QVERIFY(m_label->isRevealed());
        if (when == "the app is locked"_L1)
            m_gate.setLocked(true);
        else if (when == "the window is hidden"_L1)
            m_view->hide();
        else if (when == "the window is minimised"_L1)
            m_view->showMinimized();
        else if (when == "the label is hidden"_L1)
            m_label->setVisible(false);
        else if (when == "another key is shown"_L1)
            m_label->setMasked(u"sk-…7d6c"_s);
        else if (when == "hide() is called"_L1)
            m_label->hide();
        else if (when == "the gate is replaced"_L1)
            m_label->setGate(nullptr);
        else
            m_label->setParentItem(nullptr);
        QVERIFY(!m_label->isRevealed());
        QCOMPARE(m_label->remainingSeconds(), 0);
        if (when == "it leaves the window"_L1)
            m_label->setParentItem(m_view->contentItem());
    }

    void aWaitingAnswerIsDroppedWhenItIsHidden()
    {
        m_keys.isHeld = true;
        m_label->reveal(1);
        QVERIFY(m_label->isAsking());
        m_label->hide();
        QVERIFY(!m_label->isAsking());
        m_keys.letGo();
        QVERIFY(!m_label->isRevealed());
    }

    void anAnswerThatComesToAHiddenWindowIsNotShown()
    {
        m_keys.isHeld = true;
        m_label->reveal(1);
        m_view->hide();
        m_keys.letGo();
        QVERIFY(!m_label->isRevealed());
        m_view->show();
        QVERIFY(!m_label->isRevealed());
    }

    void anAnswerThatComesWhileTheAppIsLockedIsNotShown()
    {
        m_keys.isHeld = true;
        m_label->reveal(1);
        ScriptedGate locked;
        locked.setLocked(true);
        m_label->setGate(&locked);
        m_label->reveal(1);
        m_keys.letGo();
        QVERIFY(!m_label->isRevealed());
        QVERIFY(!m_label->problem().isEmpty());
        m_label->setGate(nullptr);
    }

    void saysWhyItCannot_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("the app is locked") << Error::Kind::AppLocked;
        QTest::newRow("the keyring is locked") << Error::Kind::KeychainLocked;
        QTest::newRow("no keychain") << Error::Kind::KeychainMissing;
        QTest::newRow("removed by another program") << Error::Kind::SecretMissing;
    }

    void saysWhyItCannot()
    {
        QFETCH(Error::Kind, kind);
        m_keys.fails = kind;
        m_label->reveal(1);
        QVERIFY(!m_label->isRevealed());
        QVERIFY(!m_label->isAsking());
        QVERIFY(!m_label->problem().isEmpty());
        m_keys.fails.reset();
        m_label->reveal(1);
        QVERIFY(m_label->isRevealed());
        QVERIFY(m_label->problem().isEmpty());
    }

    void aLongKeyIsBrokenToFit()
    {
        m_keys.kept.insert(3, "sk-"_ba + QByteArray("0123456789").repeated(20));
        const auto line = m_label->implicitHeight();
        m_label->reveal(3);
        QVERIFY(m_label->implicitHeight() > 2 * line);
        QVERIFY(m_label->implicitWidth() <= 300);
        m_label->hide();
        QCOMPARE(m_label->implicitHeight(), line);
    }

private:
    ScriptedKeySecrets m_keys;
    ScriptedGate m_gate;
    std::unique_ptr<QQuickView> m_view;
    SecretLabel *m_label = nullptr; //!< owned by the view
};

QTEST_MAIN(SecretLabelTest)
#include "tst_secret_label.moc"
