// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/formatted_text_model.h"

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

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class TextSpansTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void setsWordsOfARowApart_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QStringList>("painted"); // a line each: b bold, i italic, c code, . none
        QTest::newRow("plain") << u"a word"_s << QStringList{u"......"_s};
        QTest::newRow("bold") << u"a **word**"_s << QStringList{u"..bbbb"_s};
        QTest::newRow("italic") << u"*a* word"_s << QStringList{u"i....."_s};
        QTest::newRow("code") << u"a `word`"_s << QStringList{u"..cccc"_s};
    }
    void setsWordsOfARowApart()
    {
        QFETCH(const QString, markdown);
        QFETCH(const QStringList, painted);
        FormattedTextModel model;
        model.setSource(markdown);
        QTRY_VERIFY(model.isReady());
        QQmlEngine engine;
        engine.addImportPath(u"qrc:/qt/qml"_s);
        QQmlComponent component(&engine);
        component.setData(
            "import QtQuick\nimport Tollkeeper.ViewModels\n"
            "Repeater { delegate: TextEdit { id: edit; required property string line\n"
            "required property var spans\n text: line; textFormat: TextEdit.PlainText\n"
            "TextSpans { source: edit.textDocument; spans: edit.spans; codeFont.family: 'Code' } } }",
            {});
        QQuickItem parent;
        const std::unique_ptr<QObject> repeater(component.create());
        QVERIFY2(repeater, qPrintable(component.errorString()));
        qobject_cast<QQuickItem *>(repeater.get())->setParentItem(&parent);
        repeater->setProperty("model", QVariant::fromValue<QObject *>(&model));
        QQuickItem *row = nullptr;
        QMetaObject::invokeMethod(repeater.get(), "itemAt", Q_RETURN_ARG(QQuickItem *, row), Q_ARG(int, 0));
        QVERIFY(row);
        const auto *document = row->property("textDocument").value<QQuickTextDocument *>()->textDocument();
        QTRY_COMPARE(paint(*document), painted);
    }

private:
    static QStringList paint(const QTextDocument &document)
    {
        QStringList lines;
        for (auto block = document.begin(); block.isValid(); block = block.next()) {
            QString line(block.length() - 1, u'.');
            for (const auto &range : block.layout()->formats()) {
                const auto &format = range.format;
                const auto sign = format.fontFamilies().toStringList().contains(u"Code"_s) ? u'c'
                    : format.fontItalic()                                                  ? u'i'
                                                                                           : u'b';
                line.replace(range.start, range.length, QString(range.length, sign));
            }
            lines.append(line);
        }
        return lines;
    }
};

QTEST_MAIN(TextSpansTest)
#include "tst_text_spans.moc"
