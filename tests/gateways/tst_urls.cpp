// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/registry.h"
#include "gateways/urls.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class UrlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsAnAddressAsItWasTyped_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("expected"); // without query

        const auto openrouter = u"openrouter"_s;
        const auto torouter = u"torouter"_s;
        const auto any = u"openai-compatible"_s;
        QTest::newRow("OpenRouter") << openrouter << u"https://openrouter.ai/api/v1"_s
                                    << u"https://openrouter.ai/api/v1/key"_s;
        QTest::newRow("OpenRouter, slashes")
            << openrouter << u"https://openrouter.ai/api/v1//"_s << u"https://openrouter.ai/api/v1/key"_s;
        QTest::newRow("OpenRouter, bare host")
            << openrouter << u"https://eu.openrouter.ai/"_s << u"https://eu.openrouter.ai/api/v1/key"_s;
        QTest::newRow("OpenRouter below a path") << openrouter << u"http://127.0.0.1:9/openrouter/api/v1"_s
                                                 << u"http://127.0.0.1:9/openrouter/api/v1/key"_s;
        QTest::newRow("ToRouter") << torouter << u"https://portal.torouter.ai"_s
                                  << u"https://portal.torouter.ai/v1/usage"_s;
        QTest::newRow("ToRouter, slash")
            << torouter << u"https://portal.torouter.ai/"_s << u"https://portal.torouter.ai/v1/usage"_s;
        QTest::newRow("ToRouter, as clients want it")
            << torouter << u"https://portal.torouter.ai/v1/"_s << u"https://portal.torouter.ai/v1/usage"_s;
        QTest::newRow("ToRouter below a path")
            << torouter << u"http://127.0.0.1:9/torouter"_s << u"http://127.0.0.1:9/torouter/v1/usage"_s;
        QTest::newRow("any, bare host")
            << any << u"https://llm.example"_s << u"https://llm.example/v1/models"_s;
        QTest::newRow("any, bare host, slash")
            << any << u"https://llm.example/"_s << u"https://llm.example/v1/models"_s;
        QTest::newRow("any, with version")
            << any << u"https://llm.example/v1"_s << u"https://llm.example/v1/models"_s;
        QTest::newRow("any, own path")
            << any << u"https://llm.example/proxy/openai/"_s << u"https://llm.example/proxy/openai/models"_s;
        QTest::newRow("a query in the address is dropped")
            << any << u"https://llm.example/v1?key=abc#x"_s << u"https://llm.example/v1/models"_s;
    }

    void joinsAnAddressAsItWasTyped()
    {
        QFETCH(QString, kind);
        QFETCH(QString, base);
        QFETCH(QString, expected);
        const auto connector = connectorFor(kind);
        const PollContext context{.purpose = PollPurpose::Poll,
            .now = QDateTime({2026, 11, 18}, {12, 0}, Qt::UTC),
            .lastFetched = {}};

        const auto request = connector->request(QUrl(base), connector->firstCursor(context));

        QCOMPARE(request.url.toString(QUrl::RemoveQuery), expected);
        QVERIFY(!request.url.query().contains(u"abc"_s));
    }
};

QTEST_GUILESS_MAIN(UrlsTest)
#include "tst_urls.moc"
