// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/saved_views_view_model.h"

#include "words/explain.h"

#include <algorithm>

namespace tollkeeper {

void SavedViewsViewModel::setReports(UsageReports *reports)
{
    if (m_reports == reports)
        return;
    m_reports = reports;
    Q_EMIT reportsChanged();
    load();
}

void SavedViewsViewModel::load()
{
    if (!m_reports)
        return;
    const auto asked = ++m_asked;
    QCoro::connect(m_reports->savedViews(), this, [this, asked](const Result<QList<SavedView>> &views) {
        if (asked != m_asked || !views) // without an answer the names stay as they were
            return;
        m_views = *views;
        Q_EMIT changed();
    });
}

QStringList SavedViewsViewModel::names() const
{
    QStringList names;
    for (const auto &view : m_views)
        names.append(view.name);
    return names;
}

void SavedViewsViewModel::save(const QString &name)
{
    if (!m_reports || !m_filter || name.trimmed().isEmpty())
        return;
    QCoro::connect(m_reports->saveView(m_filter->view(name.trimmed())), this,
        [this](const Outcome &outcome) { finish(outcome); });
}

void SavedViewsViewModel::open(const QString &name)
{
    const auto view
        = std::ranges::find_if(m_views, [&name](const auto &known) { return known.name == name; });
    if (m_filter && view != m_views.end())
        m_filter->open(*view);
}

void SavedViewsViewModel::remove(const QString &name)
{
    if (m_reports)
        QCoro::connect(
            m_reports->removeView(name), this, [this](const Outcome &outcome) { finish(outcome); });
}

void SavedViewsViewModel::finish(const Outcome &outcome)
{
    m_problem = outcome ? QString() : explain(outcome.error()).sentence;
    Q_EMIT changed();
    load();
}

} // namespace tollkeeper
