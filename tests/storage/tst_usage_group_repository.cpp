// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_repository.h"
#include "storage/usage_group_repository.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"
#include "support/temp_profile.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class UsageGroupRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        auto database = m_profile->open();
        setZone(database, "Europe/Berlin");
        const auto account = addAccount(database, u"Main"_s);
        auto first = request(u"a"_s, june(3, 12), 10, u"alpha"_s);
        first.remoteKeyId = u"k1"_s;
        auto second = request(u"b"_s, june(3, 22, 30), 20, u"alpha"_s); // the fourth in Berlin
        second.servedModel = u"beta"_s;
        auto third = request(u"c"_s, june(4, 12), 30, u"alpha"_s);
        third.cost = Amounts{cents(30, currency(u"CNY")), cents(1, currency(u"CNY"))};
        auto fourth = request(u"d"_s, june(4, 13), 0, u"alpha"_s);
        fourth.cost.reset();
        fourth.servedModel.clear();
        QVERIFY(database.inTransaction([&] {
            return RequestRepository(database).store(
                {account, RowSource::PolledLog, u"GET /usage"_s, june(5), {}},
                {first, second, third, fourth});
        }));
    }

    void sumsByDayOfTheReportingZone()
    {
        const auto days = groups(UsageBy::Day);

        QCOMPARE(days.size(), 2);
        QCOMPARE(days.at(0).name, u"2026-06-03"_s);
        QCOMPARE(days.at(0).requests, 1);
        QCOMPARE(days.at(1).requests, 3);
        QCOMPARE(days.at(1).unpriced, 1);
        QCOMPARE(days.at(1).inputTokens, 30);
        QCOMPARE(days.at(1).amounts.size(), 2);
        QCOMPARE(
            days.at(1).amounts.at(0), (Amounts{cents(30, currency(u"CNY")), cents(1, currency(u"CNY"))}));
        QCOMPARE(days.at(1).amounts.at(1).billed, cents(20));
    }

    void sumsByTheModelThatAnswered()
    {
        const auto models = groups(UsageBy::Model);

        QCOMPARE(models.size(), 2);
        QCOMPARE(models.at(0).name, u"alpha"_s);
        QCOMPARE(models.at(0).requests, 3); // one of them only asked for it
        QCOMPARE(models.at(1).name, u"beta"_s);
        QCOMPARE(models.at(1).amounts.constFirst().billed, cents(20));
    }

    void sumsByKeyAndWhatHasNone()
    {
        const auto keys = groups(UsageBy::Key);

        QCOMPARE(keys.size(), 2);
        QCOMPARE(keys.at(0).name, QString());
        QCOMPARE(keys.at(0).requests, 3);
        QCOMPARE(keys.at(1).name, u"k1"_s);
        QCOMPARE(keys.at(1).accountName, u"Main"_s);
    }

    void takesTheFilterIntoAccount()
    {
        UsageFilter filter;
        filter.costFrom = cents(15);

        const auto models = groups(UsageBy::Model, filter);

        QCOMPARE(models.size(), 1);
        QCOMPARE(models.constFirst().name, u"beta"_s);
    }

private:
    QList<UsageGroup> groups(UsageBy by, UsageFilter filter = {})
    {
        filter.days = {QDate(2026, 6, 1), QDate(2026, 6, 30)};
        auto database = m_profile->open();
        const auto found = UsageGroupRepository(database).groups(filter, by);
        return found ? *found : QList<UsageGroup>();
    }

    std::unique_ptr<TempProfile> m_profile;
};

QTEST_GUILESS_MAIN(UsageGroupRepositoryTest)
#include "tst_usage_group_repository.moc"
