// SPDX-License-Identifier: GPL-3.0-or-later
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Tollkeeper_ViewModelsPlugin)

using namespace Qt::Literals::StringLiterals;

class TextLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_engine = std::make_unique<QQmlEngine>();
        m_engine->addImportPath(u"qrc:/qt/qml"_s);
        QQmlComponent component(m_engine.get());
        component.setData("import QtQuick\nimport Tollkeeper.ViewModels\n"
                          "TextEdit { id: edit; width: 400; font.pixelSize: 12\n"
                          "TextLines { document: edit.textDocument; lineHeight: 25 } }",
            {});
        m_edit.reset(qobject_cast<QQuickItem *>(component.create()));
        QVERIFY2(m_edit, qPrintable(component.errorString()));
    }

    void givesEveryLineItsHeight()
    {
        m_edit->setProperty("text", u"one\ntwo\nthree"_s);
        QCOMPARE(m_edit->implicitHeight(), 75.0);
    }

    void keepsTheHeightOfLinesThatAreTyped()
    {
        m_edit->setProperty("text", u"one"_s);
        QMetaObject::invokeMethod(m_edit.get(), "insert", Q_ARG(int, 3), Q_ARG(QString, u"\ntwo"_s));
        QCOMPARE(m_edit->implicitHeight(), 50.0);
    }

    void leavesUndoToWhatWasTyped()
    {
        m_edit->setProperty("text", u"one"_s);
        QMetaObject::invokeMethod(m_edit.get(), "insert", Q_ARG(int, 3), Q_ARG(QString, u"\ntwo"_s));
        QMetaObject::invokeMethod(m_edit.get(), "undo");
        QCOMPARE(m_edit->property("text").toString(), u"one"_s);
    }

private:
    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<QQuickItem> m_edit;
};

QTEST_MAIN(TextLinesTest)
#include "tst_text_lines.moc"
