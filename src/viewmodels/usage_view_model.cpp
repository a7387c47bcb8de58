// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/usage_view_model.h"

#include "viewmodels/partner.h"
#include "words/figures.h"

#include <algorithm>

namespace tollkeeper {

UsageViewModel::UsageViewModel(QObject *parent) : QObject(parent)
{
    connect(&m_filter, &UsageFilterViewModel::changed, this, &UsageViewModel::refresh);
    connect(&m_rows, &UsageRowsModel::replaced, this, [this] {
        const auto shift = std::exchange(m_shift, 0);
        if (m_currentRow >= 0 && shift != 0)
            moveCurrent(m_currentRow + shift);
        showDetails();
    });
    connect(&m_rows, &UsageRowsModel::arrived, this, [this](int first, int count) {
        if (m_currentRow >= first && m_currentRow < first + count)
            showDetails();
    });
}

void UsageViewModel::setReports(UsageReports *reports)
{
    if (!exchangePartner(this, m_reports, reports))
        return;
    m_rows.setReports(reports);
    m_details.setReports(reports);
    Q_EMIT reportsChanged();
    if (!m_reports)
        return;
    connect(m_reports, &UsageReports::changed, this, &UsageViewModel::reload);
    reload();
}

void UsageViewModel::setToday(const QString &day)
{
    const auto today = QDate::fromString(day, Qt::ISODate);
    if (!today.isValid() || today == m_today)
        return;
    const bool isFirst = !m_today.isValid();
    m_today = today;
    Q_EMIT todayChanged();
    m_filter.setToday(today); // asks, where the filter means other days now
    if (isFirst)
        reload();
}

void UsageViewModel::setActive(bool active)
{
    if (m_isActive == active)
        return;
    m_isActive = active;
    Q_EMIT activeChanged();
    if (m_isActive && m_isDirty)
        reload();
}

void UsageViewModel::setShowsUtc(bool utc)
{
    if (m_showsUtc == utc)
        return;
    m_showsUtc = utc;
    applyStyle();
}

QString UsageViewModel::zone() const
{
    return zoneText(m_rows.style().zone);
}

QString UsageViewModel::reportingZone() const
{
    return zoneText(m_zone);
}

void UsageViewModel::reload()
{
    m_isDirty = true;
    if (!m_isActive || !m_reports || !m_today.isValid())
        return;
    askChoices();
    refresh();
}

void UsageViewModel::refresh()
{
    m_isDirty = true;
    if (!m_isActive || !m_reports || !m_today.isValid())
        return;
    m_isDirty = false;
    const auto asked = m_asking.ask();
    Q_EMIT updatingChanged();
    // QCoro::connect drops the answer if QML has destroyed us meanwhile; a co_await would not.
    QCoro::connect(m_reports->outline(m_filter.filter()), this, [this, asked](const auto &answer) {
        if (!m_asking.takesAnswerTo(asked)) // a later question has overtaken this one
            return;
        if (answer) {
            show(*answer);
        } else {
            m_asking.fail(answer.error());
            Q_EMIT stateChanged();
        }
        Q_EMIT updatingChanged();
    });
}

void UsageViewModel::askChoices()
{
    QCoro::connect(m_reports->choices(), this, [this](const Result<UsageChoices> &choices) {
        if (choices) // without them the filters keep what they offered before
            m_filter.setChoices(*choices);
    });
}

void UsageViewModel::askTimes(const UsageFilter &filter)
{
    m_asksTimes = true;
    const auto asked = m_asking.latest();
    QCoro::connect(m_reports->times(filter), this, [this, asked](const Result<UsageTimes> &times) {
        if (!m_asking.isLatest(asked))
            return;
        m_asksTimes = false;
        if (times) // else the dash stays
            m_times = *times;
        showStrip();
    });
}

void UsageViewModel::show(const UsageOutline &outline)
{
    const auto shown = m_rows.shown();
    const bool isSameQuestion = shown && shown->filter == outline.filter;
    m_shift = isSameQuestion ? static_cast<int>(outline.rows - shown->rows) : 0;
    if (!isSameQuestion) {
        m_times.reset();
        setCurrentRow(-1);
    }
    m_outline = std::make_shared<const UsageOutline>(outline);
    m_zone = outline.zone.isValid() ? outline.zone : QTimeZone::utc();
    m_filter.setCurrency(outline.summary.currency);
    m_asking.succeed(outline.rows > 0 ? State::Ready : State::Empty);
    applyStyle();
    // New rows come above: those that are looked at stay where they are, unless they are the newest ones.
    m_rows.show(
        m_outline, isSameQuestion ? std::optional(m_rows.wantedFirst() > 0 ? m_shift : 0) : std::nullopt);
    showStrip();
    askTimes(outline.filter);
}

void UsageViewModel::showStrip()
{
    m_strip = usageStrip(m_outline->summary, m_times);
    Q_EMIT stateChanged();
}

//! Times need their day where the rows lie on more than one day of the zone they are shown in.
void UsageViewModel::applyStyle()
{
    const auto zone = m_showsUtc ? QTimeZone::utc() : m_zone;
    const bool isOneDay = m_outline && m_outline->filter.days.first == m_outline->filter.days.last;
    const TimeStyle style{zone, !isOneDay || zoneText(zone) != zoneText(m_zone)};
    m_rows.setStyle(style);
    m_details.setStyle(style);
    Q_EMIT timesChanged();
}

void UsageViewModel::setCurrentRow(int row)
{
    moveCurrent(row);
    showDetails();
}

void UsageViewModel::moveCurrent(int row)
{
    row = std::clamp(row, -1, std::max(-1, m_rows.rows() - 1));
    if (m_currentRow == row)
        return;
    m_currentRow = row;
    Q_EMIT currentRowChanged();
}

void UsageViewModel::showDetails()
{
    if (m_currentRow < 0) {
        if (m_details.hasRow())
            m_details.clear();
        return;
    }
    // A row that is on its way is shown when it has arrived; until then the last one stays.
    if (const auto row = m_rows.row(m_currentRow))
        m_details.show(*row);
}

} // namespace tollkeeper
