// SPDX-License-Identifier: GPL-3.0-or-later
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickTextDocument>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Tollkeeper_ViewModelsPlugin)

using namespace Qt::Literals::StringLiterals;

class JsonColoursTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsNamesStringsAndNumbersApart_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("painted"); // n name, s string, d number or word, . none
        QTest::newRow("a name and a string") << u"{\"a\": \"b\"}"_s << u".nnn..sss."_s;
        QTest::newRow("a number") << u"[-1.5e3, 2]"_s << u".dddddd..d."_s;
        QTest::newRow("words") << u"[true,null]"_s << u".dddd.dddd."_s;
        QTest::newRow("a number inside of a string") << u"[\"1 true\"]"_s << u".ssssssss."_s;
        QTest::newRow("an escaped quote") << u"[\"a\\\"b\"]"_s << u".ssssss."_s;
        QTest::newRow("no JSON") << u"hello"_s << u"....."_s;
    }

    void tellsNamesStringsAndNumbersApart()
    {
        QFETCH(QString, line);
        QFETCH(QString, painted);
        QCOMPARE(paint(line), painted);
    }

    void leavesLongLinesAsTheyAre()
    {
        const auto line = u'"' + QString(5000, u'a') + u'"';
        QCOMPARE(paint(line), QString(line.size(), u'.'));
    }

private:
    static QString paint(const QString &line)
    {
        QQmlEngine engine;
        engine.addImportPath(u"qrc:/qt/qml"_s);
        QQmlComponent component(&engine);
        component.setData("import QtQuick\nimport Tollkeeper.ViewModels\n"
                          "TextEdit { id: edit\n"
                          "JsonColours { source: edit.textDocument; nameColour: '#ff0000'\n"
                          "stringColour: '#00ff00'; numberColour: '#0000ff' } }",
            {});
        const std::unique_ptr<QObject> edit(component.create());
        if (!edit)
            return component.errorString();
        edit->setProperty("text", line);
        const auto *document = edit->property("textDocument").value<QQuickTextDocument *>()->textDocument();
        QString painted(line.size(), u'.');
        for (const auto &range : document->firstBlock().layout()->formats()) {
            const auto colour = range.format.foreground().color();
            const QChar letter = colour == Qt::red ? u'n' : colour == Qt::green ? u's' : u'd';
            for (int at = range.start; at < range.start + range.length; ++at)
                painted[at] = letter;
        }
        return painted;
    }
};

QTEST_MAIN(JsonColoursTest)
#include "tst_json_colours.moc"
