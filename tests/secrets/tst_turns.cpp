// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/async.h"
#include "secrets/turns.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class TestTurns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void letsOneInAtATimeInTheOrderOfAsking();
    void letsEverybodyLeaveWhenItCloses();
    void takesTheFirstAnswerOnly();
};

namespace {

Async<Done> work(
    std::shared_ptr<Turns> turns, QString name, OneShot<Done> end, std::shared_ptr<QStringList> story)
{
    auto calling = turns->take();
    co_await calling;
    const Turn turn(turns);
    if (turns->isClosed())
        co_return fail(Error::Kind::Cancelled);
    story->append(name + u" begins"_s);
    co_await end;
    story->append(name + u" ends"_s);
    co_return Done{};
}

} // namespace

void TestTurns::letsOneInAtATimeInTheOrderOfAsking()
{
    const auto turns = std::make_shared<Turns>();
    const auto story = std::make_shared<QStringList>();
    const OneShot<Done> endOfA, endOfB;
    const auto a = work(turns, u"a"_s, endOfA, story);
    const auto b = work(turns, u"b"_s, endOfB, story);
    endOfB.give(Done{});
    QCOMPARE(*story, QStringList{u"a begins"_s});

    endOfA.give(Done{});

    const QStringList expected{u"a begins"_s, u"a ends"_s, u"b begins"_s, u"b ends"_s};
    QTRY_COMPARE(*story, expected);
    QVERIFY(a.isReady() && b.isReady());
}

void TestTurns::letsEverybodyLeaveWhenItCloses()
{
    const auto turns = std::make_shared<Turns>();
    const auto story = std::make_shared<QStringList>();
    const OneShot<Done> endOfA;
    const auto a = work(turns, u"a"_s, endOfA, story);
    const auto b = work(turns, u"b"_s, endOfA, story);
    const auto c = work(turns, u"c"_s, endOfA, story);

    turns->close();

    QVERIFY(!a.isReady() && b.isReady() && c.isReady());
    endOfA.give(Done{});
    const QStringList expected{u"a begins"_s, u"a ends"_s};
    QCOMPARE(*story, expected);
}

void TestTurns::takesTheFirstAnswerOnly()
{
    const OneShot<int> answer;

    answer.give(1);
    answer.give(2);

    QVERIFY(answer.await_ready());
    QCOMPARE(answer.await_resume(), 1);
}

QTEST_GUILESS_MAIN(TestTurns)
#include "tst_turns.moc"
