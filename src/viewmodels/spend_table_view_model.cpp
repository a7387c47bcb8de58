// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/spend_table_view_model.h"

#include "viewmodels/partner.h"
#include "viewmodels/variants.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

SpendBy dimensionOf(SpendTableViewModel::By by)
{
    switch (by) {
    case SpendTableViewModel::By::Day:
        return SpendBy::Day;
    case SpendTableViewModel::By::Model:
        return SpendBy::Model;
    case SpendTableViewModel::By::Key:
        break;
    }
    return SpendBy::Key;
}

} // namespace

SpendTableViewModel::SpendTableViewModel(QObject *parent) : QObject(parent)
{
    // Several parts of the question change one after the other; it is asked once.
    connect(
        this, &SpendTableViewModel::questionChanged, this,
        [this] {
            if (m_isDirty)
                reload();
        },
        Qt::QueuedConnection);
}

void SpendTableViewModel::setReports(SpendReports *reports)
{
    if (!exchangePartner(this, m_reports, reports))
        return;
    Q_EMIT reportsChanged();
    if (m_reports)
        connect(m_reports, &SpendReports::changed, this, &SpendTableViewModel::reload);
    changeQuestion();
}

void SpendTableViewModel::setBy(By by)
{
    if (m_by == by)
        return;
    m_by = by;
    changeQuestion();
}

void SpendTableViewModel::setFirstDay(const QString &day)
{
    m_days.first = QDate::fromString(day, Qt::ISODate);
    changeQuestion();
}

void SpendTableViewModel::setLastDay(const QString &day)
{
    m_days.last = QDate::fromString(day, Qt::ISODate);
    changeQuestion();
}

void SpendTableViewModel::setCurrency(const QString &code)
{
    m_currency = Currency::fromCode(code).value_or(Currency());
    changeQuestion();
}

void SpendTableViewModel::setActive(bool active)
{
    if (m_isActive == active)
        return;
    m_isActive = active;
    Q_EMIT questionChanged();
}

void SpendTableViewModel::changeQuestion()
{
    m_isDirty = true;
    Q_EMIT questionChanged();
}

void SpendTableViewModel::reload()
{
    m_isDirty = true;
    if (!m_isActive || !m_reports || !m_days.first.isValid() || !m_days.last.isValid()
        || m_days.last < m_days.first)
        return;
    m_isDirty = false;
    const auto asked = m_asking.ask();
    Q_EMIT updatingChanged();
    QCoro::connect(m_reports->spend({m_days, dimensionOf(m_by), {}, m_currency}), this,
        [this, asked](const auto &answer) {
            if (m_asking.takesAnswerTo(asked)) // else a later question has overtaken this one
                show(answer);
        });
}

void SpendTableViewModel::show(const Result<SpendTable> &answer)
{
    if (answer) {
        m_table = *answer;
        m_asking.succeed(
            m_table.rows.isEmpty() && m_table.total.billed.isZero() ? State::Empty : State::Ready);
    } else {
        m_asking.fail(answer.error());
    }
    Q_EMIT stateChanged();
    Q_EMIT updatingChanged();
}

QVariantList SpendTableViewModel::lines() const
{
    return variants(spendLines(m_table));
}

QString SpendTableViewModel::copied(int line) const
{
    const auto all = spendLines(m_table);
    if (line < 0 || line >= all.size())
        return {};
    const auto &one = all.at(line);
    QStringList texts{one.name, one.spend, one.shareText, one.byok, one.requests, one.input, one.output};
    for (auto &text : texts)
        text = text.simplified(); // a tab inside a name would shift the columns
    return texts.join(u'\t');
}

} // namespace tollkeeper
