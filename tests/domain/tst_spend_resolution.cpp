// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "domain/spend_resolution.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime june(int day, int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 6, day), QTime(hour % 24, minute), Qt::UTC).addDays(hour / 24);
}

Slice slice(const QDateTime &start, const QDateTime &end, qint64 key, qint64 cents, Rank rank,
    const QString &endpoint)
{
    Slice one;
    one.start = start;
    one.end = end;
    one.key = key;
    one.amount = {Money::fromNanos(cents * 10'000'000), Money()};
    one.rank = rank;
    one.endpoint = endpoint;
    one.fetchedAt = end;
    return one;
}

Slice counter(const QDateTime &start, const QDateTime &end, qint64 key, qint64 cents)
{
    return slice(start, end, key, cents, Rank::Counter, u"counter"_s);
}

Slice activity(int day, qint64 model, qint64 cents)
{
    auto one = slice(june(day, 0), june(day, 24), 0, cents, Rank::AccountBucket, u"activity"_s);
    one.model = model;
    return one;
}

Slice keyDay(const QDateTime &start, const QDateTime &end, qint64 key, qint64 cents)
{
    return slice(start, end, key, cents, Rank::KeyBucket, u"daily_usage"_s);
}

Slice split(const QDateTime &start, const QDateTime &end, qint64 key, qint64 model, qint64 cents)
{
    auto one = slice(start, end, key, cents, Rank::KeyBucket, u"model_stats"_s);
    one.model = model;
    one.splitsOnly = true;
    return one;
}

qint64 cents(Money money)
{
    return money.nanos() / 10'000'000;
}

qint64 totalCents(const QList<SpendPiece> &pieces)
{
    qint64 sum = 0;
    for (const auto &piece : pieces)
        sum += piece.amount.billed.nanos();
    return sum / 10'000'000;
}

qint64 shareCents(const QList<SpendPiece> &pieces, Dimension dimension, qint64 ref)
{
    qint64 sum = 0;
    for (const auto &piece : pieces) {
        for (const auto &share : piece.shares) {
            if (share.dimension == dimension && share.ref == ref)
                sum += share.amount.billed.nanos();
        }
    }
    return sum / 10'000'000;
}

qint64 dayCents(const QList<SpendPiece> &pieces, int day)
{
    qint64 sum = 0;
    for (const auto &piece : pieces) {
        if (piece.localDay == QDate(2026, 6, day))
            sum += piece.amount.billed.nanos();
    }
    return sum / 10'000'000;
}

} // namespace

class SpendResolutionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countersOfDifferentKeysAddUp()
    {
        const auto pieces = resolveSpend(
            {counter(june(18, 10), june(18, 11), 1, 100), counter(june(18, 10), june(18, 11), 2, 50)},
            QTimeZone::utc());

        QCOMPARE(totalCents(pieces), 150);
        QCOMPARE(shareCents(pieces, Dimension::Key, 1), 100);
        QCOMPARE(shareCents(pieces, Dimension::Key, 2), 50);
    }

    void theCompletedDayReplacesItsCounters()
    {
        const auto pieces = resolveSpend(
            {counter(june(17, 9), june(17, 12), 1, 90), counter(june(17, 12), june(17, 24), 2, 60),
                activity(17, 11, 100), activity(17, 12, 80), counter(june(18, 0), june(18, 5), 1, 30)},
            QTimeZone::utc());

        QCOMPARE(totalCents(pieces), 180 + 30);
        QCOMPARE(dayCents(pieces, 17), 180);
        QCOMPARE(shareCents(pieces, Dimension::Model, 11), 100);
        QCOMPARE(shareCents(pieces, Dimension::Model, 12), 80);
        QCOMPARE(shareCents(pieces, Dimension::Key, 1), 90 + 30);
        QCOMPARE(shareCents(pieces, Dimension::Key, 2), 60); // 30 of the day are not itemised by key
    }

    void evidenceNeverTellsMoreThanTheAuthority()
    {
        const auto pieces
            = resolveSpend({counter(june(17, 0), june(17, 24), 1, 300),
                               counter(june(17, 0), june(17, 24), 2, 100), activity(17, 11, 200)},
                QTimeZone::utc());

        QCOMPARE(totalCents(pieces), 200);
        QCOMPARE(shareCents(pieces, Dimension::Key, 1), 150);
        QCOMPARE(shareCents(pieces, Dimension::Key, 2), 50);
    }

    void aCounterBeyondTheBucketKeepsOnlyItsRest()
    {
        // 23:00 to 01:00 of the next day, 40 in two hours: half of it lies in the bucket
        const auto pieces = resolveSpend(
            {counter(june(17, 23), june(18, 1), 1, 40), activity(17, 11, 500)}, QTimeZone::utc());

        QCOMPARE(dayCents(pieces, 17), 500);
        const auto rest = std::find_if(
            pieces.cbegin(), pieces.cend(), [](const auto &piece) { return piece.start == june(18, 0); });
        QVERIFY(rest != pieces.cend());
        QVERIFY(rest->isEstimated);
    }

    void bucketsByKeyBeatCountersOfThatKeyOnly()
    {
        const auto pieces = resolveSpend(
            {keyDay(june(17, 0), june(17, 24), 1, 100), counter(june(17, 3), june(17, 5), 1, 70),
                counter(june(17, 3), june(17, 5), 2, 20)},
            QTimeZone::utc());

        QCOMPARE(totalCents(pieces), 120);
        QCOMPARE(shareCents(pieces, Dimension::Key, 1), 100);
        QCOMPARE(shareCents(pieces, Dimension::Key, 2), 20);
    }

    void whatKeysDoNotCoverStaysInTheAccountsDay()
    {
        // A key that was deleted is not listed any more: only the account's own day knows of its spend.
        const auto pieces = resolveSpend(
            {activity(17, 11, 600), activity(17, 12, 400), keyDay(june(17, 0), june(17, 24), 1, 500),
                keyDay(june(17, 0), june(17, 24), 2, 200)},
            QTimeZone::utc());

        QCOMPARE(totalCents(pieces), 1000);
        QCOMPARE(dayCents(pieces, 17), 1000);
        QCOMPARE(shareCents(pieces, Dimension::Key, 1), 500);
        QCOMPARE(shareCents(pieces, Dimension::Key, 2), 200); // 300 are not itemised by key
    }

    void aRunningDayIsSplitThoughItWasCountedInSteps()
    {
        // What analytics say of a key from midnight until now, beside its counter read every few minutes.
        const auto pieces = resolveSpend(
            {counter(june(18, 0), june(18, 8), 1, 80), counter(june(18, 8), june(18, 8, 15), 1, 20),
                split(june(18, 0), june(18, 8, 15), 1, 11, 70),
                split(june(18, 0), june(18, 8, 15), 1, 12, 30)},
            QTimeZone::utc());

        QCOMPARE(totalCents(pieces), 100);
        QCOMPARE(shareCents(pieces, Dimension::Model, 11), 70);
        QCOMPARE(shareCents(pieces, Dimension::Model, 12), 30);
    }

    void rowsThatOnlySplitNeverCount()
    {
        const auto pieces = resolveSpend(
            {keyDay(june(18, 0), june(18, 14), 1, 100), split(june(18, 0), june(18, 14), 1, 11, 60),
                split(june(18, 0), june(18, 14), 1, 12, 30), split(june(16, 0), june(16, 24), 1, 11, 999)},
            QTimeZone::utc());

        QCOMPARE(totalCents(pieces), 100);
        QCOMPARE(shareCents(pieces, Dimension::Model, 11), 60);
        QCOMPARE(shareCents(pieces, Dimension::Model, 12), 30);
    }

    void theOrderOfEvidenceDoesNotMatter()
    {
        QList<Slice> slices{counter(june(17, 9), june(17, 12), 1, 90),
            counter(june(17, 12), june(17, 24), 2, 61), counter(june(17, 23), june(18, 1), 3, 40),
            activity(17, 11, 101), activity(17, 12, 80), keyDay(june(16, 0), june(16, 24), 1, 33),
            split(june(16, 0), june(16, 24), 1, 11, 20), counter(june(18, 0), june(18, 5), 1, 30)};
        const auto expected = resolveSpend(slices, QTimeZone::utc());
        QRandomGenerator random(7);
        for (int i = 0; i < 50; ++i) {
            std::shuffle(slices.begin(), slices.end(), random);
            QCOMPARE(resolveSpend(slices, QTimeZone::utc()), expected);
        }
    }

    void aDayOfAnotherZoneIsCutByTheShapeOfFinerEvidence()
    {
        // Auckland's midnight is 12:00 UTC in June: 30 before it, 60 after it, by counters that cover 90 of
        // 100
        const auto pieces = resolveSpend({activity(17, 11, 100), counter(june(17, 2), june(17, 10), 1, 30),
                                             counter(june(17, 13), june(17, 20), 1, 60)},
            QTimeZone("Pacific/Auckland"));

        QCOMPARE(totalCents(pieces), 100);
        QCOMPARE(pieces.size(), 2);
        QCOMPARE(
            cents(pieces.at(0).amount.billed) + cents(pieces.at(1).amount.billed), 99); // 33.33 and 66.66
        QCOMPARE(pieces.at(0).localDay, QDate(2026, 6, 17));
        QCOMPARE(pieces.at(1).localDay, QDate(2026, 6, 18));
        QVERIFY(pieces.at(0).isEstimated && pieces.at(1).isEstimated);
        QCOMPARE(cents(pieces.at(0).amount.billed), 33);
    }

    void aDayThatCannotBeCutStaysWithItsMiddle()
    {
        const auto pieces = resolveSpend({activity(17, 11, 100), counter(june(17, 2), june(17, 10), 1, 30)},
            QTimeZone("America/New_York"));

        QCOMPARE(pieces.size(), 1);
        QVERIFY(pieces.first().spansDays);
        QVERIFY(!pieces.first().isEstimated);
        QCOMPARE(pieces.first().localDay, QDate(2026, 6, 17));
        QCOMPARE(totalCents(pieces), 100);
    }

    //! Whatever the evidence, every way of adding up gives the account's total.
    void sumsAgreeForRandomEvidence()
    {
        QRandomGenerator random(20260618);
        const QList<QTimeZone> zones{
            QTimeZone::utc(), QTimeZone("Asia/Kathmandu"), QTimeZone("America/New_York")};
        for (int round = 0; round < 200; ++round) {
            QList<Slice> slices;
            for (int day = 10; day < 14; ++day) {
                if (random.bounded(2) != 0) {
                    for (int model = 11; model < 14; ++model)
                        slices.append(activity(day, model, random.bounded(1000)));
                }
                for (qint64 key = 1; key < 4; ++key) {
                    int hour = random.bounded(6);
                    while (hour < 24) {
                        const int until = hour + 1 + random.bounded(9);
                        slices.append(counter(june(day, hour), june(day, until), key, random.bounded(300)));
                        hour = until;
                    }
                }
            }
            for (const auto &zone : zones) {
                const auto pieces = resolveSpend(slices, zone);
                for (const auto &piece : pieces) {
                    QVERIFY(piece.localDay.isValid());
                    QVERIFY(!piece.amount.billed.isNegative());
                    for (const auto dimension : {Dimension::Key, Dimension::Model, Dimension::Provider}) {
                        qint64 itemised = 0;
                        for (const auto &share : piece.shares) {
                            QVERIFY(!share.amount.billed.isNegative());
                            if (share.dimension == dimension)
                                itemised += share.amount.billed.nanos();
                        }
                        QVERIFY(itemised <= piece.amount.billed.nanos());
                    }
                }
            }
            QCOMPARE(
                totalCents(resolveSpend(slices, zones.at(0))), totalCents(resolveSpend(slices, zones.at(1))));
        }
    }
};

QTEST_GUILESS_MAIN(SpendResolutionTest)
#include "tst_spend_resolution.moc"
