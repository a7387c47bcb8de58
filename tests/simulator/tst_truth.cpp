// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QByteArray June = "from=2026-06-01T00:00:00Z&to=2026-06-18T00:00:00Z";
const QByteArray TeamAccount = "&account=OpenRouter%20%C2%B7%20team";

qint64 sum(const QJsonValue &truth, const QString &list, const QString &field)
{
    qint64 all = 0;
    for (const auto &row : truth[list].toArray())
        all += field == u"requests"_s ? row[field].toInteger() : microsOfText(row[field]);
    return all;
}

} // namespace

class TestTruth : public QObject {
    Q_OBJECT

private:
    Asking m_asking{Thursday};

    QJsonValue truth(const QByteArray &query) { return m_asking.json("/_control/truth?" + query); }

private Q_SLOTS:
    void everyListAddsUpToTheTotals_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("company") << June;
        QTest::newRow("company by days of Auckland") << June + "&zone=Pacific/Auckland";
        QTest::newRow("an account of its own") << June + TeamAccount;
    }

    void everyListAddsUpToTheTotals()
    {
        QFETCH(QByteArray, query);
        const auto told = truth(query);
        QVERIFY(microsOfText(told[u"total"_s]) > 0);
        for (const auto &list :
            {u"accounts"_s, u"keys"_s, u"keys_by_model"_s, u"models"_s, u"providers"_s, u"days"_s}) {
            QCOMPARE(sum(told, list, u"amount"_s), microsOfText(told[u"total"_s]));
            QCOMPARE(sum(told, list, u"byok"_s), microsOfText(told[u"byok"_s]));
            QCOMPARE(sum(told, list, u"requests"_s), told[u"requests"_s].toInteger());
        }
    }

    void anAccountCanBeAskedForByName()
    {
        const auto main = truth(June + "&account=OpenRouter%20%C2%B7%20main");
        const auto company = truth(June);
        for (const auto &row : company[u"accounts"_s].toArray()) {
            if (row[u"name"_s] == u"OpenRouter · main"_s)
                QCOMPARE(row[u"amount"_s], main[u"total"_s]);
            QVERIFY(row[u"name"_s] != u"OpenRouter · team"_s);
        }
        QCOMPARE(main[u"accounts"_s].toArray().size(), 1);
        QCOMPARE(main[u"keys"_s].toArray().size(), 9);
    }

    void keysOfOneNameAreToldApart()
    {
        QStringList places;
        for (const auto &row : truth(June + TeamAccount)[u"keys"_s].toArray()) {
            if (row[u"name"_s] != u"nightly-eval"_s)
                continue;
            QCOMPARE(row[u"hash"_s].toString().size(), 64);
            places.append(row[u"workspace"_s].toString());
        }
        QCOMPARE(places, QStringList({u"Default"_s, u"Research"_s}));
    }

    void daysEndWhereTheZoneSays_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row
            = [](const char *name, const QByteArray &zone, const QString &day, const QByteArray &from,
                  const QByteArray &to) { QTest::newRow(name) << zone << day << from << to; };
        row("ahead of UTC", "Pacific/Auckland", u"2026-06-10"_s, "2026-06-09T12:00:00Z",
            "2026-06-10T12:00:00Z");
        row("behind UTC", "America/St_Johns", u"2026-06-10"_s, "2026-06-10T02:30:00Z",
            "2026-06-11T02:30:00Z");
        row("of 23 hours", "Europe/Berlin", u"2026-03-29"_s, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z");
    }

    void daysEndWhereTheZoneSays()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, day);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const auto whole = truth("from=" + from + "&to=" + to);
        QVERIFY(microsOfText(whole[u"total"_s]) > 0);
        for (const auto &row : truth("zone=" + zone)[u"days"_s].toArray()) {
            if (row[u"day"_s] == day) {
                QCOMPARE(row[u"amount"_s], whole[u"total"_s]);
                return;
            }
        }
        QFAIL("the day is missing");
    }

    void singleRequestsAddUpToTheTruth()
    {
        const auto hour = "from=2026-06-18T09:00:00Z&to=2026-06-18T10:00:00Z"_ba;
        for (const auto &account : {""_ba, TeamAccount}) {
            const auto requests = m_asking.json("/_control/requests?" + hour + account);
            const auto told = truth(hour + account);
            QVERIFY(told[u"requests"_s].toInteger() > 0);
            QCOMPARE(sum(requests, u"requests"_s, u"requests"_s), told[u"requests"_s].toInteger());
            QCOMPARE(sum(requests, u"requests"_s, u"amount"_s), microsOfText(told[u"total"_s]));
            QCOMPARE(sum(requests, u"requests"_s, u"byok"_s), microsOfText(told[u"byok"_s]));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("an unknown account") << "truth?account=nobody"_ba;
        QTest::newRow("an unknown zone") << "truth?zone=Mars/Base"_ba;
        QTest::newRow("an unreadable moment") << "requests?to=soon"_ba;
        QTest::newRow("too many requests") << "requests"_ba;
    }

    void refuses()
    {
        QFETCH(QByteArray, target);
        QCOMPARE(m_asking.get("/_control/" + target).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestTruth)
#include "tst_truth.moc"
