// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_requests.h"
#include "viewmodels/usage_details.h"
#include "viewmodels/usage_strip.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

UsageRow rowAt(int place)
{
    return scripted::requests().at(place);
}

UsageCells cellsAt(int place)
{
    return usageCells(rowAt(place), {});
}

ModelListing listing(const QString &input, const QString &output)
{
    ModelListing listing;
    listing.input = *unitPricePerMillionFromText(input);
    listing.output = *unitPricePerMillionFromText(output);
    return listing;
}

} // namespace

class UsageCellsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysSameWhereTheModelIsTheOneAskedFor()
    {
        const auto same = cellsAt(0);
        QCOMPARE(same.served, u"same"_s);
        QVERIFY(same.isServedPlain);
        const auto other = cellsAt(2);
        QCOMPARE(other.served, u"claude-opus-4.7"_s);
        QVERIFY(!other.isServedPlain);
        QVERIFY(other.isServedElsewhere);
        QCOMPARE(other.fallback, u"model"_s);
        QCOMPARE(cellsAt(5).fallback, u"provider"_s);
        QVERIFY(!cellsAt(5).isModelFallback);
    }

    void nobodyAnsweredAndNotToldAreTwoThings()
    {
        QCOMPARE(cellsAt(7).served, u"none"_s);
        auto row = rowAt(0);
        row.facts.servedModel.clear();
        QCOMPARE(usageCells(row, {}).served, u"unknown"_s);
    }

    void theToneFollowsWhatHappenedAndNotTheNumber()
    {
        QCOMPARE(cellsAt(0).tone, u"ok"_s);
        QCOMPARE(cellsAt(7).tone, u"warn"_s);
        QCOMPARE(cellsAt(7).reason, u"rate limit"_s);
        QCOMPARE(cellsAt(11).tone, u"danger"_s);
        auto capped = rowAt(7);
        capped.facts.errorCode = u"openrouter_key_limit"_s;
        QCOMPARE(usageCells(capped, {}).status, u"429"_s);
        QCOMPARE(usageCells(capped, {}).tone, u"danger"_s);
        QCOMPARE(usageCells(capped, {}).reason, u"cap used up"_s);
        QCOMPARE(cellsAt(10).status, u"incomplete"_s);
        QCOMPARE(cellsAt(10).tone, u"danger"_s);
    }

    void neverShowsWhatIsUnknownAsZero()
    {
        UsageRow row;
        row.facts.requestId = u"r"_s;
        row.facts.startedAt = QDateTime(QDate(2026, 6, 18), QTime(9, 0), Qt::UTC);
        const auto cells = usageCells(row, {});
        for (const auto column : {UsageColumn::Requested, UsageColumn::Provider, UsageColumn::Input,
                 UsageColumn::Output, UsageColumn::FirstByte, UsageColumn::Total})
            QCOMPARE(columnText(cells, column), u"—"_s);
        QCOMPARE(cells.cost, u"unknown"_s);
        QCOMPARE(cells.key, u"unknown"_s);
        QVERIFY(!cells.isCostBilled);
    }

    void setsApartWhatTheProviderBills()
    {
        const auto cells = cellsAt(6);
        QVERIFY(cells.isByok);
        QVERIFY(!cells.isCostBilled);
        QCOMPARE(cells.cost, u"$0.01287"_s);
        QVERIFY(cellsAt(2).isCostBilled);
        QVERIFY(!cellsAt(2).isByok);
    }

    void showsTimesInTheZoneThatIsChosen()
    {
        QCOMPARE(cellsAt(0).time, u"14:31:58.204"_s);
        const TimeStyle auckland{QTimeZone("Pacific/Auckland"), true};
        QCOMPARE(usageCells(rowAt(0), auckland).time, u"19 Jun 02:31:58"_s);
        QCOMPARE(columnName(UsageColumn::Time, auckland), u"Time (Pacific/Auckland)"_s);
    }

    void copiesWholeValuesWithTabs()
    {
        auto row = rowAt(0);
        row.keyName = u"a\tb"_s;
        const auto copied = copiedText(row, {}).split(u'\t');
        QCOMPARE(copied.size(), UsageColumn::Count);
        QCOMPARE(copied.at(UsageColumn::Time), u"2026-06-18T14:31:58.204Z"_s);
        QCOMPARE(copied.at(UsageColumn::Key), u"a b"_s);
        QCOMPARE(copied.at(UsageColumn::Served), u"gemini-2.5-flash"_s);
        QCOMPARE(copied.at(UsageColumn::Generation), u"gen-1781793118-k3V9xQ"_s);
    }

    void tellsTheRoute()
    {
        const auto row = rowAt(2);
        QCOMPARE(routeTitle(row), u"Route, 3 attempts in 8.04 s"_s);
        const auto lines = attemptLines(row);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0).mark, u"warn"_s);
        QCOMPARE(lines.at(0).text, u"429 Rate limit"_s);
        QCOMPARE(lines.at(1).mark, u"failed"_s);
        QCOMPARE(lines.at(2).mark, u"ok"_s);
        QCOMPARE(lines.at(2).time, u"6.64 s"_s);
    }

    void showsARequestWithoutAttemptsAsItsOnlyOne()
    {
        QCOMPARE(routeTitle(rowAt(11)), u"Route, attempts not reported"_s);
        const auto lines = attemptLines(rowAt(11));
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().mark, u"failed"_s);
        QCOMPARE(lines.first().text, u"502 The provider failed"_s);
    }

    void comparesTheBillWithTheRequestedModel()
    {
        const auto lines = costLines(rowAt(2), {listing(u"3"_s, u"15"_s), listing(u"5"_s, u"25"_s)});
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines.at(0).basis, u"1,842 at $5.00/M"_s);
        QCOMPARE(lines.at(0).amount, u"$0.00921"_s);
        QCOMPARE(lines.at(2).name, u"Charged"_s);
        QCOMPARE(lines.at(2).amount, u"$0.01716"_s);
        QCOMPARE(lines.at(3).name, u"Had claude-sonnet-4.5 served it"_s);
        QCOMPARE(lines.at(3).amount, u"≈ $0.01030"_s);
        QVERIFY(lines.at(4).isExtra);
        QCOMPARE(lines.at(4).basis, u"+66.7%"_s);
        QCOMPARE(lines.at(4).amount, u"≈ +$0.00686"_s);
    }

    void marksWhatItWorksOutItself()
    {
        auto row = rowAt(9);
        const auto lines = costLines(row, {{}, listing(u"3"_s, u"15"_s)});
        QCOMPARE(lines.at(0).amount, u"≈ $0.00510"_s);
        QVERIFY(!lines.at(0).tip.isEmpty());
        row.facts.detail.cachedTokens = 1000;
        QCOMPARE(costLines(row, {{}, listing(u"3"_s, u"15"_s)}).at(0).amount, u"—"_s);
    }

    void saysUnknownWithoutAPrice()
    {
        const auto lines = costLines(rowAt(2), {});
        QCOMPARE(lines.at(0).basis, u"1,842 tokens"_s);
        QCOMPARE(lines.constLast().amount, u"unknown"_s);
        auto unpriced = rowAt(0);
        unpriced.facts.cost.reset();
        QCOMPARE(costLines(unpriced, {}).constLast().amount, u"unknown"_s);
    }

    void namesWhereARowComesFrom()
    {
        const auto lines = idLines(rowAt(2), QTimeZone::utc());
        QCOMPARE(lines.at(1).value, u"gen-1781793117-p7RwL2"_s);
        QVERIFY(lines.at(1).isId);
        QCOMPARE(lines.at(4).value, u"stop, streamed, first byte in 2.21 s"_s);
        QCOMPARE(lines.at(5).value, u"Generation look-up, 14:32:04"_s);
        QCOMPARE(lines.at(5).tip, u"GET /generation"_s);
        const auto few = idLines(rowAt(0), QTimeZone::utc());
        QCOMPARE(few.at(2).value, u"not reported"_s);
        QVERIFY(!few.at(2).isId);
    }

    void sumsUpTheRows()
    {
        UsageSummary summary;
        summary.spend = Money::fromNanos(309'410'000'000);
        summary.ledgerTotal = Money::fromNanos(312'990'000'000);
        summary.requests = 135'795;
        summary.fellBack = 4378;
        auto strip = usageStrip(summary, {});
        QCOMPARE(strip.spend, u"$312.99"_s);
        QCOMPARE(strip.itemised, u"98.9%"_s);
        QCOMPARE(strip.itemisedSpend, u"$309.41 of spend"_s);
        QCOMPARE(strip.fellBack, u"3.2%"_s);
        QCOMPARE(strip.median, u"—"_s);
        QCOMPARE(strip.missing, u"$3.58 arrives only as totals and is not in these rows"_s);
        strip = usageStrip(summary, UsageTimes{1900, 8200, 135'795});
        QCOMPARE(strip.median, u"1.9 s"_s);
        QCOMPARE(strip.slowest, u"p95 8.2 s"_s);
    }

    void sumsUpNothingWithoutInventingFigures()
    {
        const auto strip = usageStrip({}, UsageTimes());
        QCOMPARE(strip.spend, u"$0.00"_s);
        QCOMPARE(strip.perSuccess, u"—"_s);
        QCOMPARE(strip.failed, u"—"_s);
        QCOMPARE(strip.median, u"—"_s);
        QCOMPARE(strip.itemised, u"—"_s);
    }

    void namesWhatIsNotInTheSum()
    {
        UsageSummary summary;
        summary.spend = Money::fromNanos(5'000'000'000);
        summary.unpriced = 12;
        summary.byok = Money::fromNanos(1'000'000'000);
        summary.otherCurrencies = {Money::fromNanos(7'000'000'000, *Currency::fromCode(u"CNY"))};
        const auto strip = usageStrip(summary, {});
        QVERIFY(strip.isAtLeast);
        QCOMPARE(strip.missing,
            u"12 rows have no known cost · $1.00 BYOK, billed by providers, is apart · ¥7.00 not in this total"_s);
        summary.ledgerTotal = Money::fromNanos(4'000'000'000);
        QVERIFY(usageStrip(summary, {}).missing.startsWith(u"These rows cost $1.00 more"_s));
    }
};

QTEST_APPLESS_MAIN(UsageCellsTest)
#include "tst_usage_cells.moc"
