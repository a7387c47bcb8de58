// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/run_redaction.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! One POST for each word: an amount with its currency, "free" where it is known that nothing was charged, or
//! "?" where nothing is told.
PlaygroundRun runOf(const QStringList &posts)
{
    PlaygroundRun run;
    for (const auto &word : posts) {
        SentRequest sent;
        if (word == u"free")
            sent.answer.charged = Charged::No;
        else if (word != u"?")
            sent.answer.cost.amount
                = *Money::fromText(word.section(u'/', 0, 0), *Currency::fromCode(word.section(u'/', 1)));
        run.sent.append(sent);
    }
    run.answer = run.sent.constLast().answer;
    return run;
}

} // namespace

class RunRedactionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAnyPostCostIsKept_data()
    {
        QTest::addColumn<QString>("posts");
        QTest::addColumn<QString>("cost");
        QTest::addColumn<bool>("isWhole");
        const auto row = [](const char *name, const QString &posts, const QString &cost, bool isWhole) {
            QTest::newRow(name) << posts << cost << isWhole;
        };
        row("one", u"0.2/USD"_s, u"0.200000000 USD"_s, true);
        row("none is told", u"? ?"_s, {}, false);
        row("all are told", u"0.1/USD 0.2/USD"_s, u"0.300000000 USD"_s, true);
        row("the last one is not told", u"0.1/USD 0.2/USD ?"_s, u"0.300000000 USD"_s, false);
        row("only the first one is told", u"0.1/USD ? ?"_s, u"0.100000000 USD"_s, false);
        row("two currencies never add up", u"0.1/CNY 0.2/USD ?"_s, u"0.200000000 USD"_s, false);
        row("a failure cost nothing", u"free"_s, u"0.000000000 CNY"_s, true);
        row("a failure cost nothing, then one was served", u"free 0.2/USD"_s, u"0.200000000 USD"_s, true);
    }
    void whatAnyPostCostIsKept()
    {
        QFETCH(QString, posts);
        const auto usual = *Currency::fromCode(u"CNY");
        const auto kept = redactedRun({}, runOf(posts.split(u' ')), false, usual);
        const auto &cost = kept.line.cost;
        QTEST(cost ? cost->amountText() + u' ' + cost->currency().code() : QString(), "cost");
        QTEST(kept.line.isCostWhole, "isWhole");
    }

    //! What was kept of them stays when the bodies go.
    void whatAGatewayQuotesIsNotKept()
    {
        auto run = runOf({u"?"_s});
        run.sent[0].request.body
            = R"({"model":"m","messages":[{"role":"user","content":"Tell me all about the Globex merger"}]})"_ba;
        run.sent[0].answer.text = u"The regulator may well object to all of it"_s;
        Attempt refused;
        refused.reason = u"messages[0].content 'Tell me all about the Globex merger' is refused"_s;
        Attempt cut;
        cut.reason = u"filtered: \"The regulator may well object\""_s;
        run.answer = run.sent.constFirst().answer;
        run.answer.attempts = {refused, cut};
        for (const bool hasBodies : {false, true}) {
            const auto kept = redactedRun({}, run, hasBodies);
            QCOMPARE(kept.trace.at(0).reason, u"messages[0].content '\u2588' is refused"_s);
            QCOMPARE(kept.trace.at(1).reason, u"filtered: \"\u2588\""_s);
        }
    }
};

QTEST_GUILESS_MAIN(RunRedactionTest)
#include "tst_run_redaction.moc"
