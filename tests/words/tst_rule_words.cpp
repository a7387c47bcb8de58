// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/rule_alert_words.h"
#include "words/rule_words.h"

#include <QRegularExpression>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 6, 18}, {14, 20}, Qt::UTC);

Money dollars(qint64 cents)
{
    return Money::fromNanos(cents * 10'000'000);
}

Alert alertOf(AlertKind kind)
{
    Alert alert;
    alert.kind = kind;
    alert.raisedAt = alert.lastTrueAt = Now;
    alert.facts.name = u"search-prod"_s;
    alert.facts.accountName = u"Main"_s;
    return alert;
}

AlertWords wordsOf(const Alert &alert)
{
    return ruleAlertWords(alert, QTimeZone::utc());
}

} // namespace

//! What rules and their alerts say.
class RuleWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRuleReadsAsASentence_data()
    {
        QTest::addColumn<AlertKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::newRow("spike")
            << AlertKind::Spike
            << u"A day costs over 1.5 times the usual for that weekday, per key, and more than 10.00"_s;
        QTest::newRow("fallback")
            << AlertKind::FallbackRate
            << u"More than 10% of a key's requests change model for 30 min, of at least 20 requests"_s;
        QTest::newRow("balance") << AlertKind::LowBalance
                                 << u"Less than 5 days left at the 7-day pace, or under 250.00"_s;
        QTest::newRow("expiry") << AlertKind::KeyExpiry << u"A key expires in 30 days, 7 days or 2 days"_s;
        QTest::newRow("health") << AlertKind::GatewayHealth
                                << u"No answer for 15 min, or figures older than 2 polls"_s;
        QTest::newRow("digest") << AlertKind::WeeklyDigest << u"Every Sunday at 08:00"_s;
    }
    void aRuleReadsAsASentence()
    {
        QFETCH(const AlertKind, kind);
        AlertRule rule;
        rule.kind = kind;
        QTEST(ruleText(rule), "text");
    }

    void everyRuleNamesAllOfItsValues()
    {
        for (const auto &rule : firstRules()) {
            const auto sentence = ruleSentence(rule.kind);
            const auto count = parametersOf(rule.kind).size();
            for (qsizetype i = 1; i <= count; ++i)
                QVERIFY2(sentence.contains(u'%' + QString::number(i)), qPrintable(sentence));
            QVERIFY2(!ruleText(rule).contains(QRegularExpression(u"%\\d"_s)), qPrintable(ruleText(rule)));
        }
    }

    void readsWhatItWrites()
    {
        for (const auto &rule : firstRules()) {
            for (const auto &parameter : parametersOf(rule.kind)) {
                for (const auto value : {parameter.initial, parameter.least, parameter.most})
                    QCOMPARE(
                        parameterFromText(parameter, parameterText(parameter, value)), std::optional(value));
            }
        }
    }

    void understandsWhatPeopleType_data()
    {
        using Unit = RuleParameter::Unit;
        QTest::addColumn<RuleParameter::Unit>("unit");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("value"); // -1: nothing
        const auto row = [](const char *name, Unit unit, const QString &text, qint64 value) {
            QTest::newRow(name) << unit << text << value;
        };
        row("a factor", Unit::Times, u"1.5"_s, 150);
        row("with its sign", Unit::Times, u"2x"_s, 200);
        row("percent", Unit::Percent, u"12 %"_s, 12);
        row("a word", Unit::Percent, u"many"_s, -1);
        row("half a percent", Unit::Percent, u"0.5"_s, -1);
        row("two numbers", Unit::Minutes, u"5 or 7"_s, -1);
        row("money", Unit::Amount, u"$250.50"_s, 25050);
        row("a day of the week", Unit::Weekday, u"monday"_s, 1);
        row("its short name", Unit::Weekday, u"Sun"_s, 7);
        row("its number", Unit::Weekday, u"3"_s, 3);
        row("an hour", Unit::Hour, u"8:00"_s, 8);
        row("only whole hours", Unit::Hour, u"08:30"_s, -1);
        row("nothing", Unit::Days, QString(), -1);
    }
    void understandsWhatPeopleType()
    {
        QFETCH(const RuleParameter::Unit, unit);
        QFETCH(const QString, text);
        QFETCH(const qint64, value);
        const RuleParameter parameter{u"x"_s, unit, 1, 0, 1000};
        QCOMPARE(parameterFromText(parameter, text).value_or(-1), value);
    }

    void aSpikeSaysHowManyTimesTheUsual()
    {
        auto alert = alertOf(AlertKind::Spike);
        alert.facts.spent = dollars(6200);
        alert.facts.usual = dollars(2000);
        alert.facts.times = 3.1;
        alert.facts.periodFirst = alert.facts.periodLast = Now.date();
        auto words = wordsOf(alert);
        QCOMPARE(words.title, u"search-prod spent 3.1 times its usual Thursday"_s);
        QCOMPARE(words.body, u"$62.00 so far today; usually $20.00."_s);
        alert.lastTrueAt = Now.addDays(1);
        QCOMPARE(wordsOf(alert).body, u"$62.00 on Thu 18 June; usually $20.00."_s);
        alert.facts.times.reset();
        QCOMPARE(
            wordsOf(alert).title, u"search-prod spent $62.00 on a Thursday that usually costs nothing"_s);
    }

    void aLowBalanceSaysUntilWhen()
    {
        auto alert = alertOf(AlertKind::LowBalance);
        alert.facts.name = u"OpenRouter · main"_s;
        alert.facts.spent = dollars(118462);
        alert.facts.daysLeft = 3.9;
        alert.facts.until = Now.addDays(4);
        const auto words = wordsOf(alert);
        QCOMPARE(words.title, u"OpenRouter · main: about 3.9 days of credit left"_s);
        QCOMPARE(words.line, u"$1,184.62 left, about 3.9 days at this pace"_s);
        QCOMPARE(words.body, u"$1,184.62 left. Top up before Mon 22 June."_s);
        alert.facts.daysLeft.reset();
        QCOMPARE(wordsOf(alert).title, u"OpenRouter · main: the balance is low"_s);
    }

    void aCapSaysWhetherRequestsFail()
    {
        auto alert = alertOf(AlertKind::KeyCap);
        alert.facts.limit = dollars(7000);
        alert.facts.spent = dollars(7000);
        alert.facts.percent = 100;
        alert.facts.until = QDateTime({2026, 7, 1}, {}, Qt::UTC);
        QCOMPARE(wordsOf(alert).title, u"search-prod reached its cap"_s);
        QCOMPARE(wordsOf(alert).body, u"$70.00 of $70.00. Its requests fail until Wed 1 July 00:00 UTC."_s);
        alert.facts.spent = dollars(6300);
        alert.facts.percent = 90;
        QCOMPARE(wordsOf(alert).title, u"search-prod has used 90% of its cap"_s);
        QCOMPARE(wordsOf(alert).body, u"$7.00 left, resets Wed 1 July 00:00 UTC."_s);
        alert.facts.until.reset();
        QCOMPARE(wordsOf(alert).line, u"$7.00 left; it never resets"_s);
    }

    void ageIsToldInDays()
    {
        auto expiry = alertOf(AlertKind::KeyExpiry);
        expiry.facts.until = QDateTime({2026, 6, 20}, {}, Qt::UTC);
        expiry.facts.daysLeft = 1.4;
        QCOMPARE(wordsOf(expiry).title, u"search-prod expires in 2 days"_s);
        QCOMPARE(wordsOf(expiry).body, u"Sat 20 June 00:00 UTC. Rotate it now."_s);
        expiry.facts.daysLeft = -1;
        QCOMPARE(wordsOf(expiry).title, u"search-prod has expired"_s);
        auto rotation = alertOf(AlertKind::RotationDue);
        rotation.facts.count = 92;
        rotation.facts.of = 90;
        rotation.facts.daysLeft = -2;
        rotation.facts.until = Now.addDays(-2);
        QCOMPARE(wordsOf(rotation).title, u"search-prod is 92 days old"_s);
        QCOMPARE(wordsOf(rotation).body, u"Your policy is 90 days. Rotation was due Tue 16 June."_s);
        auto unused = alertOf(AlertKind::UnusedKey);
        unused.facts.count = 41;
        QCOMPARE(wordsOf(unused).title, u"search-prod has not been used for 41 days"_s);
    }

    void aSilentGatewayAndItsReturn()
    {
        auto alert = alertOf(AlertKind::GatewayHealth);
        alert.facts.name = u"Chuizi.AI · lab"_s;
        alert.facts.since = QDateTime({2026, 6, 18}, {11, 28}, Qt::UTC);
        alert.facts.count = 3;
        alert.facts.cause = u"unreachable"_s;
        QCOMPARE(wordsOf(alert).title, u"No figures from Chuizi.AI · lab since 11:28"_s);
        QCOMPARE(wordsOf(alert).body, u"3 polls without an answer. Totals are marked stale."_s);
        QVERIFY(wordsOf(alert).whatHappened.contains(u"It cannot be reached."_s));
        alert.resolvedAt = QDateTime({2026, 6, 18}, {14, 30}, Qt::UTC);
        const auto over = resolvedRuleWords(alert, QTimeZone::utc());
        QCOMPARE(over.title, u"Chuizi.AI · lab answers again"_s);
        QCOMPARE(over.body, u"No answer for 3 hours. Totals are complete."_s);
    }

    void ratesSayHowManyAndWhatInstead()
    {
        auto alert = alertOf(AlertKind::FallbackRate);
        alert.facts.percent = 38.4;
        alert.facts.count = 4378;
        alert.facts.of = 11401;
        alert.facts.before = u"sonnet"_s;
        alert.facts.after = u"opus"_s;
        alert.facts.times = 1.67;
        QCOMPARE(wordsOf(alert).title, u"38% of search-prod fell back"_s);
        QCOMPARE(wordsOf(alert).body, u"opus answers instead of sonnet, at 67% more."_s);
        alert.kind = AlertKind::FailureRate;
        alert.facts.percent = 5.4;
        alert.facts.cause = u"rate_limit"_s;
        QCOMPARE(wordsOf(alert).title, u"5.4% of search-prod requests fail"_s);
        QCOMPARE(wordsOf(alert).body, u"Most: rate_limit."_s);
    }

    void keysAtLarge()
    {
        auto alert = alertOf(AlertKind::UncappedKey);
        QCOMPARE(wordsOf(alert).title, u"New key at Main: search-prod"_s);
        QCOMPARE(wordsOf(alert).body, u"Nobody added it here. It has no cap."_s);
        alert.step = 1;
        alert.facts.spent = dollars(9640);
        alert.facts.periodFirst = {2026, 6, 1};
        QCOMPARE(wordsOf(alert).title, u"search-prod has no cap and is in use"_s);
        QCOMPARE(wordsOf(alert).line, u"$96.40 in June"_s);
    }

    void aDigestAddsUpTheWeek()
    {
        auto alert = alertOf(AlertKind::WeeklyDigest);
        alert.facts.spent = dollars(280125);
        alert.facts.count = 3;
        alert.facts.of = 1;
        alert.facts.periodFirst = {2026, 6, 8};
        alert.facts.periodLast = {2026, 6, 14};
        QCOMPARE(wordsOf(alert).title, u"Weekly digest, 8 to 14 June"_s);
        QCOMPARE(wordsOf(alert).line, u"$2,801.25 spent, 3 alerts, 1 missed poll"_s);
        alert.facts.isAtLeast = true;
        QCOMPARE(wordsOf(alert).line, u"At least $2,801.25 spent, 3 alerts, 1 missed poll"_s);
    }

    void aPriceSaysBothSides()
    {
        auto alert = alertOf(AlertKind::PriceChange);
        alert.facts.name = u"alpha"_s;
        alert.facts.percent = 20;
        alert.facts.usual = dollars(250);
        alert.facts.spent = dollars(300);
        alert.facts.cause = u"token"_s;
        QCOMPARE(wordsOf(alert).title, u"alpha costs 20% more at Main"_s);
        QCOMPARE(wordsOf(alert).body, u"Input $3.00 instead of $2.50 per million tokens."_s);
    }

    void everyKindSaysAllThereIsToSay()
    {
        for (const auto &rule : firstRules()) {
            const auto alert = alertOf(rule.kind);
            const auto words = wordsOf(alert);
            const auto *name = toText(rule.kind).data();
            for (const auto &text :
                {words.title, words.line, words.body, words.whatHappened, words.whyItMatters}) {
                QVERIFY2(!text.isEmpty(), name);
                QVERIFY2(!text.contains(QRegularExpression(u"%\\d|%n"_s)), qPrintable(text));
            }
            QVERIFY2(words.steps.size() == 2 || words.steps.size() == 3, name);
            for (const auto &step : words.steps)
                QCOMPARE(step.action == AlertAction::None, step.button.isEmpty());
            QVERIFY2(words.figures.size() >= 1 && words.figures.size() <= 4, name);
            const auto over = resolvedRuleWords(alert, QTimeZone::utc());
            QVERIFY2(!over.title.isEmpty() && !over.body.isEmpty(), name);
            QVERIFY2(!over.title.contains(QRegularExpression(u"%\\d"_s)), qPrintable(over.title));
        }
    }

    void namesFromAServerAreNoPlaceholders()
    {
        auto alert = alertOf(AlertKind::ServedModel);
        alert.facts.name = u"%2 <b>%1</b>"_s;
        alert.facts.after = u"beta"_s;
        QCOMPARE(wordsOf(alert).title, u"%2 <b>%1</b> is answered by beta"_s);
    }
};

QTEST_GUILESS_MAIN(RuleWordsTest)
#include "tst_rule_words.moc"
