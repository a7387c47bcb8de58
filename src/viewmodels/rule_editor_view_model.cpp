// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/rule_editor_view_model.h"

#include "viewmodels/channel_ticks.h"
#include "viewmodels/variants.h"
#include "words/alert_words.h"
#include "words/explain.h"
#include "words/figures.h"
#include "words/rule_words.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using namespace std::chrono_literals;

constexpr auto TypingPause = 400ms;

QString hitText(const BackTestHit &hit, const QTimeZone &zone)
{
    QStringList parts{shortDayText(localDay(hit.at, zone))};
    if (!hit.facts.name.isEmpty())
        parts.append(hit.facts.name);
    if (hit.facts.spent)
        parts.append(moneyText(*hit.facts.spent));
    return parts.join(u", "_s);
}

} // namespace

RuleEditorViewModel::RuleEditorViewModel(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, &RuleEditorViewModel::tryOut);
}

void RuleEditorViewModel::setList(RulesViewModel *list)
{
    if (m_list == list)
        return;
    m_list = list;
    Q_EMIT listChanged();
}

void RuleEditorViewModel::begin(int row)
{
    const auto *line = m_list ? m_list->line(row) : nullptr;
    if (!line)
        return;
    ++m_saves;
    m_first = m_rule = line->rule;
    m_typed = parameterTexts(m_rule);
    m_state = State::Editing;
    m_failure.clear();
    m_backTest = {};
    Q_EMIT changed();
    tryOut();
}

void RuleEditorViewModel::close()
{
    ++m_saves;
    m_answered = ++m_asked;
    m_pause.stop();
    m_state = State::Closed;
    Q_EMIT changed();
    Q_EMIT tried();
}

QString RuleEditorViewModel::name() const
{
    return m_state == State::Closed ? QString() : kindText(m_rule.kind);
}

QString RuleEditorViewModel::icon() const
{
    return m_state == State::Closed ? QString() : ruleIcon(m_rule.kind);
}

std::optional<qint64> RuleEditorViewModel::value(int place) const
{
    const auto &parameter = parametersOf(m_rule.kind).at(place);
    const auto typed = parameterFromText(parameter, m_typed.value(place));
    const bool isGood = typed && *typed >= parameter.least && *typed <= parameter.most;
    return isGood ? typed : std::nullopt;
}

QVariantList RuleEditorViewModel::pieces() const
{
    if (m_state == State::Closed)
        return {};
    auto pieces = rulePieces(m_rule.kind, m_typed);
    for (auto &piece : pieces)
        piece.isWrong = piece.isValue && !value(piece.place);
    return variants(pieces);
}

QStringList RuleEditorViewModel::severities() const
{
    return {severityText(AlertSeverity::Info), severityText(AlertSeverity::Warning),
        severityText(AlertSeverity::Critical)};
}

QVariantList RuleEditorViewModel::ticks() const
{
    return m_list ? channelTicks(m_list->knownChannels(), m_rule.channels) : QVariantList();
}

void RuleEditorViewModel::edit()
{
    m_state = State::Editing;
    m_failure.clear();
    Q_EMIT changed();
}

void RuleEditorViewModel::setSeverity(int severity)
{
    if (severity < 0 || severity > static_cast<int>(AlertSeverity::Critical) || m_state == State::Closed)
        return;
    m_rule.severity = static_cast<AlertSeverity>(severity);
    edit();
}

void RuleEditorViewModel::setOn(bool isOn)
{
    m_rule.isOn = isOn;
    edit();
}

void RuleEditorViewModel::toggleChannel(const QString &id)
{
    m_rule.channels = toggled(m_rule.channels, id);
    edit();
}

void RuleEditorViewModel::setValue(int place, const QString &typed)
{
    const auto &parameters = parametersOf(m_rule.kind);
    if (place < 0 || place >= parameters.size() || m_typed.value(place) == typed || m_state == State::Closed)
        return;
    m_typed[place] = typed;
    if (const auto good = value(place); good && *good != m_rule.value(parameters.at(place).name)) {
        m_rule.values.insert(parameters.at(place).name, *good);
        m_pause.start();
        Q_EMIT tried();
    }
    edit();
}

bool RuleEditorViewModel::isChanged() const
{
    return m_rule != m_first || m_typed != parameterTexts(m_first);
}

QString RuleEditorViewModel::wrongValue() const
{
    const auto &parameters = parametersOf(m_rule.kind);
    for (int place = 0; place < parameters.size(); ++place) {
        const auto &parameter = parameters.at(place);
        if (!value(place))
            //: %1 is what was typed, %2 and %3 the least and the greatest value
            return tr("“%1” does not fit: type %2 to %3.")
                .arg(m_typed.value(place), parameterText(parameter, parameter.least),
                    parameterText(parameter, parameter.most));
    }
    return {};
}

QString RuleEditorViewModel::problem() const
{
    if (m_state == State::Closed)
        return {};
    return m_failure.isEmpty() ? wrongValue() : m_failure;
}

bool RuleEditorViewModel::canSave() const
{
    const bool isOpen = m_state == State::Editing || m_state == State::Failed;
    return isOpen && isChanged() && wrongValue().isEmpty();
}

void RuleEditorViewModel::tryOut()
{
    m_pause.stop();
    if (!m_list || !m_list->rules() || m_state == State::Closed)
        return;
    const auto asked = ++m_asked;
    Q_EMIT tried();
    QCoro::connect(
        m_list->rules()->backTest(m_rule, BackTestDays), this, [this, asked](const Result<BackTest> &answer) {
            if (asked != m_asked) // a later question has overtaken this one
                return;
            m_answered = m_asked;
            m_backTest = answer ? *answer : BackTest();
            m_backTestProblem = answer ? QString() : explain(answer.error()).sentence;
            Q_EMIT tried();
        });
}

QString RuleEditorViewModel::backTest() const
{
    if (m_state == State::Closed || isTrying())
        return {};
    if (!m_backTestProblem.isEmpty())
        return m_backTestProblem;
    if (!m_backTest.canTell)
        return tr("What this rule looks at is not kept over time: nothing can be said of the past.");
    const auto days = static_cast<int>(m_backTest.days.first.isValid() ? m_backTest.days.days() : 0);
    const auto hits = static_cast<int>(m_backTest.hits.size());
    if (days == 0)
        return tr("Nothing is known of the past yet.");
    const auto span = days == 1 ? tr("On the last day") : tr("On the last %n days", nullptr, days);
    if (hits == 0)
        //: %1 is "On the last 90 days"
        return tr("%1 this would not have fired.").arg(span);
    return hits == 1
        //: %1 is "On the last 90 days"
        ? tr("%1 this would have fired once, on this day:").arg(span)
        : tr("%1 this would have fired %n times, on these days:", nullptr, hits).arg(span);
}

QStringList RuleEditorViewModel::backTestDays() const
{
    QStringList days;
    if (isTrying() || !m_list)
        return days;
    for (auto hit = m_backTest.hits.crbegin(); hit != m_backTest.hits.crend(); ++hit)
        days.append(hitText(*hit, m_list->timeZone()));
    return days;
}

void RuleEditorViewModel::save()
{
    if (!canSave() || !m_list || !m_list->rules())
        return;
    const auto asked = ++m_saves;
    m_state = State::Saving;
    m_failure.clear();
    Q_EMIT changed();
    QCoro::connect(m_list->rules()->save(m_rule), this, [this, asked](const Outcome &outcome) {
        if (asked != m_saves)
            return;
        m_state = outcome ? State::Saved : State::Failed;
        m_failure = outcome ? QString() : explain(outcome.error()).sentence;
        if (outcome) {
            m_first = m_rule;
            m_typed = parameterTexts(m_rule);
            m_list->reload();
        }
        Q_EMIT changed();
    });
}

} // namespace tollkeeper
