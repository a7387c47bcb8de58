// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/answer_codes.h"
#include "support/answers.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class AnswerCodesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDocumentedCodeIsKnown_data()
    {
        QTest::addColumn<QStringList>("row");
        int number = 0;
        for (const auto &row : documentedRows(QFINDTESTDATA("fixtures"))) {
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
        const bool isGoogles = known.match == CodeMatch::GoogleMessage;
        const bool isMessage = isGoogles || known.match == CodeMatch::Message;
        QJsonObject error{{isMessage ? u"message"_s : u"code"_s, text}};
        if (isGoogles)
            error[u"status"_s] = u"UNKNOWN"_s;
        const auto body = QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson();

        const auto answer
            = answerOf(gateway.toLatin1().constData(), 418, body, {.headers = {{"Retry-After"_ba, "5"_ba}}});

        if (known.match == CodeMatch::Silent) { // known, and left to the status
            QCOMPARE(answer.evidence.size(), 1);
            QCOMPARE(answer.evidence.constFirst().kind, Evidence::Kind::Status);
            return;
        }
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
        const auto all = linesOf(answer).join(u'\n');
        for (const auto &secret : {u"0123456789abcdef"_s, u"2abCDef9"_s, u"org_55"_s})
            QVERIFY2(!all.contains(secret), qPrintable(all));
        QVERIFY(answer.message.contains(u"bad key"_s));
    }

    void theUsersIdIsMaskedWhereverItIsRepeated_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("in a provider's text")
            << R"({"error":{"code":429,"message":"Provider returned error","metadata":{"provider_name":"Acme","raw":"account org_55 is busy"}},"user_id":"org_55"})"_ba;
        QTest::newRow("in an earlier attempt")
            << R"({"error":{"code":429,"message":"no","metadata":{"previous_errors":[{"code":500,"provider_name":"Acme","message":"org_55 is busy"}]}},"user_id":"org_55"})"_ba;
        QTest::newRow("named inside only")
            << R"({"error":{"code":429,"message":"no","metadata":{"provider_name":"Acme","raw":"{\"message\":\"org_55 is busy\",\"user_id\":\"org_55\"}"}}})"_ba;
        QTest::newRow("named twice wrapped")
            << R"({"error":{"code":429,"message":"no","metadata":{"provider_name":"Acme","raw":"\"{\\\"message\\\":\\\"org_55 is busy\\\",\\\"user_id\\\":\\\"org_55\\\"}\""}}})"_ba;
    }
    void theUsersIdIsMaskedWhereverItIsRepeated()
    {
        QFETCH(const QByteArray, body);
        const auto answer = answerOf("openrouter", 429, body);
        const auto all = linesOf(answer).join(u'\n');
        QVERIFY2(!all.contains(u"org_55"), qPrintable(all));
        QVERIFY(answer.attempts.constLast().reason.contains(u"busy")
            || answer.attempts.constFirst().reason.contains(u"busy"));
    }

    void theGatewaysAdviceStandsWithTheMessage()
    {
        const auto answer = answerOf("openrouter", 429,
            R"({"error":{"code":429,"message":"Provider returned error","metadata":{"raw":"acme/x is busy","remedy_hint":"Retry shortly or route elsewhere"}}})");
        QCOMPARE(answer.message, u"acme/x is busy. Retry shortly or route elsewhere"_s);
    }

    void aDocumentedCodeIsNeverCalledUndocumented_data()
    {
        QTest::addColumn<QByteArray>("gateway");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("a family that words refined")
            << "openrouter"_ba
            << R"({"message":"Key limit exceeded","metadata":{"error_type":"permission_denied"}})"_ba;
        QTest::newRow("a routing step")
            << "openrouter"_ba
            << R"({"message":"no","metadata":{"failed_routing_step":"Filter by Max Price"}})"_ba;
        QTest::newRow("who speaks") << "new-api"_ba
                                    << R"({"message":"no","type":"new_api_error"})"_ba;
        QTest::newRow("Google's own") << "torouter"_ba
                                      << R"({"code":500,"message":"no","status":"UNKNOWN"})"_ba;
    }
    void aDocumentedCodeIsNeverCalledUndocumented()
    {
        QFETCH(const QByteArray, gateway);
        QFETCH(const QByteArray, error);
        const auto answer = answerOf(gateway.constData(), 403, R"({"error":)" + error + '}');
        for (const auto &evidence : answer.evidence)
            QVERIFY2(evidence.kind != Evidence::Kind::UnknownCode, qPrintable(evidence.what));
        const auto unknown
            = answerOf(gateway.constData(), 403, R"({"error":{"message":"no","code":"new_thing"}})");
        QCOMPARE(unknown.evidence.constLast().kind, Evidence::Kind::UnknownCode);
    }

    //! The code says that it is a budget, the message that it never resets.
    void aMessageRefinesWhatItsCodeLeavesOpen()
    {
        const auto answer = answerOf("openrouter", 403,
            R"({"error":{"code":403,"message":"Workspace lifetime budget of $10 exceeded","metadata":{"limit_source":"openrouter_workspace_budget","resets_at":"2026-12-01T00:00:00Z"}}})");
        QCOMPARE(answer.retry, Retry::AfterFix);
        QCOMPARE(answer.evidence,
            (QList<Evidence>{{Evidence::Kind::BodyCode, u"openrouter_workspace_budget"_s,
                                 u"error.metadata.limit_source"_s},
                {Evidence::Kind::Message, u"lifetime budget"_s, {}}}));
        QVERIFY(answer.texts.explanation);
    }

    void aToldDelayMakesItAPlainRateLimit_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QList<HttpHeaders::Field>>("headers");
        using Fields = QList<HttpHeaders::Field>;
        const auto error = [](const QByteArray &members) {
            return R"({"error":{"type":"rate_limit_exceeded",)" + members + "}}";
        };
        const auto hinted = error(R"("message":"retry after 20 seconds")");
        QTest::newRow("in the message of a stream") << "event: error\ndata: " + hinted + "\n\n" << Fields();
        QTest::newRow("in the message") << hinted << Fields();
        QTest::newRow("in a member") << error(R"("message":"no","retry_after":20)") << Fields();
        QTest::newRow("in a header") << error(R"("message":"no")") << Fields{{"Retry-After", "20"}};
        QTest::newRow("in milliseconds") << error(R"("message":"no")") << Fields{{"Retry-After-Ms", "19500"}};
    }
    void aToldDelayMakesItAPlainRateLimit()
    {
        QFETCH(QByteArray, body);
        QFETCH(QList<HttpHeaders::Field>, headers);
        const auto answer = answerOf("torouter", 200, body, {.headers = headers});
        QCOMPARE(word(answer.category), u"rate_limit"_s);
        QCOMPARE(answer.retry, Retry::AfterDelay);
        QCOMPARE(answer.retryAfter, std::optional(std::chrono::seconds(20)));
        const auto window = answerOf(
            "torouter", 200, R"({"error":{"type":"rate_limit_exceeded","message":"5h limit reached"}})");
        QCOMPARE(word(window.category), u"key_budget"_s);
        QCOMPARE(window.retry, Retry::AfterReset);
        QVERIFY(!window.retryAfter);
    }

    void whoseAccountIsMeantIsSaid()
    {
        const auto said = [](const QByteArray &members) {
            return answerOf("openrouter", 400,
                R"({"error":{"code":400,"message":"Provider returned error","metadata":{"provider_name":"Acme","raw":"Your credit balance is too low",)"
                    + members + "}}}");
        };
        const Evidence words{Evidence::Kind::Message, u"credit balance is too low"_s, {}};
        QCOMPARE(said(R"("is_byok":true)").evidence, QList<Evidence>{words});
        QCOMPARE(said(R"("is_byok":false)").evidence,
            (QList<Evidence>{words, {Evidence::Kind::PassedOn, u"Acme"_s, {}}}));
        QCOMPARE(said(R"("is_byok":null)").category, Category::Provider);
    }

    void whoseStatusWasPassedOnIsSaid()
    {
        const auto answer = answerOf("openrouter", 401,
            R"({"error":{"code":401,"message":"Provider returned error","metadata":{"provider_name":"Acme"}}})");
        QCOMPARE(answer.evidence.constLast(), (Evidence{Evidence::Kind::PassedOn, u"Acme"_s, {}}));
    }
};

QTEST_GUILESS_MAIN(AnswerCodesTest)
#include "tst_answer_codes.moc"
