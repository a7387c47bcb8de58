// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/asking.h"
#include "simulator/truth.h"
#include "simulator/world.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

Stretch between(const QString &from, const QString &to)
{
    return {slotsUntil(utc(from)), slotsUntil(utc(to))};
}

Stretch day(int month, int dayOfMonth)
{
    const QDate date(2026, month, dayOfMonth);
    return {slotOf(date), slotOf(date.addDays(1))};
}

const Key &keyNamed(const World &world, const QString &name)
{
    for (const auto &key : world.keys()) {
        if (key.plan.name == name)
            return key;
    }
    qFatal("no such key");
}

qint64 sum(const QJsonObject &truth, const QString &list)
{
    qint64 micros = 0;
    for (const auto &row : truth[list].toArray())
        micros += microsOfText(row[u"amount"_s]);
    return micros;
}

//! A seed for the tests that hold for all of them.
void addSeeds()
{
    QTest::addColumn<quint64>("seed");
    for (const quint64 seed : {7, 1, 2, 4711})
        QTest::addRow("%llu", seed) << seed;
}

} // namespace

class TestWorld : public QObject {
    Q_OBJECT

private:
    const World m_world{7};

private Q_SLOTS:
    void sumsAgreeWhicheverWayTheyAreTaken_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("June so far") << u"2026-06-01T00:00:00Z"_s << u"2026-06-18T14:30:00Z"_s;
        QTest::newRow("within a day") << u"2026-06-16T13:35:00Z"_s << u"2026-06-16T15:10:00Z"_s;
        QTest::newRow("across midnight") << u"2026-06-17T23:55:00Z"_s << u"2026-06-18T00:05:00Z"_s;
        QTest::newRow("all") << u"2026-03-01T00:00:00Z"_s << u"2027-01-01T00:00:00Z"_s;
    }

    void sumsAgreeWhicheverWayTheyAreTaken()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const auto told = truth(m_world, between(from, to));
        const auto total = microsOfText(told[u"total"_s]);
        QVERIFY(total > 0);
        for (const auto &list : {u"accounts"_s, u"keys"_s, u"models"_s, u"providers"_s, u"days"_s})
            QCOMPARE(sum(told, list), total);
    }

    void theCompanyHasFourAccountsAndTwelveKeys()
    {
        const auto told = truth(m_world, day(6, 1));
        QCOMPARE(told[u"accounts"_s].toArray().size(), 4);
        QCOMPARE(told[u"keys"_s].toArray().size(), 12);
    }

    void stretchesAddUp()
    {
        const auto &key = keyNamed(m_world, u"support-chat-prod"_s);
        Figures sum;
        const auto whole = day(6, 16);
        for (auto slot = whole.from; slot < whole.to; ++slot) {
            const auto one = key.spent({slot, slot + 1});
            QVERIFY(one.micros >= 0 && one.requests >= 0 && one.promptTokens >= 0);
            sum += one;
        }
        QVERIFY(sum == key.spent(whole));
    }

    void theSameSeedGivesTheSameFigures()
    {
        const World again(7);
        const World other(8);
        const auto june = between(u"2026-06-01T00:00:00Z"_s, u"2026-06-18T14:30:00Z"_s);
        // Asked in another order and only now: the answer does not depend on it.
        QCOMPARE(truth(again, june), truth(m_world, june));
        QVERIFY(truth(other, june) != truth(m_world, june));
        QCOMPARE(again.keys().front().text, m_world.keys().front().text);
        QVERIFY(other.keys().front().text != m_world.keys().front().text);
    }

    void sizesAreThoseOfTheCompany_data() { addSeeds(); }

    void sizesAreThoseOfTheCompany()
    {
        QFETCH(quint64, seed);
        const World world(seed);
        const auto dollarsOf
            = [&](Stretch stretch) { return microsOfText(truth(world, stretch)[u"total"_s]) / 1'000'000; };
        const auto june = between(u"2026-06-01T00:00:00Z"_s, u"2026-06-18T14:30:00Z"_s);
        const auto juneDollars = dollarsOf(june);
        QVERIFY2(juneDollars > 7200 && juneDollars < 7800, qPrintable(QString::number(juneDollars)));
        const auto may = dollarsOf(between(u"2026-05-01T00:00:00Z"_s, u"2026-06-01T00:00:00Z"_s));
        QVERIFY2(may > 10'500 && may < 11'700, qPrintable(QString::number(may)));
        const auto share = keyNamed(world, u"support-chat-prod"_s).spent(june).micros / 10'000 / juneDollars;
        QVERIFY2(share >= 35 && share <= 40, qPrintable(QString::number(share)));

        const auto today = dollarsOf(between(u"2026-06-18T00:00:00Z"_s, u"2026-06-18T14:30:00Z"_s));
        const auto lastWeek = dollarsOf(between(u"2026-06-11T00:00:00Z"_s, u"2026-06-11T14:30:00Z"_s));
        QVERIFY(today > lastWeek && today < lastWeek * 5 / 4);
    }

    void weekendsAreAboutHalf()
    {
        const auto micros = [this](Stretch stretch) { return sum(truth(m_world, stretch), u"keys"_s); };
        const auto weekdays = micros({day(6, 8).from, day(6, 12).to}) / 5;
        const auto weekend = micros({day(6, 13).from, day(6, 14).to}) / 2;
        QVERIFY(weekend * 10 > weekdays * 4 && weekend * 10 < weekdays * 6);
    }

    void opusJumpsInTheMiddleOfJune()
    {
        const auto opus = [this](Stretch stretch) {
            for (const auto &row : truth(m_world, stretch)[u"models"_s].toArray()) {
                if (row[u"name"_s] == u"anthropic/claude-opus-4.7"_s)
                    return microsOfText(row[u"amount"_s]);
            }
            return qint64(0);
        };
        QVERIFY(opus(day(6, 15)) > 0);
        QVERIFY(opus(day(6, 16)) > 2 * opus(day(6, 15)));
    }

    void ownProviderKeysAreCountedApart()
    {
        const auto &key = keyNamed(m_world, u"code-agents-dev"_s);
        QVERIFY(key.spent(day(6, 1)).byokMicros > 0);
        const auto told = truth(m_world, day(6, 1));
        QCOMPARE(microsOfText(told[u"byok"_s]), key.spent(day(6, 1)).byokMicros);
    }

    void theCappedKeyStopsAtItsCap_data() { addSeeds(); }

    void theCappedKeyStopsAtItsCap()
    {
        QFETCH(quint64, seed);
        const World world(seed);
        const auto &key = keyNamed(world, u"apac-chat-prod"_s);
        const auto cap = *key.plan.limitMicros;
        QVERIFY(key.until(slotsUntil(utc(u"2026-06-16T12:00:00Z"_s))).micros < cap);
        QCOMPARE(key.until(slotsUntil(utc(u"2026-06-16T18:00:00Z"_s))).micros, cap);
        QCOMPARE(key.until(lastSlot()).micros, cap);
        for (auto slot = slotOf(QDate(2026, 6, 16)); slot < slotOf(QDate(2026, 6, 17)); ++slot)
            QVERIFY(key.spent({slot, slot + 1}).micros >= 0);
    }

    void theLostKeyEarnsNothingFromItsLastSlotOn()
    {
        const auto &key = keyNamed(m_world, u"support-overflow"_s);
        const auto last = slotsUntil(utc(u"2026-06-18T11:25:00Z"_s));
        QVERIFY(key.spent({last - 1, last}).micros > 0);
        QVERIFY(key.spent({last, lastSlot()}) == Figures());
    }

    void balancesFallBetweenTopUpsAndLast_data() { addSeeds(); }

    void balancesFallBetweenTopUpsAndLast()
    {
        QFETCH(quint64, seed);
        const World world(seed);
        const auto &key = keyNamed(world, u"support-overflow"_s);
        const auto balance = [&](Slot slot) { return key.topUps->until(slot) - key.until(slot).micros; };
        const auto end = slotsUntil(utc(u"2026-06-18T11:25:00Z"_s));
        int topUps = 0;
        for (Slot slot = 1; slot <= end; ++slot) {
            QVERIFY(balance(slot) > 0);
            const bool paid = key.topUps->until(slot) > key.topUps->until(slot - 1);
            topUps += paid ? 1 : 0;
            QVERIFY(paid || balance(slot) <= balance(slot - 1));
        }
        QVERIFY(topUps > 5);
    }

    void elsewhereNothingMovesWithoutARequest()
    {
        qint64 written = 0;
        for (const auto &name : {u"web-shop"_s, u"storefront"_s, u"web"_s, u"helpdesk"_s}) {
            const auto &key = keyNamed(m_world, name);
            for (const auto &series : key.series) {
                for (auto slot = day(6, 16).from; slot < day(6, 16).to; ++slot)
                    QVERIFY(series.in(slot).requests > 0 || series.in(slot) == Figures());
                written += series.until(day(6, 17).from).cacheWriteTokens;
            }
            QVERIFY(key.spent(day(6, 16)).micros > 0);
        }
        QVERIFY(written > 0);
    }

    void walletsLast_data() { addSeeds(); }

    void walletsLast()
    {
        QFETCH(quint64, seed);
        const World world(seed);
        for (const auto &name : {u"night-batch"_s, u"storefront"_s, u"ci"_s, u"notebooks"_s}) {
            const auto &wallet = world.wallet(keyNamed(world, name).plan.account);
            for (Slot slot = 1; slot < slotOf(QDate(2026, 9, 1)); slot += 12)
                QVERIFY(wallet.balance(slot) > 0);
        }
    }

    void creditsLast_data() { addSeeds(); }

    void creditsLast()
    {
        QFETCH(quint64, seed);
        const World world(seed);
        const auto balance = [&](Slot slot) {
            const auto &main = world.managed(0);
            return (main.credits.until(slot) - spentUntil(main.keys, slot).micros) / 1'000'000;
        };
        for (Slot slot = 0; slot < slotOf(QDate(2026, 7, 1)); slot += 12)
            QVERIFY(balance(slot) > 0);
        const auto then = balance(slotsUntil(utc(u"2026-06-18T14:30:00Z"_s)));
        QVERIFY2(then > 1000 && then < 1450, qPrintable(QString::number(then)));
    }
};

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_world.moc"
