// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/answers.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! The rows of fixtures/codes_*.tsv: every documented code of every gateway in the forms it comes in.
QList<QStringList> documentedRows()
{
    QList<QStringList> rows;
    QDirIterator files(QFINDTESTDATA("fixtures"), {u"codes_*.tsv"_s});
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            if (!line.startsWith(u'#'))
                rows.append(line.split(u'\t'));
        }
    }
    return rows;
}

enum Column : std::uint8_t {
    Gateway,
    Protocol,
    Status,
    Delay,
    Meaning,
    Again,
    Who,
    Paid,
    Code,
    Body,
    Columns
};

} // namespace

class AnswerCodesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDocumentedCodeIsKnown_data()
    {
        QTest::addColumn<QStringList>("row");
        int number = 0;
        for (const auto &row : documentedRows()) {
            QCOMPARE(row.size(), static_cast<int>(Columns));
            const auto name
                = u"%1 %2 %3: %4"_s.arg(++number).arg(row.at(Gateway), row.at(Status), row.at(Body));
            QTest::newRow(name.toUtf8().left(200).constData()) << row;
        }
        QVERIFY(number > 500);
    }

    void everyDocumentedCodeIsKnown()
    {
        QFETCH(QStringList, row);
        AnswerOptions options;
        options.protocol = *apiProtocolFromText(row.at(Protocol));
        if (!row.at(Delay).isEmpty())
            options.headers.append({"Retry-After"_ba, row.at(Delay).toLatin1()});

        const auto answer = answerOf(
            row.at(Gateway).toLatin1().constData(), row.at(Status).toInt(), row.at(Body).toUtf8(), options);

        QVERIFY(answer.isError);
        QCOMPARE(word(answer.category), row.at(Meaning));
        QCOMPARE(QString(toText(answer.retry)), row.at(Again));
        QCOMPARE(QString(toText(answer.actor)), row.at(Who));
        QCOMPARE(QString(toText(answer.charged)), row.at(Paid));
        if (!row.at(Code).isEmpty())
            QCOMPARE(answer.code, row.at(Code));
        if (!row.at(Delay).isEmpty())
            QCOMPARE(answer.retryAfter, std::optional(std::chrono::seconds(row.at(Delay).toInt())));
        QVERIFY(!answer.evidence.isEmpty());
        QVERIFY(!answer.message.isEmpty() || row.at(Body).isEmpty());
    }

    void noLineOfACatalogueIsDead_data()
    {
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<int>("line");
        for (const auto &name : dialectNames()) {
            const auto codes = dialectFor(name)->codes;
            QStringList seen;
            for (qsizetype i = 0; i < codes.size(); ++i) {
                const auto code = QString::fromUtf8(codes.at(i).code);
                if (!seen.contains(
                        code)) // a connector's own line comes before the providers' of the same code
                    QTest::addRow("%s: %s", qPrintable(name), codes.at(i).code) << name << int(i);
                seen.append(code);
            }
        }
    }

    void noLineOfACatalogueIsDead()
    {
        QFETCH(QString, gateway);
        QFETCH(int, line);
        const auto known = dialectFor(gateway)->codes.at(line);
        const auto text = QString::fromUtf8(known.code);
        const bool isMessage = known.match == CodeMatch::Message;
        const QJsonObject error{{isMessage ? u"message"_s : u"code"_s, text}};
        const auto body = QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson();

        const auto answer
            = answerOf(gateway.toLatin1().constData(), 418, body, {.headers = {{"Retry-After"_ba, "5"_ba}}});

        QCOMPARE(word(answer.category), word(known.category));
        const auto kind = answer.evidence.constFirst().kind;
        QCOMPARE(kind == Evidence::Kind::Message, isMessage);
        QVERIFY(kind != Evidence::Kind::Status);
    }

    void theBodyIsInsideAndTwiceWrapped()
    {
        const auto inner = R"({"error":{"message":)" + quoted(R"({"message":"acme is busy"})") + "}}";
        const auto answer = answerOf("openrouter", 429,
            R"({"error":{"code":429,"message":"Provider returned error","metadata":{"provider_name":"Acme","raw":)"
                + quoted(inner) + "}}}");
        QCOMPARE(answer.message, u"acme is busy"_s);
        QCOMPARE(answer.provider, u"Acme"_s);
    }

    void echoedSecretsAreMasked()
    {
        const auto answer = answerOf("openrouter", 401,
            R"({"error":{"code":401,"message":"bad key sk-or-v1-0123456789abcdef of user_2abCDef9, org_55"},"user_id":"org_55"})",
            {.headers = {{"x-request-id"_ba, "sk-or-v1-0123456789abcdef"_ba}}});
        const auto all = linesOf(answer).join(u'\n') + answer.excerpt;
        for (const auto &secret : {u"0123456789abcdef"_s, u"2abCDef9"_s, u"org_55"_s})
            QVERIFY2(!all.contains(secret), qPrintable(all));
        QVERIFY(answer.message.contains(u"bad key"_s));
    }
};

QTEST_GUILESS_MAIN(AnswerCodesTest)
#include "tst_answer_codes.moc"
