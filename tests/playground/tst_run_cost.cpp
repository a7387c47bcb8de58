// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/run_cost.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! "0.02", "0.02/CNY", or "?" where it is not told.
std::optional<Money> moneyOf(const QString &word)
{
    if (word == u"?")
        return std::nullopt;
    const auto code = word.section(u'/', 1);
    return *Money::fromText(word.section(u'/', 0, 0), *Currency::fromCode(code.isEmpty() ? u"USD"_s : code));
}

//! One POST: "free", an amount, or "amount+upstream" with an own key at the provider.
SentRequest postOf(const QString &word)
{
    SentRequest sent;
    auto &answer = sent.answer;
    answer.charged = word == u"free" ? Charged::No : Charged::Unknown;
    if (word == u"free")
        return sent;
    answer.cost.amount = moneyOf(word.section(u'+', 0, 0));
    if (word.contains(u'+')) {
        answer.cost.isByok = true;
        answer.cost.upstreamAmount = moneyOf(word.section(u'+', 1));
    }
    return sent;
}

QString textOf(const std::optional<Money> &money)
{
    return money ? money->amountText() + u' ' + money->currency().code() : u"unknown"_s;
}

} // namespace

class RunCostTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withAnOwnKeyTheProvidersPartCounts_data()
    {
        QTest::addColumn<QString>("post");
        QTest::addColumn<QString>("paid");
        QTest::newRow("not told") << u"?"_s << u"unknown"_s;
        QTest::newRow("by the gateway") << u"0.02"_s << u"0.020000000 USD"_s;
        QTest::newRow("nothing") << u"0"_s << u"0.000000000 USD"_s;
        QTest::newRow("by the provider alone") << u"0+0.01"_s << u"0.010000000 USD"_s;
        QTest::newRow("by both") << u"0.02+0.01"_s << u"0.030000000 USD"_s;
        QTest::newRow("the provider's part is not told") << u"0.02+?"_s << u"unknown"_s;
        QTest::newRow("the gateway's part is not told") << u"?+0.01"_s << u"unknown"_s;
        QTest::newRow("in two currencies") << u"0.02+0.01/CNY"_s << u"unknown"_s;
        QTest::newRow("more than money can be") << u"9000000000+9000000000"_s << u"unknown"_s;
    }
    void withAnOwnKeyTheProvidersPartCounts()
    {
        QFETCH(QString, post);
        QFETCH(QString, paid);
        QCOMPARE(textOf(tollkeeper::paid(postOf(post).answer.cost)), paid);
    }

    void withTheGatewaysKeyItsUpstreamCostIsItsOwn()
    {
        for (const auto isByok : {std::optional<bool>(), std::optional(false)}) {
            const AnswerCost cost{moneyOf(u"0"_s), moneyOf(u"0.01"_s), isByok};
            QCOMPARE(textOf(paid(cost)), u"0.000000000 USD"_s);
        }
    }

    void allPostsCountAndWhatIsNotKnownIsSaid_data()
    {
        QTest::addColumn<QString>("posts");
        QTest::addColumn<QString>("sum");
        QTest::addColumn<bool>("isLeast");
        const auto row = [](const char *name, const QString &posts, const QString &sum, bool isLeast) {
            QTest::newRow(name) << posts << sum << isLeast;
        };
        row("one", u"0.02"_s, u"0.020000000 USD"_s, false);
        row("all told", u"0.02 0.03"_s, u"0.050000000 USD"_s, false);
        row("a failure for free", u"free 0.03"_s, u"0.030000000 USD"_s, false);
        row("all for free", u"free free"_s, u"0.000000000 EUR"_s, false);
        row("an earlier one is not known", u"? 0.03"_s, u"0.030000000 USD"_s, true);
        row("the last one is not known", u"0.03 ?"_s, u"0.030000000 USD"_s, true);
        row("none is known", u"? ?"_s, u"unknown"_s, true);
        row("at least nothing says nothing", u"0 ?"_s, u"unknown"_s, true);
        row("free or not known", u"free ?"_s, u"unknown"_s, true);
        row("two currencies", u"0.02/CNY 0.03"_s, u"0.030000000 USD"_s, true);
        row("an own key", u"0+0.01 0.02+0.01"_s, u"0.040000000 USD"_s, false);
        row("more than money can be", u"9000000000 9000000000"_s, u"9000000000.000000000 USD"_s, true);
        row("part of one", u"0.02+? 0.03"_s, u"0.050000000 USD"_s, true);
    }
    void allPostsCountAndWhatIsNotKnownIsSaid()
    {
        QFETCH(QString, posts);
        QFETCH(QString, sum);
        QFETCH(bool, isLeast);
        PlaygroundRun run;
        for (const auto &word : posts.split(u' '))
            run.sent.append(postOf(word));

        const auto cost = runCost(run, *Currency::fromCode(u"EUR"));

        QCOMPARE(textOf(cost.sum), sum);
        QCOMPARE(cost.isLeast, isLeast);
    }
};

QTEST_GUILESS_MAIN(RunCostTest)
#include "tst_run_cost.moc"
