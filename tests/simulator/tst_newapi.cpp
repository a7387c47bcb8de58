// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"

#include <QHash>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const QString Limited = u"newapi"_s;
const QString Unlimited = u"newapi_unlimited"_s;

} // namespace

class TestNewApi : public QObject {
    Q_OBJECT

private:
    Asking m_asking{Thursday};
    QHash<QString, qint64> m_spent; //!< in all, micro-dollars

    qint64 spent(const QString &key) const { return m_spent[key]; }

private Q_SLOTS:
    void initTestCase()
    {
        const auto told
            = m_asking.json("/_control/truth?account=" + u"new-api · team"_s.toUtf8().toPercentEncoding());
        m_spent = {{Limited, keyTruth(told, u"helpdesk"_s)}, {Unlimited, keyTruth(told, u"drafts"_s)}};
    }

    void everybodyMayAskForTheStatus()
    {
        const auto data = m_asking.json("/newapi/api/status")[u"data"_s];
        QCOMPARE(data[u"quota_per_unit"_s].toInt(), 1'000'000);
        QCOMPARE(data[u"quota_display_type"_s].toString(), u"USD"_s);
    }

    void usageIsInCentsAndKnowsNoDays_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("plain") << "/newapi/dashboard/billing/usage"_ba;
        QTest::newRow("with the version") << "/newapi/v1/dashboard/billing/usage"_ba;
        QTest::newRow("days")
            << "/newapi/dashboard/billing/usage?start_date=2026-06-17&end_date=2026-06-18"_ba;
    }

    void usageIsInCentsAndKnowsNoDays()
    {
        QFETCH(QByteArray, target);
        for (const auto &key : {Limited, Unlimited}) {
            const auto cents = m_asking.json(target, key)[u"total_usage"_s].toDouble();
            QCOMPARE(qRound64(cents * 1e4), spent(key));
        }
        QVERIFY(spent(Limited) > 100'000'000);
    }

    void aLimitIsTheHardLimitAndNoLimitIsAHundredMillion()
    {
        const auto limit = [&](const QString &key) {
            return m_asking.json("/newapi/dashboard/billing/subscription", key)[u"hard_limit_usd"_s]
                .toDouble();
        };
        QCOMPARE(limit(Limited), 3000.0);
        QCOMPARE(limit(Unlimited), 100'000'000.0);
    }

    void aTokenTellsItsQuota()
    {
        const auto limited = m_asking.json("/newapi/api/usage/token/", Limited)[u"data"_s];
        QCOMPARE(limited[u"total_used"_s].toInteger(), spent(Limited));
        QCOMPARE(limited[u"total_granted"_s].toInteger(), 3'000'000'000LL);
        QCOMPARE(limited[u"total_available"_s].toInteger(), 3'000'000'000LL - spent(Limited));
        QCOMPARE(limited[u"unlimited_quota"_s].toBool(true), false);
        QCOMPARE(limited[u"expires_at"_s].toInteger(),
            QDateTime(QDate(2027, 2, 27), QTime(10, 0), Qt::UTC).toSecsSinceEpoch());
        const auto unlimited = m_asking.json("/newapi/api/usage/token/", Unlimited)[u"data"_s];
        QCOMPARE(unlimited[u"unlimited_quota"_s].toBool(), true);
        QCOMPARE(unlimited[u"total_used"_s].toInteger(), spent(Unlimited));
    }

    void refusesStrangersWithARequestId()
    {
        for (const auto &key : {QString(), u"sk-nobody"_s}) {
            const auto answer = m_asking.get("/newapi/dashboard/billing/usage", key);
            QCOMPARE(answer.status, 401);
            QVERIFY(answer.body.contains(R"("type":"new_api_error")"));
            QVERIFY(answer.body.contains("(request id: "));
        }
        QCOMPARE(m_asking.get("/newapi/v1/models", Limited).status, 200);
    }
};

QTEST_GUILESS_MAIN(TestNewApi)
#include "tst_newapi.moc"
