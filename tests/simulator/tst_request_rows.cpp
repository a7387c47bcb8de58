// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/request_ids.h"
#include "simulator/request_rows.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const Slot Morning = slotsUntil(QDateTime(QDate(2026, 6, 16), QTime(9, 0), Qt::UTC));

Figures sumOf(const std::vector<RequestRow> &rows)
{
    Figures sum;
    for (const auto &row : rows)
        sum += row.figures;
    return sum;
}

//! As text, to compare every member.
QString described(const RequestRow &row)
{
    QStringList tries;
    for (const auto &attempt : row.attempts)
        tries << u"%1/%2/%3"_s.arg(attempt.provider).arg(attempt.model).arg(attempt.status);
    return u"%1 %2 %3 %4 %5 %6 %7 %8 %9"_s.arg(row.momentMs)
        .arg(QString::fromLatin1(row.id))
        .arg(row.requestedModel)
        .arg(row.figures.micros)
        .arg(row.figures.promptTokens)
        .arg(row.parts.output)
        .arg(row.firstTokenMs.value_or(-1))
        .arg(row.totalMs)
        .arg(tries.join(u' '));
}

} // namespace

class TestRequestRows : public QObject {
    Q_OBJECT

private:
    const World m_world{7};

    //! Every key and slot of a day, June 16th 2026.
    template<typename Look>
    void overADay(Look look) const
    {
        const auto first = slotOf(QDate(2026, 6, 16));
        for (const auto &key : m_world.keys()) {
            for (const auto &series : key.series) {
                for (auto slot = first; slot < first + SlotsPerDay; ++slot)
                    look(key, series, slot);
            }
        }
    }

private Q_SLOTS:
    void rowsSumToTheFiguresOfTheSlot()
    {
        qint64 rowsSeen = 0;
        overADay([&](const Key &key, const SpendSeries &series, Slot slot) {
            const auto rows = requestsIn(key, series, slot);
            QVERIFY(sumOf(rows) == series.in(slot));
            rowsSeen += static_cast<qint64>(rows.size());
        });
        QVERIFY(rowsSeen > 10'000);
    }

    void noPartOfARowIsNegativeOrMoreThanItsWhole()
    {
        overADay([](const Key &key, const SpendSeries &series, Slot slot) {
            for (const auto &row : requestsIn(key, series, slot)) {
                const auto &parts = row.parts;
                QVERIFY(
                    qMin(parts.input, parts.output) >= 0 && parts.cacheRead >= 0 && parts.cacheWrite >= 0);
                QCOMPARE(parts.sum(), row.figures.listMicros + row.figures.byokMicros);
                QVERIFY(row.figures.micros >= 0 && row.figures.completionTokens >= 0);
                QVERIFY(row.figures.requests == 0
                    || row.figures.cacheReadTokens + row.figures.cacheWriteTokens
                        <= row.figures.promptTokens);
            }
        });
    }

    void failedRequestsCostNothing()
    {
        int failed = 0;
        qint64 counted = 0;
        overADay([&](const Key &key, const SpendSeries &series, Slot slot) {
            counted += failuresIn(series, slot);
            for (const auto &row : requestsIn(key, series, slot)) {
                if (row.outcome != RequestOutcome::Failed) {
                    QCOMPARE(row.status, 200);
                    continue;
                }
                QVERIFY(row.figures == Figures());
                QVERIFY(row.status >= 400 && row.attempts.back().status == row.status);
                QVERIFY(!row.firstTokenMs);
                ++failed;
            }
        });
        QVERIFY(failed > 100);
        QCOMPARE(counted, failed);
    }

    void aRequestThatIsBilledAndNotCountedWasBrokenOff()
    {
        int uncounted = 0;
        overADay([&](const Key &key, const SpendSeries &series, Slot slot) {
            for (const auto &row : requestsIn(key, series, slot)) {
                if (row.outcome == RequestOutcome::Failed || row.figures.requests == 1)
                    continue;
                QVERIFY(row.outcome == RequestOutcome::Incomplete && row.stream);
                QCOMPARE(series.in(slot).requests, 0);
                ++uncounted;
            }
        });
        QVERIFY(uncounted > 0);
    }

    void momentsLieInTheSlotAndInOrder()
    {
        overADay([](const Key &key, const SpendSeries &series, Slot slot) {
            auto last = startOf(slot).toMSecsSinceEpoch();
            const auto end = startOf(slot + 1).toMSecsSinceEpoch();
            for (const auto &row : requestsIn(key, series, slot)) {
                QVERIFY(row.momentMs >= last && row.momentMs < end);
                last = row.momentMs;
            }
        });
    }

    void idsAreUniqueInTheWorld()
    {
        QSet<QByteArray> ids;
        qsizetype rowsSeen = 0;
        overADay([&](const Key &key, const SpendSeries &series, Slot slot) {
            for (const auto &row : requestsIn(key, series, slot)) {
                ids.insert(row.id);
                ++rowsSeen;
            }
        });
        QCOMPARE(ids.size(), rowsSeen);
    }

    void theSameSeedGivesTheSameRows()
    {
        const World again(7);
        const World other(8);
        const auto tell = [](const World &world) {
            QStringList all;
            for (const auto &row : requestsIn(world.keys()[2], Morning))
                all << described(row);
            return all;
        };
        QVERIFY(!tell(m_world).isEmpty());
        QCOMPARE(tell(again), tell(m_world));
        QVERIFY(tell(other) != tell(m_world));
    }

    void someAreServedByAnotherModelAfterAFailedAttempt()
    {
        int fallbacks = 0;
        overADay([&](const Key &key, const SpendSeries &series, Slot slot) {
            for (const auto &row : requestsIn(key, series, slot)) {
                QVERIFY(!row.attempts.empty());
                QCOMPARE(row.servedModel, series.spec().model);
                if (row.requestedModel == row.servedModel)
                    continue;
                QCOMPARE(row.attempts.size(), std::size_t(2));
                QCOMPARE(row.attempts.front().model, row.requestedModel);
                QVERIFY(row.attempts.front().status >= 400);
                QCOMPARE(row.attempts.back().status, 200);
                QVERIFY(key.account().place != Place::ToRouter);
                ++fallbacks;
            }
        });
        QVERIFY(fallbacks > 10);
    }

    void anIdIsFoundAgainWithoutATable()
    {
        for (const auto &key : m_world.keys()) {
            for (const auto &row : requestsIn(key, Morning)) {
                const auto found = findRequest(m_world, key.account().place, row.id);
                QVERIFY(found);
                QCOMPARE(found->key, &key);
                QCOMPARE(described(found->row), described(row));
            }
        }
    }

    void idsLookLikeTheirGateways_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<QString>("shape");
        const auto uuid = u"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"_s;
        QTest::newRow("OpenRouter") << int(Place::OpenRouter) << u"gen-1781600400-[A-Za-z0-9]{20}"_s;
        QTest::newRow("sub2api") << int(Place::Sub2api) << u"client:"_s + uuid;
        QTest::newRow("Chuizi") << int(Place::Chuizi) << u"gen-[0-9a-f]{32}"_s;
        QTest::newRow("LiteLLM") << int(Place::LiteLlm) << u"chatcmpl-"_s + uuid;
    }

    void idsLookLikeTheirGateways()
    {
        QFETCH(int, place);
        QFETCH(QString, shape);
        const auto moment = startOf(Morning).toMSecsSinceEpoch();
        const auto id = requestId(static_cast<Place>(place), moment, 12345);
        const QRegularExpression whole(QRegularExpression::anchoredPattern(shape));
        QVERIFY2(whole.match(QString::fromLatin1(id)).hasMatch(), id.constData());
        QCOMPARE(slotOfRequest(static_cast<Place>(place), id), std::optional(Morning));
    }

    void strangeIdsAreFoundNowhere_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("prefix only") << "gen-"_ba;
        QTest::newRow("no number") << "gen-abcdefghij-ABCDEFGHIJKLMNOPQRST"_ba;
        QTest::newRow("before the world") << "gen-1000000000-ABCDEFGHIJKLMNOPQRST"_ba;
        QTest::newRow("after the world") << "gen-9999999999-ABCDEFGHIJKLMNOPQRST"_ba;
        QTest::newRow("nobody's letters") << "gen-1781600400-ABCDEFGHIJKLMNOPQRST"_ba;
        QTest::newRow("of another gateway") << "client:0190163d-8e80-7000-8000-000000000000"_ba;
    }

    void strangeIdsAreFoundNowhere()
    {
        QFETCH(QByteArray, id);
        for (const auto place : {Place::OpenRouter, Place::ToRouter, Place::Chuizi, Place::OpenAi})
            QVERIFY(!findRequest(m_world, place, id));
    }
};

QTEST_GUILESS_MAIN(TestRequestRows)
#include "tst_request_rows.moc"
