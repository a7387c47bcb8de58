// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/request_category.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class RequestCategoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCodeDecidesBeforeTheStatus_data()
    {
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("category");
        QTest::newRow("a used-up cap")
            << u"OpenRouter"_s << 429 << u"openrouter_key_limit"_s << u"key_budget"_s;
        QTest::newRow("a plain 429") << u"OpenRouter"_s << 429 << QString() << u"rate_limit"_s;
        QTest::newRow("a code of another gateway")
            << u"Elsewhere"_s << 429 << u"openrouter_key_limit"_s << u"rate_limit"_s;
        QTest::newRow("a code nobody knows") << u"OpenRouter"_s << 502 << u"odd"_s << u"provider"_s;
        QTest::newRow("nothing told") << u"OpenRouter"_s << 0 << QString() << u"unknown"_s;
    }
    void theCodeDecidesBeforeTheStatus()
    {
        QFETCH(const QString, gateway);
        QFETCH(const int, status);
        QFETCH(const QString, code);
        QFETCH(const QString, category);
        const auto told = status > 0 ? std::optional(status) : std::nullopt;
        QCOMPARE(QString(toText(categoryOfRequest(gateway, told, code))), category);
    }

    void whatTheDecoderMadeOfTheAnswerComesFirst()
    {
        RequestFacts facts;
        facts.httpStatus = 429;
        facts.errorCode = u"rate_limit_exceeded"_s;
        QCOMPARE(categoryOfRequest(u"ToRouter"_s, facts), Category::RateLimit);
        facts.detail.category = Category::KeyBudget; // there was no Retry-After
        QCOMPARE(categoryOfRequest(u"ToRouter"_s, facts), Category::KeyBudget);
    }
};

QTEST_APPLESS_MAIN(RequestCategoryTest)
#include "tst_request_category.moc"
