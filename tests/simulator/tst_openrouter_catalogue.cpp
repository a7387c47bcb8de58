// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QByteArray Api = "/openrouter/api/v1";

} // namespace

class TestOpenrouterCatalogue : public QObject {
    Q_OBJECT

private:
    Asking m_asking{Thursday};

    QJsonValue modelNamed(const QString &id)
    {
        for (const auto &model : m_asking.json(Api + "/models")[u"data"_s].toArray()) {
            if (model[u"id"_s] == id)
                return model;
        }
        return {};
    }

private Q_SLOTS:
    void pricesAreTextAndSomeAreNone_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &model, const QString &price,
                             const QString &expected) { QTest::newRow(name) << model << price << expected; };
        const auto sonnet = u"anthropic/claude-sonnet-4.5"_s;
        row("prompt", sonnet, u"prompt"_s, u"0.000003000"_s);
        row("cache read", sonnet, u"input_cache_read"_s, u"0.000000300"_s);
        row("cache write", sonnet, u"input_cache_write"_s, u"0.000003750"_s);
        row("web search", sonnet, u"web_search"_s, u"0.010000"_s);
        row("free", u"meta-llama/llama-4-scout:free"_s, u"prompt"_s, u"0"_s);
        row("router", u"openrouter/auto"_s, u"completion"_s, u"-1"_s);
        row("not sold", u"qwen/qwen3-max"_s, u"web_search"_s, {});
    }

    void pricesAreTextAndSomeAreNone()
    {
        QFETCH(QString, model);
        QFETCH(QString, price);
        QTEST(modelNamed(model)[u"pricing"_s][price].toString(), "expected");
    }

    void aModelInUseGoesAwayNineDaysAfterTheDemo()
    {
        QCOMPARE(modelNamed(u"meta-llama/llama-4-scout"_s)[u"expiration_date"_s].toString(), u"2026-06-27"_s);
        QVERIFY(modelNamed(u"openai/gpt-5"_s)[u"expiration_date"_s].isNull());
        bool used = false;
        for (const auto &row :
            m_asking.json("/_control/truth?from=2026-06-17T00:00:00Z")[u"models"_s].toArray())
            used = used
                || (row[u"name"_s] == u"meta-llama/llama-4-scout"_s && microsOfText(row[u"amount"_s]) > 0);
        QVERIFY(used);
    }

    void pagesLeadToTheNextOne()
    {
        QSet<QString> seen;
        QByteArray target = Api + "/models?limit=4";
        for (int page = 0; page < 3; ++page) {
            const auto answer = m_asking.json(target);
            QCOMPARE(answer[u"total_count"_s].toInt(), 11);
            for (const auto &model : answer[u"data"_s].toArray())
                seen.insert(model[u"id"_s].toString());
            target = answer[u"links"_s][u"next"_s].toString().toLatin1();
            QCOMPARE(target.isEmpty(), page == 2);
        }
        QCOMPARE(seen.size(), 11);
        QVERIFY(m_asking.json(Api + "/models")[u"links"_s][u"next"_s].isNull());
    }

    void endpointsTellWhoServesAModel()
    {
        const auto target = Api + "/models/anthropic/claude-sonnet-4.5/endpoints";
        const auto all = m_asking.json(target)[u"data"_s][u"endpoints"_s].toArray();
        QSet<QString> names;
        for (const auto &endpoint : all)
            names.insert(endpoint[u"provider_name"_s].toString());
        QCOMPARE(names, QSet<QString>({u"Anthropic"_s, u"Amazon Bedrock"_s, u"Google"_s}));
        QVERIFY(all.first()[u"latency_last_30m"_s].isNull());
        const auto measured
            = m_asking.json(target, u"openrouter_labs"_s)[u"data"_s][u"endpoints"_s].toArray();
        QVERIFY(measured.first()[u"latency_last_30m"_s][u"p50"_s].toInt() > 0);
        const auto novita
            = m_asking.json(Api + "/models/deepseek/deepseek-v3.2-20251201/endpoints")[u"data"_s];
        QCOMPARE(novita[u"endpoints"_s].toArray().last()[u"status"_s].toInt(), -2);
    }

    void providersHaveANameAndASlug()
    {
        QSet<QString> names;
        for (const auto &provider : m_asking.json(Api + "/providers")[u"data"_s].toArray()) {
            names.insert(provider[u"name"_s].toString());
            if (provider[u"name"_s] == u"Google"_s)
                QCOMPARE(provider[u"slug"_s].toString(), u"google-vertex"_s);
        }
        for (const auto &row : m_asking.json(Api + "/activity", u"openrouter_team"_s)[u"data"_s].toArray())
            QVERIFY(names.contains(row[u"provider_name"_s].toString()));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("no limit") << "/models?limit=0"_ba << 400;
        QTest::newRow("too high a limit") << "/models?limit=1001"_ba << 400;
        QTest::newRow("a model nobody has") << "/models/openai/gpt-9/endpoints"_ba << 404;
    }

    void refuses()
    {
        QFETCH(QByteArray, target);
        QTEST(m_asking.get(Api + target).status, "status");
    }
};

QTEST_GUILESS_MAIN(TestOpenrouterCatalogue)
#include "tst_openrouter_catalogue.moc"
