// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/export_view_model.h"

#include "viewmodels/partner.h"
#include "words/explain.h"
#include "words/figures.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

void ExportViewModel::setExports(UsageExportService *exports)
{
    if (!exchangePartner(this, m_exports, exports))
        return;
    if (m_exports)
        connect(m_exports, &UsageExportService::progressed, this, [this](qint64 rows) {
            m_written = rows;
            if (m_state == State::Running) // else it tells of rows after its end
                //: %1 is a count of rows
                moveTo(State::Running, tr("%1 rows written").arg(countText(rows)));
        });
    Q_EMIT exportsChanged();
}

QString ExportViewModel::suggestedName() const
{
    if (!m_filter)
        return {};
    const auto first = m_filter->firstDay();
    const auto last = m_filter->lastDay();
    return first == last ? u"usage %1.csv"_s.arg(first) : u"usage %1 to %2.csv"_s.arg(first, last);
}

void ExportViewModel::run(const QString &path, bool withComments)
{
    if (!m_exports || !m_filter || m_state == State::Running)
        return;
    if (!QFileInfo(path).isAbsolute()) {
        moveTo(State::Failed, tr("Give the whole path of the file, from the root on."));
        return;
    }
    UsageExportOrder order;
    order.path = path;
    order.filter = m_filter->filter();
    order.reporting = Currency::fromCode(m_currency).value_or(Currency());
    order.hasComments = withComments;
    m_written = 0;
    moveTo(State::Running, tr("Starting"));
    QCoro::connect(m_exports->run(order), this,
        [this, path](const Result<UsageExportCounts> &counts) { finish(path, counts); });
}

void ExportViewModel::finish(const QString &path, const Result<UsageExportCounts> &counts)
{
    if (!counts && counts.error().kind == Error::Kind::Cancelled) {
        moveTo(State::Idle, tr("Cancelled; no file was left behind."));
        return;
    }
    if (!counts) {
        moveTo(State::Failed, explain(counts.error()).sentence);
        return;
    }
    m_written = counts->rows;
    //: %1 is a count of rows, %2 the name of a file
    auto text = tr("%1 rows are in %2.").arg(countText(counts->rows), QFileInfo(path).fileName());
    if (counts->unconverted > 0)
        //: %1 is a count of rows
        text += u' '
            + tr("%1 of them have no rate and stand in their own currency only.")
                  .arg(countText(counts->unconverted));
    moveTo(State::Finished, text);
}

void ExportViewModel::cancel()
{
    if (m_exports && m_state == State::Running)
        m_exports->cancel();
}

void ExportViewModel::reset()
{
    if (m_state != State::Running)
        moveTo(State::Idle, {});
}

void ExportViewModel::moveTo(State state, const QString &text)
{
    m_state = state;
    m_text = text;
    Q_EMIT stateChanged();
}

double ExportViewModel::share() const
{
    return m_rows > 0 ? std::min(1.0, static_cast<double>(m_written) / m_rows) : 0;
}

} // namespace tollkeeper
