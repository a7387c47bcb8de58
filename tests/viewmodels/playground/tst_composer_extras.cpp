// SPDX-License-Identifier: GPL-3.0-or-later
#include "composed.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! Tools and the form of the answer, beside the messages.
class ComposerExtrasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void toolsAndSchemaStayAsTyped_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("tools") << u"tools"_s << u"\n[ ]  \n"_s;
        QTest::newRow("schema") << u"responseSchema"_s << u" {\n} "_s;
    }
    void toolsAndSchemaStayAsTyped()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        Composer composer;
        composer.compose();
        composer.view.setProperty(qPrintable(name), text);
        QCOMPARE(composer.view.property(qPrintable(name)).toString(), text);
        QCOMPARE(composer.view.obstacle(), QString());
        const auto request = composer.view.order().request;
        QCOMPARE(request.tools + request.responseSchema, text.trimmed().toUtf8());
        composer.view.setProperty(qPrintable(name), u" \n "_s);
        const auto without = composer.view.order().request;
        QVERIFY((without.tools + without.responseSchema).isEmpty()); // blanks are nothing to send
        QCOMPARE(composer.view.obstacle(), QString());
    }

    void toolsAndSchemaPointAtTheirLine_data()
    {
        QTest::addColumn<QString>("tools");
        QTest::addColumn<QString>("schema");
        QTest::addColumn<int>("toolsLine");
        QTest::addColumn<int>("schemaLine");
        QTest::newRow("neither") << QString() << u"{}"_s << 0 << 0;
        QTest::newRow("tools") << u"\n\n[,]"_s << QString() << 3 << 0;
        QTest::newRow("schema") << u"[]"_s << u"{\n\"type\" 1}"_s << 0 << 2;
        QTest::newRow("both") << u"["_s << u"{"_s << 1 << 1;
        QTest::newRow("no list") << u"\n{}"_s << QString() << 2 << 0;
    }
    void toolsAndSchemaPointAtTheirLine()
    {
        QFETCH(const QString, tools);
        QFETCH(const QString, schema);
        QFETCH(const int, toolsLine);
        QFETCH(const int, schemaLine);
        Composer composer;
        composer.view.setTools(tools);
        composer.view.setResponseSchema(schema);
        QCOMPARE(composer.view.toolsProblemLine(), toolsLine);
        QCOMPARE(composer.view.schemaProblemLine(), schemaLine);
        QCOMPARE(composer.view.extrasProblem().isEmpty(), toolsLine + schemaLine == 0);
    }
};

QTEST_GUILESS_MAIN(ComposerExtrasTest)
#include "tst_composer_extras.moc"
