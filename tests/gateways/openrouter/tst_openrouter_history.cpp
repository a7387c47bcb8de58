// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/openrouter_connector.h"
#include "gateways/openrouter/scripted_account.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const PollContext History{
    .purpose = PollPurpose::History, .now = QDateTime({2026, 11, 18}, {12, 30}, Qt::UTC)};
const QUrl Base(u"https://openrouter.ai/api/v1"_s);

ConnectorRun readAll(const ScriptedAccount &account)
{
    return runConnector(openrouter::OpenRouterConnector(), History, Base, account);
}

ScriptedAccount accountWithTwoWorkspaces()
{
    ScriptedAccount account;
    account.on("workspaces", R"({"data":[{"id":"w1"},{"id":"w2"}],"total_count":2})");
    account.on(
        "keys/w1", R"({"data":[{"hash":"h1","name":"a","usage":3},{"hash":"idle","name":"b","usage":0}]})");
    account.on("keys/w2", R"({"data":[{"hash":"h2","name":"c","usage":0,"byok_usage":5}]})");
    account.on("activity/h1", R"({"data":[{"date":"2026-11-17","model":"m","provider_name":"Acme","usage":1},
        {"date":"2026-11-16","model":"m","provider_name":"Acme","usage":2},
        {"date":"2026-11-18","model":"m","provider_name":"Acme","usage":9}]})");
    account.on("activity/h2",
        R"({"data":[{"date":"2026-11-17","model":"m","provider_name":"Bravo","usage":0,"byok_usage_inference":5}]})");
    return account;
}

} // namespace

class OpenRouterHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyThatEverSpentIsAskedByItself()
    {
        const auto run = readAll(accountWithTwoWorkspaces());

        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QCOMPARE(run.asked().filter(u"/activity"_s),
            (QStringList{u"/api/v1/activity?api_key_hash=h2"_s, u"/api/v1/activity?api_key_hash=h1"_s}));
        QCOMPARE(run.facts->keys.size(), 3);
        QCOMPARE(run.facts->buckets.size(), 3); // not the running day
        for (const auto &bucket : run.facts->buckets) {
            QCOMPARE(bucket.endpoint, u"GET /activity?api_key_hash"_s);
            QCOMPARE(bucket.remoteKeyId, bucket.provider == u"Bravo" ? u"h2"_s : u"h1"_s);
            QVERIFY(!bucket.splitsOnly);
        }
    }

    void tellsHowFarItHasCome()
    {
        const auto run = readAll(accountWithTwoWorkspaces());
        QVERIFY(run.facts);
        QList<HistoryProgress> progress;
        for (const auto &page : run.pages) {
            if (page.progress)
                progress.append(*page.progress);
        }
        // Two pages of keys in the first workspace and two in the second, then the keys.
        QCOMPARE(progress.at(0), (HistoryProgress{0, 0}));
        QCOMPARE(progress.at(1), (HistoryProgress{0, 1}));
        QVERIFY(progress.contains(HistoryProgress{0, 2}));
        QVERIFY(progress.contains(HistoryProgress{1, 2}));
        QCOMPARE(progress.constLast(), (HistoryProgress{2, 2}));
    }

    void itGoesOnFromAnyCursor()
    {
        const auto account = accountWithTwoWorkspaces();
        const auto whole = readAll(account);
        QVERIFY(whole.facts);
        for (qsizetype stop = 0; stop + 1 < whole.pages.size(); ++stop) {
            auto next = whole.pages.at(stop).next;
            qsizetype buckets = 0;
            for (qsizetype read = 0; read <= stop; ++read)
                buckets += whole.pages.at(read).facts.buckets.size();
            const openrouter::OpenRouterConnector later; // another run of the program
            while (next) {
                const auto page = readAnswer(later, *next, account(later.request(Base, *next)));
                QVERIFY(page);
                buckets += page->facts.buckets.size();
                next = page->next;
            }
            QCOMPARE(buckets, whole.facts->buckets.size());
        }
    }

    void anOrdinaryKeyHasNone()
    {
        ScriptedAccount account;
        account.on("key", R"({"data":{"usage":3,"is_management_key":false}})");
        const auto run = readAll(account);
        QVERIFY(run.facts);
        QCOMPARE(run.requests.size(), 1);
        QVERIFY(run.facts->buckets.isEmpty() && run.facts->keys.isEmpty());
    }

    void whatIsRefusedForAWhileIsAskedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("a key that has gone") << 404 << true;
        QTest::newRow("a closed workspace") << 403 << true;
        QTest::newRow("slow down") << 429 << false;
        QTest::newRow("broken") << 500 << false;
        QTest::newRow("bad key") << 401 << false;
    }

    void whatIsRefusedForAWhileIsAskedAgain()
    {
        QFETCH(int, status);
        QFETCH(bool, goesOn);
        auto account = accountWithTwoWorkspaces();
        account.refuse("activity/h2", status);
        const auto run = readAll(account);
        QCOMPARE(run.facts.has_value(), goesOn);
        if (goesOn)
            QCOMPARE(run.pages.constLast().progress, std::optional(HistoryProgress{2, 2}));
    }
};

QTEST_GUILESS_MAIN(OpenRouterHistoryTest)
#include "tst_openrouter_history.moc"
