// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/message_rows_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class MessageRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstRowIsWhatTheModelIsToldBeforehand()
    {
        MessageRowsModel rows;
        QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        rows.show(u"Be brief."_s, {{ChatMessage::Role::User, u"Where is it?"_s}});
        QCOMPARE(rows.rowCount(), 2);
        QCOMPARE(rows.data(rows.index(0), MessageRowsModel::RoleRole).toString(), u"system"_s);
        QCOMPARE(rows.data(rows.index(1), MessageRowsModel::RoleRole).toString(), u"user"_s);
        QCOMPARE(rows.data(rows.index(1), MessageRowsModel::TokensRole).toString(), u"3 tokens"_s);
    }

    void rolesTakeTurns()
    {
        MessageRowsModel rows;
        QSignalSpy edited(&rows, &MessageRowsModel::edited);
        rows.addMessage();
        rows.addMessage();
        QCOMPARE(rows.messages().size(), 3);
        QVERIFY(rows.messages().at(1).role == ChatMessage::Role::Assistant);
        QVERIFY(rows.messages().at(2).role == ChatMessage::Role::User);
        rows.setIsAssistant(1, true);
        QVERIFY(rows.messages().at(0).role == ChatMessage::Role::Assistant);
        rows.setIsAssistant(0, true); // never of the system row
        QCOMPARE(edited.size(), 3);
    }

    void thereIsAlwaysAMessage()
    {
        MessageRowsModel rows;
        rows.removeMessage(1);
        QCOMPARE(rows.messages().size(), 1);
        rows.addMessage();
        rows.removeMessage(1);
        QCOMPARE(rows.messages().size(), 1);
        rows.show({}, {});
        QCOMPARE(rows.rowCount(), 2);
    }

    void whatIsTypedIsKept()
    {
        MessageRowsModel rows;
        rows.setText(0, u"system"_s);
        rows.setText(1, u"user"_s);
        rows.setText(9, u"nowhere"_s);
        QCOMPARE(rows.system(), u"system"_s);
        QCOMPARE(rows.messages().constFirst().text, u"user"_s);
    }
};

QTEST_GUILESS_MAIN(MessageRowsTest)
#include "tst_message_rows.moc"
