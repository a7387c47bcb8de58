// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/rules_view_model.h"

#include "viewmodels/partner.h"
#include "words/explain.h"
#include "words/figures.h"

namespace tollkeeper {

void RulesViewModel::setRules(RuleService *rules)
{
    if (!exchangePartner(this, m_service, rules))
        return;
    Q_EMIT partnersChanged();
    if (!m_service)
        return;
    connect(m_service, &RuleService::rulesChanged, this, &RulesViewModel::reload);
    reload();
}

void RulesViewModel::setChannels(ChannelService *channels)
{
    if (!exchangePartner(this, m_channels, channels))
        return;
    Q_EMIT partnersChanged();
    if (!m_channels)
        return;
    connect(m_channels, &ChannelService::channelsChanged, this, &RulesViewModel::askChannels);
    askChannels();
}

void RulesViewModel::setZone(const QString &zone)
{
    const QTimeZone wanted(zone.toLatin1());
    if (!wanted.isValid() || wanted == m_zone)
        return;
    m_zone = wanted;
    rebuild();
}

void RulesViewModel::setToday(const QString &day)
{
    const auto wanted = QDate::fromString(day, Qt::ISODate);
    if (wanted == m_today)
        return;
    m_today = wanted;
    rebuild();
}

QString RulesViewModel::lastRaisedTitle() const
{
    //: %1 is a time zone
    return tr("Last raised (%1)").arg(zoneText(m_zone));
}

void RulesViewModel::askChannels()
{
    QCoro::connect(m_channels->channels(), this, [this](const Result<QList<Channel>> &answer) {
        if (!answer)
            return;
        m_known = *answer;
        rebuild();
    });
}

void RulesViewModel::reload()
{
    if (!m_service)
        return;
    const auto asked = m_asking.ask();
    QCoro::connect(m_service->rules(), this, [this, asked](const Result<QList<RuleLine>> &answer) {
        if (!m_asking.takesAnswerTo(asked)) // a later question has overtaken this one
            return;
        if (answer) {
            m_lines = *answer;
            m_asking.succeed(State::Ready);
        } else {
            m_asking.fail(answer.error());
        }
        rebuild();
    });
}

void RulesViewModel::rebuild()
{
    m_rows.clear();
    for (const auto &line : std::as_const(m_lines))
        m_rows.append(QVariant::fromValue(ruleCells(line, m_known, m_today, m_zone)));
    Q_EMIT rowsChanged();
}

const RuleLine *RulesViewModel::line(int row) const
{
    return row >= 0 && row < m_lines.size() ? &m_lines.at(row) : nullptr;
}

int RulesViewModel::rowOf(const QString &kind) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (toText(m_lines.at(row).rule.kind) == kind)
            return row;
    }
    return -1;
}

void RulesViewModel::toggle(int row)
{
    const auto *chosen = line(row);
    if (!chosen || !m_service)
        return;
    auto rule = chosen->rule;
    rule.isOn = !rule.isOn;
    m_saveProblem.clear();
    QCoro::connect(m_service->save(rule), this, [this](const Outcome &outcome) {
        m_saveProblem = outcome ? QString() : explain(outcome.error()).sentence;
        if (outcome)
            reload();
        else
            Q_EMIT rowsChanged();
    });
}

} // namespace tollkeeper
