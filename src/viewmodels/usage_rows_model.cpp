// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/usage_rows_model.h"

#include "words/explain.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int Margin = UsageRowsModel::PageRows / 2; // rows fetched before and after those that are seen

int rowsOf(const UsageOutline &outline)
{
    return static_cast<int>(std::min<qint64>(outline.rows, std::numeric_limits<int>::max()));
}

} // namespace

UsageRowsModel::UsageRowsModel(QObject *parent) : QAbstractTableModel(parent) { }

void UsageRowsModel::setReports(UsageReports *reports)
{
    m_reports = reports;
}

void UsageRowsModel::show(std::shared_ptr<const UsageOutline> outline, std::optional<int> shift)
{
    ++m_asked;
    m_isAsking = false;
    m_next = std::move(outline);
    m_nextPages.clear();
    m_shift = shift;
    setProblem({});
    // Nothing is lost by showing the places of rows where no rows are.
    if (rows() == 0 || rowsOf(*m_next) == 0)
        replace();
    else
        fetch();
}

void UsageRowsModel::setStyle(const TimeStyle &style)
{
    if (m_style == style)
        return;
    m_style = style;
    if (rows() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows() - 1, UsageColumn::Count - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, UsageColumn::Count - 1);
    Q_EMIT styleChanged();
}

void UsageRowsModel::want(int first, int count)
{
    m_first = std::max(0, first);
    m_count = std::clamp(count, 0, PageRows);
    fetch();
}

bool UsageRowsModel::hasPage(int page) const
{
    return m_next ? m_nextPages.contains(page) : m_pages.contains(page);
}

//! Where the rows that are looked at are in an outline.
int UsageRowsModel::firstOf(const UsageOutline &outline) const
{
    const auto first = m_next ? (m_shift ? m_first + *m_shift : 0) : m_first;
    return std::clamp(first, 0, std::max(0, rowsOf(outline) - 1));
}

//! Of the wanted rows first, then of their neighbours.
std::optional<int> UsageRowsModel::missingPage(const UsageOutline &outline) const
{
    const auto first = firstOf(outline);
    const auto last = rowsOf(outline) - 1;
    for (const auto margin : {0, Margin}) {
        if (margin > 0 && m_next)
            break;
        const auto from = std::max(0, first - margin);
        const auto to = static_cast<int>(std::min<qint64>(last, qint64(first) + m_count - 1 + margin));
        for (int page = from / PageRows; page <= to / PageRows && to >= from; ++page) {
            if (!hasPage(page))
                return page;
        }
    }
    return std::nullopt;
}

void UsageRowsModel::fetch()
{
    const auto outline = m_next ? m_next : m_outline;
    if (m_isAsking || m_isReplacing || !m_reports || !outline)
        return;
    const auto page = missingPage(*outline);
    if (!page) {
        if (m_next)
            replace();
        return;
    }
    m_isAsking = true;
    QCoro::connect(m_reports->rows(outline, qint64(*page) * PageRows, PageRows), this,
        [this, page = *page, asked = m_asked](const auto &answer) {
            if (asked == m_asked) // else of an outline that has been replaced
                take(page, answer);
        });
}

void UsageRowsModel::take(int page, const Result<QList<UsageRow>> &answer)
{
    m_isAsking = false;
    if (!answer) {
        // Asked again when the view moves; going on by itself could fail for ever.
        setProblem(explain(answer.error()).sentence);
        if (m_next)
            replace();
        return;
    }
    setProblem({});
    if (m_next)
        m_nextPages.insert(page, *answer);
    else
        keep(page, *answer);
    fetch();
}

void UsageRowsModel::keep(int page, const QList<UsageRow> &rows)
{
    m_pages.insert(page, new Page(rows));
    const auto first = page * PageRows;
    const auto last = static_cast<int>(std::min<qint64>(this->rows(), qint64(first) + PageRows)) - 1;
    if (last < first)
        return;
    Q_EMIT dataChanged(index(first, 0), index(last, UsageColumn::Count - 1));
    Q_EMIT arrived(first, last - first + 1);
}

void UsageRowsModel::replace()
{
    const auto first = firstOf(*m_next);
    m_isReplacing = true;
    beginResetModel();
    m_outline = std::move(m_next);
    m_next.reset();
    m_first = first;
    m_pages.clear();
    for (auto page = m_nextPages.cbegin(); page != m_nextPages.cend(); ++page)
        m_pages.insert(page.key(), new Page(page.value()));
    m_nextPages.clear();
    endResetModel();
    Q_EMIT replaced(first);
    m_isReplacing = false;
    fetch();
}

void UsageRowsModel::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

std::optional<UsageRow> UsageRowsModel::row(int index) const
{
    const auto *page = index < 0 ? nullptr : m_pages.object(index / PageRows);
    const auto place = index % PageRows;
    return page && place < page->size() ? std::optional(page->at(place)) : std::nullopt;
}

QString UsageRowsModel::copied(int row) const
{
    const auto known = this->row(row);
    return known ? copiedText(*known, m_style) : QString();
}

int UsageRowsModel::rows() const
{
    return m_outline ? rowsOf(*m_outline) : 0;
}

int UsageRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows();
}

int UsageRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : UsageColumn::Count;
}

QVariant UsageRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != CellsRole && role != Qt::DisplayRole))
        return {};
    const auto known = row(index.row());
    const auto cells = known ? usageCells(*known, m_style) : UsageCells();
    return role == CellsRole ? QVariant::fromValue(cells) : QVariant(columnText(cells, index.column()));
}

QVariant UsageRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    return columnName(section, m_style);
}

QHash<int, QByteArray> UsageRowsModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"_ba}, {CellsRole, "cells"_ba}};
}

} // namespace tollkeeper
