// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_spend.h"
#include "support/scripted_usage.h"
#include "viewmodels/provenance_view_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = ProvenanceViewModel::State;

namespace {

Provenance day(const char *zone)
{
    auto answer = scripted::provenance({.days = {QDate(2026, 6, 18), QDate(2026, 6, 18)}});
    answer.zone = QTimeZone(zone);
    answer.windowStart = startOfDay(QDate(2026, 6, 18), answer.zone);
    answer.windowEnd = startOfDay(QDate(2026, 6, 19), answer.zone);
    return answer;
}

} // namespace

class ProvenanceViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForTheFigureItIsGiven()
    {
        ScriptedUsage usage;
        ProvenanceViewModel card;
        card.setReports(&usage);
        card.ask(u"Spend"_s, u"EUR"_s, u"2026-06-01"_s, u"2026-06-18"_s, u"2"_s, u"7"_s, {});
        QCOMPARE(card.state(), State::Loading);
        QTRY_COMPARE(card.state(), State::Ready);
        const auto query = usage.provenanceAsked.constFirst();
        QCOMPARE(query.days, (DayRange{QDate(2026, 6, 1), QDate(2026, 6, 18)}));
        QCOMPARE(query.account, std::optional(AccountId(2)));
        QCOMPARE(query.key, std::optional(KeyId(7)));
        QCOMPARE(query.currency.code(), u"EUR"_s);
        QCOMPARE(card.key(), u"7"_s);
        QCOMPARE(card.sources().size(), 3);
        card.ask(u"All"_s, u"USD"_s, u"2026-06-18"_s, u"2026-06-18"_s, {}, {}, {});
        QCOMPARE(card.sources().size(), 0); // never the sources of another figure
        QVERIFY(!usage.provenanceAsked.constLast().key);
        QTRY_COMPARE(card.state(), State::Ready);
    }

    void theLatestQuestionWins()
    {
        ScriptedUsage usage;
        ProvenanceViewModel card;
        card.setReports(&usage);
        QSignalSpy states(&card, &ProvenanceViewModel::stateChanged);
        card.ask(u"one"_s, u"USD"_s, u"2026-06-01"_s, u"2026-06-01"_s, {}, {}, {});
        card.ask(u"two"_s, u"USD"_s, u"2026-06-02"_s, u"2026-06-02"_s, {}, {}, {});
        QTRY_COMPARE(card.state(), State::Ready);
        QCOMPARE(card.card().days, u"Tue 2 June"_s);
        QCOMPARE(card.title(), u"two"_s);
        QTest::qWait(5);
        QCOMPARE(states.size(), 3); // asked twice, answered once
    }

    void namesTheWindowInUtcAndInTheReportingZone()
    {
        const auto there = provenanceCard(day("Asia/Kolkata"));
        QCOMPARE(there.utcWindow, u"17 Jun 18:30 to 18 Jun 18:30, UTC"_s);
        QCOMPARE(there.localWindow, u"18 Jun 00:00 to 19 Jun 00:00, Asia/Kolkata"_s);
        QVERIFY(provenanceCard(day("UTC")).localWindow.isEmpty());
    }

    void saysHowSureEachSourceIs()
    {
        const auto lines = sourceLines(day("UTC"));
        QCOMPARE(lines.at(0).certainty, u"billed"_s);
        QCOMPARE(lines.at(0).amount, u"$5,405.20"_s);
        QVERIFY(lines.at(0).label.startsWith(u"UTC day, cannot be split"_s));
        QVERIFY(!lines.at(1).isBilled);
        QCOMPARE(lines.at(1).amount, u"≈ $2,019.55"_s);
        QVERIFY(lines.at(2).label.contains(u"$3.12 of it lies across midnight"_s));
        QCOMPARE(lines.at(2).fetched, u"fetched 18 Jun 14:30 UTC"_s);
    }

    void namesWhatIsMissingAndWhatWasChanged()
    {
        const auto card = provenanceCard(day("UTC"));
        QVERIFY(card.isAtLeast);
        QCOMPARE(card.silent, u"Chuizi.AI · lab cannot tell all of its spend"_s);
        QCOMPARE(card.restatements.constFirst(),
            u"OpenRouter · main changed 16 Jun (UTC) from $535.10 to $539.42; noticed 18 Jun 09:12 UTC"_s);
    }

    void neverRoundsAShareUpToTheWhole()
    {
        auto answer = day("UTC");
        answer.covered = 0.99999;
        QCOMPARE(provenanceCard(answer).covered, u"99.9% of this time, up to now"_s);
        answer.covered = 1;
        QCOMPARE(provenanceCard(answer).covered, u"100.0% of this time, up to now"_s);
    }

    void namesAFewKeysAndCountsTheOthers()
    {
        auto answer = day("UTC");
        for (int i = 0; i < 10; ++i)
            answer.keyNames.append(u"k%1"_s.arg(i));
        QVERIFY(provenanceCard(answer).keys.endsWith(u"k2 and 7 more"_s));
        answer.keyNames.clear();
        QCOMPARE(provenanceCard(answer).keys, u"not told"_s);
    }
};

QTEST_GUILESS_MAIN(ProvenanceViewModelTest)
#include "tst_provenance_view_model.moc"
