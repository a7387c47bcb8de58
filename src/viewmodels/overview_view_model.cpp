// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/overview_view_model.h"

#include "viewmodels/account_rows.h"
#include "viewmodels/overview_texts.h"
#include "viewmodels/partner.h"
#include "viewmodels/variants.h"
#include "words/figures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

void OverviewViewModel::setReports(SpendReports *reports)
{
    if (!exchangePartner(this, m_reports, reports))
        return;
    Q_EMIT reportsChanged();
    if (!m_reports)
        return;
    connect(m_reports, &SpendReports::changed, this, &OverviewViewModel::reload);
    reload();
}

void OverviewViewModel::reload()
{
    if (!m_reports)
        return;
    const auto asked = m_asking.ask();
    Q_EMIT updatingChanged();
    // QCoro::connect drops the answer if QML has destroyed us meanwhile; a co_await would not.
    QCoro::connect(m_reports->overview(), this, [this, asked](const auto &answer) {
        if (m_asking.takesAnswerTo(asked)) // else a later question has overtaken this one
            show(answer);
    });
}

void OverviewViewModel::show(const Result<Overview> &answer)
{
    if (answer) {
        m_overview = *answer;
        m_asking.succeed(m_overview.accounts.isEmpty() ? State::Empty : State::Ready);
    } else {
        m_asking.fail(answer.error());
    }
    Q_EMIT stateChanged();
    Q_EMIT chartsChanged();
    Q_EMIT updatingChanged();
}

void OverviewViewModel::setSplit(Split split)
{
    if (m_split == split)
        return;
    m_split = split;
    Q_EMIT chartsChanged();
}

void OverviewViewModel::setNamedSeries(int count)
{
    if (m_namedSeries == count)
        return;
    m_namedSeries = count;
    Q_EMIT chartsChanged();
}

HeaderFigures OverviewViewModel::header() const
{
    return m_overview.today.isValid() ? headerFigures(m_overview) : HeaderFigures();
}

WarningLine OverviewViewModel::warning() const
{
    return m_overview.today.isValid() ? warningLine(m_overview) : WarningLine();
}

CumulativeChart OverviewViewModel::cumulative() const
{
    return m_overview.today.isValid() ? cumulativeChart(m_overview) : CumulativeChart();
}

const QList<DailySeries> &OverviewViewModel::series() const
{
    switch (m_split) {
    case Split::ByModel:
        return m_overview.byModel;
    case Split::ByEnvironment:
        return m_overview.byEnvironment;
    case Split::ByTeam:
        return m_overview.byTeam;
    case Split::ByKey:
        break;
    }
    return m_overview.byKey;
}

QList<DailySeries> OverviewViewModel::folded() const
{
    return foldSeries(series(), m_namedSeries);
}

//! What no series of the split has a name for.
QString OverviewViewModel::unnamed() const
{
    if (m_split == Split::ByEnvironment)
        return tr("no environment");
    return m_split == Split::ByTeam ? tr("no team") : QString();
}

DailyChart OverviewViewModel::daily() const
{
    return m_overview.today.isValid() ? dailyChart(m_overview, folded(), unnamed()) : DailyChart();
}

QVariantList OverviewViewModel::accounts() const
{
    return variants(accountRows(m_overview));
}

QVariantList OverviewViewModel::keys() const
{
    return variants(keyRows(m_overview));
}

QVariantList OverviewViewModel::alerts() const
{
    return variants(alertRows(m_overview));
}

int OverviewViewModel::openAlerts(bool critical) const
{
    return static_cast<int>(std::ranges::count_if(m_overview.alerts, [critical](const auto &alert) {
        return alert.isOpen() && (alert.severity == AlertSeverity::Critical) == critical;
    }));
}

int OverviewViewModel::criticalAlerts() const
{
    return openAlerts(true);
}

int OverviewViewModel::warningAlerts() const
{
    return openAlerts(false);
}

QString OverviewViewModel::zone() const
{
    return m_overview.zone.isValid() ? zoneText(m_overview.zone) : QString();
}

QString OverviewViewModel::today() const
{
    return m_overview.today.toString(Qt::ISODate);
}

QString OverviewViewModel::monthStart() const
{
    return m_overview.month.first.toString(Qt::ISODate);
}

QString OverviewViewModel::dateOf(int day) const
{
    return day < 1 || day > m_overview.today.day()
        ? QString()
        : m_overview.month.first.addDays(day - 1).toString(Qt::ISODate);
}

QString OverviewViewModel::budgetLimit() const
{
    if (!m_overview.budget)
        return {};
    auto text = m_overview.budget->limit.amountText();
    while (text.endsWith(u'0') && text.size() - text.indexOf(u'.') > 3)
        text.chop(1);
    return text;
}

bool OverviewViewModel::budgetCountsByok() const
{
    return m_overview.budget && m_overview.budget->includesByok;
}

QVariantList OverviewViewModel::tipRows(int day) const
{
    QVariantList rows;
    if (day < 1 || day > m_overview.today.day())
        return rows;
    const auto series = folded();
    const auto chart = dailyChart(m_overview, series, unnamed());
    for (qsizetype i = 0; i < series.size(); ++i) {
        const auto amount = series.at(i).days.value(day - 1, Money::fromNanos(0, m_overview.currency));
        if (amount.isZero())
            continue;
        auto row = chart.series.at(i).value<SeriesRow>();
        row.total = moneyText(amount);
        rows.append(QVariant::fromValue(row));
    }
    return rows;
}

QString OverviewViewModel::tipDay(int day) const
{
    return day < 1 ? QString() : dayText(m_overview.month.first.addDays(day - 1));
}

QString OverviewViewModel::tipTotal(int day) const
{
    auto total = Money::fromNanos(0, m_overview.currency);
    for (const auto &one : folded())
        total += one.days.value(day - 1, Money::fromNanos(0, m_overview.currency));
    return moneyText(total);
}

} // namespace tollkeeper
