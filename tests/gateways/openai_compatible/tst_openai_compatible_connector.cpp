// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openai_compatible/openai_compatible_connector.h"
#include "support/connector_run.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class OpenAiCompatibleConnectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsModels_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("models"); // -1: refused

        QTest::newRow("none") << R"({"object":"list","data":[]})"_ba << 0;
        QTest::newRow("two of different shape")
            << R"({"data":[{"id":"a","object":"model"},{"id":"b","type":"model"}]})"_ba << 2;
        QTest::newRow("what has no id is no model") << R"({"data":[{"id":"a"},{"name":"b"},7,null]})"_ba << 1;
        QTest::newRow("no list") << R"({"models":[]})"_ba << -1;
        QTest::newRow("an error inside 200") << R"({"error":{"message":"no"}})"_ba << -1;
    }

    void countsModels()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, models);
        const openai_compatible::OpenAiCompatibleConnector connector;

        const auto page = connector.read(connector.firstCursor({}), jsonAnswer(body));

        QCOMPARE(page ? static_cast<int>(page->facts.models.value_or(-2)) : -1, models);
        if (page) {
            QVERIFY(!page->next);
            QVERIFY(page->facts.counters.isEmpty() && page->facts.buckets.isEmpty() && !page->facts.balance);
        } else {
            QCOMPARE(page.error().kind, Error::Kind::Protocol);
        }
    }

    void saysThatItCannotTellSpend()
    {
        QVERIFY(!openai_compatible::OpenAiCompatibleConnector().capabilities().tellsSpend);
        QVERIFY(openai_compatible::OpenAiCompatibleConnector().defaultBaseUrl().isEmpty());
    }
};

QTEST_GUILESS_MAIN(OpenAiCompatibleConnectorTest)
#include "tst_openai_compatible_connector.moc"
