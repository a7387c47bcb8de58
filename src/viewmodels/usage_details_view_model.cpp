// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/usage_details_view_model.h"

#include "viewmodels/variants.h"

namespace tollkeeper {

void UsageDetailsViewModel::setStyle(const TimeStyle &style)
{
    m_style = style;
    Q_EMIT changed();
}

void UsageDetailsViewModel::show(const UsageRow &row)
{
    if (m_row == row)
        return;
    ++m_asked;
    m_row = row;
    m_prices = {};
    Q_EMIT changed();
    askPrice(row.facts.requestedModel, &RequestPrices::requested);
    askPrice(row.facts.servedModel, &RequestPrices::served);
}

void UsageDetailsViewModel::clear()
{
    ++m_asked;
    m_row.reset();
    Q_EMIT changed();
}

void UsageDetailsViewModel::askPrice(const QString &model, std::optional<ModelListing> RequestPrices::*place)
{
    if (!m_reports || model.isEmpty())
        return;
    QCoro::connect(m_reports->listing(m_row->account, model), this,
        [this, place, asked = m_asked](const Result<std::optional<ModelListing>> &listing) {
            if (asked != m_asked || !listing) // without a price the bill says so by itself
                return;
            m_prices.*place = *listing;
            Q_EMIT changed();
        });
}

UsageCells UsageDetailsViewModel::cells() const
{
    return m_row ? usageCells(*m_row, m_style) : UsageCells();
}

QString UsageDetailsViewModel::title() const
{
    if (!m_row)
        return {};
    auto started = m_row->facts.startedAt;
    started = started.addMSecs(-started.time().msec()); // seconds are enough here
    return timeCell(started, m_style) + u' ' + cells().key;
}

QString UsageDetailsViewModel::served() const
{
    return m_row ? m_row->facts.servedModel : QString();
}

QString UsageDetailsViewModel::routeTitle() const
{
    return m_row ? tollkeeper::routeTitle(*m_row) : QString();
}

QVariantList UsageDetailsViewModel::attempts() const
{
    return m_row ? variants(attemptLines(*m_row)) : QVariantList();
}

QString UsageDetailsViewModel::message() const
{
    return m_row ? m_row->facts.detail.errorMessage : QString();
}

QVariantList UsageDetailsViewModel::costs() const
{
    return m_row ? variants(costLines(*m_row, m_prices)) : QVariantList();
}

QVariantList UsageDetailsViewModel::ids() const
{
    return m_row ? variants(idLines(*m_row, m_style.zone)) : QVariantList();
}

QString UsageDetailsViewModel::accountId() const
{
    return m_row ? QString::number(m_row->account.value()) : QString();
}

QString UsageDetailsViewModel::keyId() const
{
    return m_row && m_row->key.isValid() ? QString::number(m_row->key.value()) : QString();
}

QString UsageDetailsViewModel::requestedModel() const
{
    return m_row ? m_row->facts.requestedModel : QString();
}

} // namespace tollkeeper
