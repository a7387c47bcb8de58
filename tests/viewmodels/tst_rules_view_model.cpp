// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_budgets.h"
#include "support/scripted_services.h"
#include "viewmodels/quiet_hours_view_model.h"
#include "viewmodels/rule_editor_view_model.h"
#include "words/rule_words.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class RulesViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void init()
    {
        m_rules = std::make_unique<ScriptedRules>();
        m_channels = std::make_unique<ScriptedChannelList>();
        m_page = std::make_unique<RulesViewModel>();
        m_editor = std::make_unique<RuleEditorViewModel>();
        m_page->setToday(u"2026-06-18"_s);
        m_page->setChannels(m_channels.get());
        m_page->setRules(m_rules.get());
        m_editor->setList(m_page.get());
        QTRY_COMPARE(m_page->state(), RulesViewModel::State::Ready);
        QTRY_COMPARE(m_page->knownChannels().size(), 3);
    }
    void cleanup()
    {
        m_editor.reset();
        m_page.reset();
    }

    void everyRuleIsASentenceWithItsValuesApart()
    {
        QCOMPARE(m_page->rows().size(), firstRules().size());
        for (int place = 0; place < m_page->rows().size(); ++place) {
            const auto &rule = m_page->line(place)->rule;
            QStringList values;
            for (const auto &piece : row(place).pieces) {
                const auto one = piece.value<RulePiece>();
                QVERIFY2(!one.text.isEmpty() && !one.text.contains(u"%1"_s), qPrintable(row(place).name));
                if (one.isValue)
                    values.append(one.text);
            }
            QCOMPARE(values.size(), parametersOf(rule.kind).size());
            QCOMPARE(values, parameterTexts(rule));
        }
    }

    void tellsWhenOneLastSpokeAndWhomItTells()
    {
        QCOMPARE(row(0).lastRaised, u"12 May, search-rerank-prod"_s);
        QCOMPARE(row(1).lastRaised, u"Today 09:00, OpenRouter · main"_s);
        QCOMPARE(row(2).lastRaised, u"never"_s);
        QCOMPARE(m_page->lastRaisedTitle(), u"Last raised (UTC)"_s);
        m_rules->lines->operator[](0).rule.channels = {ChannelId(1), ChannelId(3)};
        m_rules->lines->operator[](1).rule.channels = {};
        reload();
        QCOMPARE(row(0).tellBy, u"Desktop, Webhook"_s);
        QCOMPARE(row(1).tellBy, u"Inbox only"_s);
        m_page->setZone(u"Asia/Shanghai"_s);
        QCOMPARE(row(1).lastRaised, u"Today 17:00, OpenRouter · main"_s);
    }

    void aSwitchMovesOnceItIsSaved()
    {
        QVERIFY(row(0).isOn);
        m_page->toggle(0);
        QTRY_VERIFY(!row(0).isOn);
        QCOMPARE(m_rules->saved.constLast().kind, m_page->line(0)->rule.kind);
        m_rules->outcome = fail(Error::Kind::StorageFull);
        m_page->toggle(0);
        QTRY_VERIFY(!m_page->saveProblem().isEmpty());
        QVERIFY(!row(0).isOn);
    }

    void failingToReadIsAState()
    {
        m_rules->lines = fail(Error::Kind::StorageDamaged);
        Q_EMIT m_rules->rulesChanged();
        QTRY_COMPARE(m_page->state(), RulesViewModel::State::Failed);
        QVERIFY(!m_page->problem().isEmpty());
    }

    void aRuleIsTriedOutBeforeItIsSaved()
    {
        m_editor->begin(0);
        QTRY_VERIFY(!m_editor->isTrying());
        QCOMPARE(m_rules->tried.size(), 1);
        // 20 March to 18 June
        QCOMPARE(
            m_editor->backTest(), u"On the last 91 days this would have fired 4 times, on these days:"_s);
        QCOMPARE(m_editor->backTestDays().constFirst(), u"9 Jun, search-rerank-prod, $412.50"_s);
        const auto &parameter = parametersOf(m_page->line(0)->rule.kind).at(0);
        const auto typed = parameterText(parameter, parameter.initial + 50);
        m_editor->setValue(0, typed);
        QVERIFY(m_editor->isTrying());
        QTRY_VERIFY(!m_editor->isTrying());
        QCOMPARE(m_rules->tried.constLast().value(parameter.name), parameter.initial + 50);
        QVERIFY(m_rules->saved.isEmpty());
        QVERIFY(m_editor->canSave());
        m_editor->save();
        QTRY_COMPARE(m_editor->state(), RuleEditorViewModel::State::Saved);
        QCOMPARE(m_rules->saved.constLast().value(parameter.name), parameter.initial + 50);
    }

    void thePastIsToldInWords_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("hits");
        QTest::addColumn<bool>("canTell");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 90 << 0 << true << u"On the last 90 days this would not have fired."_s;
        QTest::newRow("once") << 30 << 1 << true
                              << u"On the last 30 days this would have fired once, on this day:"_s;
        QTest::newRow("nothing known") << 0 << 0 << true << u"Nothing is known of the past yet."_s;
        QTest::newRow("not kept")
            << 90 << 0 << false
            << u"What this rule looks at is not kept over time: nothing can be said of the past."_s;
    }
    void thePastIsToldInWords()
    {
        QFETCH(int, days);
        QFETCH(int, hits);
        QFETCH(bool, canTell);
        QFETCH(QString, text);
        m_rules->past = [=](const AlertRule &) -> Result<BackTest> {
            BackTest past;
            if (days > 0)
                past.days = {QDate(2026, 6, 18).addDays(1 - days), QDate(2026, 6, 18)};
            past.hits = QList<BackTestHit>(hits, {QDateTime(QDate(2026, 6, 1), QTime(), Qt::UTC), {}, {}});
            past.canTell = canTell;
            return past;
        };
        m_editor->begin(0);
        QTRY_VERIFY(!m_editor->isTrying());
        QCOMPARE(m_editor->backTest(), text);
        QCOMPARE(m_editor->backTestDays().size(), hits);
    }

    void valuesOutOfBoundsAreRefusedInASentence()
    {
        m_editor->begin(0);
        const auto &parameter = parametersOf(m_page->line(0)->rule.kind).at(0);
        for (const auto &wrong : {u"many"_s, parameterText(parameter, parameter.most + 100)}) {
            m_editor->setValue(0, wrong);
            QVERIFY(m_editor->problem().startsWith(u"“"_s + wrong));
            QVERIFY(m_editor->problem().contains(parameterText(parameter, parameter.least)));
            QVERIFY(!m_editor->canSave());
            bool isMarked = false;
            for (const auto &piece : m_editor->pieces())
                isMarked = isMarked || piece.value<RulePiece>().isWrong;
            QVERIFY(isMarked);
        }
        m_editor->save();
        QVERIFY(m_rules->saved.isEmpty());
        m_editor->setValue(0, parameterText(parameter, parameter.initial));
        QVERIFY(!m_editor->isChanged());
        QVERIFY(m_editor->problem().isEmpty());
    }

    void severityAndChannelsAreOfTheRule()
    {
        m_editor->begin(0);
        const auto before = m_page->line(0)->rule;
        m_editor->setSeverity(2);
        m_editor->toggleChannel(u"3"_s);
        QVERIFY(m_editor->isChanged());
        m_editor->save();
        QTRY_COMPARE(m_editor->state(), RuleEditorViewModel::State::Saved);
        QCOMPARE(m_rules->saved.constLast().severity, AlertSeverity::Critical);
        QCOMPARE(m_rules->saved.constLast().channels, before.channels + QList{ChannelId(3)});
        QTRY_COMPARE(row(0).tone, u"danger"_s);
    }

    void quietHoursAreReadAndSaved()
    {
        ScriptedAlerts alerts;
        QuietHoursViewModel quiet;
        quiet.setAlerts(&alerts);
        QTRY_VERIFY(quiet.isKnown());
        QCOMPARE(quiet.summary(), u"No quiet hours"_s);
        quiet.save(true, u"21:30"_s, u"soon"_s);
        QCOMPARE(quiet.problem(), u"Type times such as 20:00 and 7:00."_s);
        quiet.save(true, u"7"_s, u"07:00"_s);
        QCOMPARE(quiet.problem(), u"Type two times that differ."_s);
        QVERIFY(!alerts.kept.hasQuietHours);
        alerts.kept.pausedUntil = QDateTime(QDate(2026, 6, 19), QTime(), Qt::UTC);
        quiet.reload();
        quiet.save(true, u"21:30"_s, u"6"_s);
        QTRY_COMPARE(quiet.summary(), u"Quiet hours 21:30 to 06:00, critical only"_s);
        QVERIFY(alerts.kept.hasQuietHours);
        QCOMPARE(alerts.kept.quietUntil, QTime(6, 0));
        QVERIFY(alerts.kept.pausedUntil.has_value()); // a pause is another's matter
    }

private:
    void reload()
    {
        QSignalSpy shown(m_page.get(), &RulesViewModel::rowsChanged);
        Q_EMIT m_rules->rulesChanged();
        QTRY_VERIFY(!shown.isEmpty());
    }
    RuleCells row(int place) const { return m_page->rows().at(place).value<RuleCells>(); }

    std::unique_ptr<ScriptedRules> m_rules;
    std::unique_ptr<ScriptedChannelList> m_channels;
    std::unique_ptr<RulesViewModel> m_page;
    std::unique_ptr<RuleEditorViewModel> m_editor;
};

QTEST_GUILESS_MAIN(RulesViewModelTest)
#include "tst_rules_view_model.moc"
