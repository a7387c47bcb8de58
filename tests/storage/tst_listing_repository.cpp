// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/listing_repository.h"
#include "storage/poll_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

ModelListing listing(const QString &model, std::optional<QDate> expiresOn = {})
{
    ModelListing listing;
    listing.model = model;
    listing.displayName = u"The "_s + model;
    listing.expiresOn = expiresOn;
    return listing;
}

} // namespace

class ListingRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void keepsEveryPriceAndWhatIsNotTold()
    {
        auto full = listing(u"alpha"_s, QDate(2026, 7, 1));
        const auto euro = currency(u"EUR");
        full.canonicalName = u"alpha-20260101"_s;
        full.unit = PriceUnit::Second;
        full.input = UnitPrice{1, euro};
        full.output = UnitPrice{2, euro};
        full.cacheRead = UnitPrice{3, euro};
        full.cacheWrite = UnitPrice{4, euro};
        full.request = UnitPrice{0, euro};
        full.webSearch = UnitPrice{6, euro};
        full.contextLength = 200000;
        const auto bare = listing(u"beta"_s);

        QVERIFY(replace({full, bare}, 18));

        QCOMPARE(find(u"alpha"_s), std::optional(full));
        QCOMPARE(find(u"beta"_s), std::optional(bare));
        QVERIFY(!find(u"gamma"_s));
        QCOMPARE(*ListingRepository(*m_database).fetchedAt(m_account), std::optional(june(18)));
    }

    void aCatalogueTakesThePlaceOfTheOneBefore()
    {
        const auto other = addAccount(*m_database, u"Other"_s);
        QVERIFY(!ListingRepository(*m_database).fetchedAt(m_account)->has_value());
        QVERIFY(ListingRepository(*m_database).replace(other, {listing(u"alpha"_s)}, june(1)));
        QVERIFY(replace({listing(u"alpha"_s), listing(u"beta"_s)}, 18));
        QVERIFY(replace({listing(u"beta"_s), listing(u"beta"_s), listing(u"gamma"_s)}, 19));
        QVERIFY(!find(u"alpha"_s) && find(u"beta"_s) && find(u"gamma"_s));
        QVERIFY(ListingRepository(*m_database).find(other, u"alpha"_s)->has_value());
    }

    void tellsWhatModelsAreAlsoCalled()
    {
        auto alpha = listing(u"alpha"_s);
        alpha.canonicalName = u"alpha-20260101"_s;
        QVERIFY(replace({alpha, listing(u"beta"_s)}, 18));
        const auto models = *ListingRepository(*m_database).modelsByOtherName(m_account);
        QCOMPARE(models,
            (QHash<QString, QString>{{u"alpha-20260101"_s, u"alpha"_s}, {u"The alpha"_s, u"alpha"_s},
                {u"The beta"_s, u"beta"_s}}));
    }

    void aPollBringsItsCatalogueWithItAndOneWithoutKeepsIt()
    {
        PollFacts facts;
        facts.catalogue = {listing(u"alpha"_s)};
        QVERIFY(PollRepository(*m_database).store(m_account, facts, june(18)));
        QVERIFY(find(u"alpha"_s));
        QVERIFY(PollRepository(*m_database).store(m_account, {}, june(19)));
        QVERIFY(find(u"alpha"_s));
        QCOMPARE(*ListingRepository(*m_database).fetchedAt(m_account), std::optional(june(18)));
    }

    void onlyAModelInUseThatSoonExpiresIsTold_data()
    {
        QTest::addColumn<QDate>("expiresOn");
        QTest::addColumn<int>("usedOn"); // day of June; 0: never
        QTest::addColumn<bool>("isTold");
        const QDate june18(2026, 6, 18);
        QTest::newRow("in two weeks") << june18.addDays(14) << 17 << true;
        QTest::newRow("today") << june18 << 17 << true;
        QTest::newRow("later") << june18.addDays(15) << 17 << false;
        QTest::newRow("gone already") << june18.addDays(-1) << 17 << false;
        QTest::newRow("not used") << june18.addDays(3) << 0 << false;
        QTest::newRow("never") << QDate() << 17 << false;
    }

    void onlyAModelInUseThatSoonExpiresIsTold()
    {
        QFETCH(QDate, expiresOn);
        QFETCH(int, usedOn);
        QFETCH(bool, isTold);
        PollFacts facts;
        if (usedOn > 0)
            facts.buckets = {bucket(usedOn, u"alpha"_s, 100)};
        facts.catalogue
            = {listing(u"alpha"_s, expiresOn.isValid() ? std::optional(expiresOn) : std::nullopt)};
        QVERIFY(PollRepository(*m_database).store(m_account, facts, june(18)));

        const auto models = *ListingRepository(*m_database).expiringSoon(june(18, 12));

        QCOMPARE(models.size(), isTold ? 1 : 0);
        if (isTold)
            QCOMPARE(models.constFirst(), (ExpiringModel{m_account, u"Main"_s, u"alpha"_s, expiresOn}));
    }

    void aModelUsedLongAgoIsNotInUse()
    {
        PollFacts facts;
        facts.buckets = {bucket(1, u"alpha"_s, 100)};
        facts.catalogue = {listing(u"alpha"_s, QDate(2026, 7, 5))};
        QVERIFY(PollRepository(*m_database).store(m_account, facts, june(2)));
        QCOMPARE(ListingRepository(*m_database).expiringSoon(june(30))->size(), 1);
        QVERIFY(ListingRepository(*m_database).expiringSoon(june(32))->isEmpty());
    }

    void theFirstToGoComesFirstAndEveryAccountIsNamed()
    {
        const auto other = addAccount(*m_database, u"Other"_s);
        for (const auto account : {m_account, other}) {
            PollFacts facts;
            facts.buckets = {bucket(17, u"alpha"_s, 100), bucket(17, u"beta"_s, 100)};
            facts.catalogue
                = {listing(u"alpha"_s, QDate(2026, 6, 20)), listing(u"beta"_s, QDate(2026, 6, 19))};
            QVERIFY(PollRepository(*m_database).store(account, facts, june(18)));
        }
        QStringList lines;
        const auto models = *ListingRepository(*m_database).expiringSoon(june(18));
        for (const auto &model : models)
            lines << model.model + u' ' + model.accountName;
        QCOMPARE(lines, (QStringList{u"beta Main"_s, u"beta Other"_s, u"alpha Main"_s, u"alpha Other"_s}));
        QVERIFY(AccountRepository(*m_database).remove(other, june(18)));
        QCOMPARE(ListingRepository(*m_database).expiringSoon(june(18))->size(), 2);
    }

private:
    Outcome replace(const QList<ModelListing> &catalogue, int day)
    {
        return ListingRepository(*m_database).replace(m_account, catalogue, june(day));
    }
    std::optional<ModelListing> find(const QString &model)
    {
        return *ListingRepository(*m_database).find(m_account, model);
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(ListingRepositoryTest)
#include "tst_listing_repository.moc"
