// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/import_words.h"

#include <QSet>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class ImportWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldAndFaultHasItsOwnWords()
    {
        QSet<QString> fields;
        for (int i = 0; i < ImportFields; ++i)
            fields.insert(fieldText(static_cast<ImportField>(i)));
        QSet<QString> faults;
        for (int i = 0; i < RowFaults; ++i)
            faults.insert(faultText(static_cast<RowFault>(i)));

        QCOMPARE(fields.size(), ImportFields);
        QCOMPARE(faults.size(), RowFaults);
        QVERIFY(!fields.contains(QString()) && !faults.contains(QString()));
    }

    void everyWordOfAFieldIsReadBack()
    {
        for (int i = 0; i < ImportFields; ++i) {
            const auto field = static_cast<ImportField>(i);
            QCOMPARE(importFieldFromText(QString(toText(field))), field);
        }
        QCOMPARE(importFieldFromText(u"colour"), std::nullopt);
    }

    void saysWhatIsWrongAndWhere()
    {
        QCOMPARE(problemText({7, RowFault::BadNumber, ImportField::Cost, u"free"_s}),
            u"The value for “cost” is not a number: “free”."_s);
        QCOMPARE(problemText({7, RowFault::NoId, ImportField::RequestId, {}}), u"It has no id."_s);
        QCOMPARE(problemText({7, RowFault::FieldCount, {}, u"3"_s}),
            u"It has not as many fields as the heading: “3”."_s);
    }
};

QTEST_GUILESS_MAIN(ImportWordsTest)
#include "tst_import_words.moc"
