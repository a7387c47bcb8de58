// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QString Team = u"openrouter_team"_s;
const QString Main = u"openrouter_management"_s;
const QByteArray Api = "/openrouter/api/v1";
const QByteArray ResearchId = "00000000-0000-4000-8000-000000000004";

QJsonArray data(Asking &asking, const QByteArray &target, const QString &key = Team)
{
    return asking.json(Api + target, key)[u"data"_s].toArray();
}

QStringList names(const QJsonArray &rows)
{
    QStringList all;
    for (const auto &row : rows)
        all.append(row[u"name"_s].toString());
    return all;
}

} // namespace

class TestOpenrouterWorkspaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workspacesComeWithTheirCount()
    {
        Asking asking(Thursday);
        QCOMPARE(
            names(data(asking, "/workspaces")), QStringList({u"Default"_s, u"Research"_s, u"Archive"_s}));
        const auto second = asking.json(Api + "/workspaces?offset=1&limit=1", Team);
        QCOMPARE(names(second[u"data"_s].toArray()), QStringList{u"Research"_s});
        QCOMPARE(second[u"total_count"_s].toInt(), 3);
        QCOMPARE(names(data(asking, "/workspaces", Main)), QStringList{u"Default"_s});
    }

    void keysOfOtherWorkspacesAreListedOnlyWhenAskedFor()
    {
        Asking asking(Thursday);
        const QStringList ofDefault{
            u"dispatch-assistant"_s, u"nightly-eval"_s, u"prototype"_s, u"retired-pilot"_s};
        QCOMPARE(names(data(asking, "/keys?include_disabled=true")), ofDefault);
        QCOMPARE(names(data(asking, "/keys")), ofDefault.first(3));
        const auto ofResearch = data(asking, "/keys?workspace_id=" + ResearchId);
        QCOMPARE(names(ofResearch), QStringList({u"nightly-eval"_s, u"tariff-research"_s}));
        for (const auto &key : ofResearch)
            QCOMPARE(key[u"workspace_id"_s].toString().toLatin1(), ResearchId);
        QCOMPARE(data(asking, "/keys?workspace_id=00000000-0000-4000-8000-000000000005").size(), 0);
    }

    void keysOfOneNameHaveHashesOfTheirOwn()
    {
        Asking asking(Thursday);
        QSet<QString> hashes;
        auto keys = data(asking, "/keys");
        for (const auto &key : data(asking, "/keys?workspace_id=" + ResearchId))
            keys.append(key);
        for (const auto &key : keys) {
            if (key[u"name"_s] == u"nightly-eval"_s)
                hashes.insert(key[u"hash"_s].toString());
        }
        QCOMPARE(hashes.size(), 2);
    }

    void activityByWorkspaceAddsUpToAllOfIt()
    {
        Asking asking(Thursday);
        const auto all = data(asking, "/activity");
        QVERIFY(!all.first().toObject().contains(u"workspace_id"_s));
        const auto grouped = data(asking, "/activity?group_by=workspace");
        QVERIFY(grouped.size() > all.size());
        const auto research = data(asking, "/activity?workspace_id=" + ResearchId);
        qint64 groupedResearch = 0;
        for (const auto &row : grouped) {
            if (row[u"workspace_id"_s].toString().toLatin1() == ResearchId)
                groupedResearch += micros(row[u"usage"_s]);
        }
        QVERIFY(groupedResearch > 0);
        QCOMPARE(sumOf(research, u"usage"_s), groupedResearch);
        for (const auto &sum : {u"usage"_s, u"byok_usage_inference"_s, u"requests"_s}) {
            QVERIFY(sumOf(all, sum) > 0);
            QCOMPARE(sumOf(grouped, sum), sumOf(all, sum));
        }
    }

    void aFreeModelMovesTokensAndCostsNothing()
    {
        Asking asking(Thursday);
        qint64 requests = 0;
        for (const auto &row : data(asking, "/activity")) {
            if (row[u"model"_s] != u"meta-llama/llama-4-scout:free"_s)
                continue;
            QCOMPARE(row[u"model_permaslug"_s].toString(), u"meta-llama/llama-4-scout-20250405"_s);
            QCOMPARE(row[u"usage"_s].toDouble(-1), 0.0);
            requests += row[u"requests"_s].toInt();
        }
        QVERIFY(requests > 0);
    }

    void aRetiredKeyIsDisabledAndKeepsWhatItSpent()
    {
        Asking asking(QDateTime(QDate(2026, 6, 4), QTime(15, 59), Qt::UTC));
        const auto pilot = [&] { return data(asking, "/keys?include_disabled=true").last().toObject(); };
        QCOMPARE(pilot()[u"disabled"_s].toBool(true), false);
        asking.setClock("2026-06-04T16:00:00Z");
        const auto retired = pilot();
        QCOMPARE(retired[u"disabled"_s].toBool(), true);
        QVERIFY(micros(retired[u"usage"_s]) > 0);
        asking.setClock("2026-06-18T11:00:00Z");
        QCOMPARE(pilot()[u"usage"_s], retired[u"usage"_s]);
        // GET /credits counts it, so the keys that are listed by default do not add up to it.
        auto keys = data(asking, "/keys?include_disabled=true");
        for (const auto &key : data(asking, "/keys?workspace_id=" + ResearchId))
            keys.append(key);
        const auto credits = asking.json(Api + "/credits", Team)[u"data"_s];
        QCOMPARE(micros(credits[u"total_usage"_s]), sumOf(keys, u"usage"_s));
    }

    void aCapMayCountOwnProviderKeysToo()
    {
        Asking asking(Thursday);
        const auto key = asking.json(Api + "/key", u"openrouter_team_dispatch"_s)[u"data"_s];
        QCOMPARE(key[u"include_byok_in_limit"_s].toBool(), true);
        QVERIFY(micros(key[u"byok_usage_monthly"_s]) > 0);
        QCOMPARE(micros(key[u"limit_remaining"_s]),
            micros(key[u"limit"_s]) - micros(key[u"usage_monthly"_s]) - micros(key[u"byok_usage_monthly"_s]));
    }

    void aKeyTellsItsPlaceAndItsBudget()
    {
        Asking asking(Thursday);
        const auto key = asking.json(Api + "/key", u"openrouter_team_research"_s)[u"data"_s];
        QCOMPARE(key[u"workspace_id"_s].toString().toLatin1(), ResearchId);
        QCOMPARE(key[u"organization_id"_s].toString(), u"org_halden_team"_s);
        QCOMPARE(key[u"allowed_data_regions"_s].toArray(), QJsonArray{u"europe"_s});

        const auto budget = key[u"effective_budget"_s];
        const auto keys = data(asking, "/keys?workspace_id=" + ResearchId);
        QCOMPARE(micros(budget[u"spend_usd"_s]), sumOf(keys, u"usage_monthly"_s));
        QCOMPARE(micros(budget[u"remaining_usd"_s]),
            micros(budget[u"limit_usd"_s]) - micros(budget[u"spend_usd"_s]));
        QVERIFY(micros(budget[u"remaining_usd"_s]) > 0);
        QCOMPARE(budget[u"resets_at"_s].toString(), u"2026-07-01T00:00:00Z"_s);

        const auto labs = asking.json(Api + "/key", u"openrouter_labs"_s)[u"data"_s];
        QVERIFY(labs[u"organization_id"_s].isNull());
        QVERIFY(labs[u"effective_budget"_s].isUndefined());
    }

    void freeRequestsAreCountedForTheWholeAccount()
    {
        Asking asking(Thursday);
        const auto quota = [&](const QString &key) {
            return asking.json(Api + "/key", key)[u"data"_s][u"free_model_daily_requests"_s];
        };
        const auto used = quota(Team)[u"used"_s].toInt();
        QVERIFY(used > 0);
        QCOMPARE(quota(Team)[u"remaining"_s].toInt(), quota(Team)[u"limit"_s].toInt() - used);
        QCOMPARE(quota(u"openrouter_team_research"_s)[u"used"_s].toInt(), used);
        QCOMPARE(quota(Main)[u"used"_s].toInt(), 0);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("status");
        const auto dispatch = u"openrouter_team_dispatch"_s;
        QTest::newRow("workspaces, ordinary") << "/workspaces"_ba << dispatch << 401;
        QTest::newRow("workspaces, too many") << "/workspaces?limit=101"_ba << Team << 400;
        QTest::newRow("keys of another account's workspace")
            << "/keys?workspace_id=" + ResearchId << Main << 400;
        QTest::newRow("keys of no workspace") << "/keys?workspace_id=research"_ba << Team << 400;
        QTest::newRow("activity of another's workspace")
            << "/activity?workspace_id=" + ResearchId << Main << 404;
        const auto labs = World(7).keyOnRing(u"openrouter_labs"_s)->hash.toLatin1();
        QTest::newRow("activity of another's key") << "/activity?api_key_hash=" + labs << Main << 404;
        QTest::newRow("activity of no day") << "/activity?date=2026-06-31"_ba << Main << 400;
        QTest::newRow("activity by something else") << "/activity?group_by=model"_ba << Team << 400;
    }

    void refuses()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, key);
        Asking asking(Thursday);
        QTEST(asking.get(Api + target, key).status, "status");
    }

    void theCompanyFiguresStayWhatTheyAre()
    {
        Asking asking(QDateTime(QDate(2026, 6, 18), QTime(14, 32), Qt::UTC));
        const auto truth = asking.json("/_control/truth?from=2026-06-01T00:00:00Z&to=2026-06-18T14:30:00Z");
        QCOMPARE(truth[u"total"_s].toString(), u"7465.277530000"_s);
    }
};

QTEST_GUILESS_MAIN(TestOpenrouterWorkspaces)
#include "tst_openrouter_workspaces.moc"
