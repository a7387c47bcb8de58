// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/key_details_view_model.h"

#include "viewmodels/variants.h"
#include "words/explain.h"
#include "words/key_figures.h"

namespace tollkeeper {

void KeyDetailsViewModel::show(const KeyRow &row, const KeyTable &table)
{
    if (!m_row || m_row->key.id != row.key.id) {
        m_days.clear();
        m_events.clear();
        m_problem.clear();
    }
    m_row = row;
    m_asOf = table.asOf;
    m_zone = table.zone;
    m_month = table.month;
    m_rotationDays = table.rotationDays;
    m_keysPage.clear();
    for (const auto &account : table.accounts) {
        if (account.id == row.key.account)
            m_keysPage = account.keysPage;
    }
    const auto asked = ++m_asked;
    Q_EMIT changed();
    if (!m_reports)
        return;
    QCoro::connect(m_reports->details(row.key.id), this, [this, asked](const Result<KeyDetails> &details) {
        if (asked != m_asked)
            return;
        m_answered = asked;
        m_problem = details ? QString() : explain(details.error()).sentence;
        if (details) {
            m_days = details->days;
            m_events = details->events;
        }
        Q_EMIT changed();
    });
}

void KeyDetailsViewModel::clear()
{
    if (!m_row)
        return;
    m_answered = ++m_asked;
    m_row.reset();
    m_days.clear();
    m_events.clear();
    m_problem.clear();
    Q_EMIT changed();
}

//! REQUIRES: a row.
KeyView KeyDetailsViewModel::view() const
{
    return {*m_row, m_asOf, m_zone, m_month, m_rotationDays, !keysPage().isEmpty()};
}

QString KeyDetailsViewModel::id() const
{
    return m_row ? QString::number(m_row->key.id.value()) : QString();
}

KeyCells KeyDetailsViewModel::cells() const
{
    return m_row ? keyCells(*m_row, m_asOf, m_zone) : KeyCells();
}

KeyBanner KeyDetailsViewModel::banner() const
{
    return m_row ? keyBanner(view()) : KeyBanner();
}

QString KeyDetailsViewModel::masked() const
{
    if (!m_row)
        return {};
    const auto &key = m_row->key;
    return maskedWithDots(key.secretMasked.isEmpty() ? key.masked : key.secretMasked);
}

QString KeyDetailsViewModel::maskedSpoken() const
{
    return m_row ? tollkeeper::maskedSpoken(masked()) : QString();
}

KeySpend KeyDetailsViewModel::spend() const
{
    return m_row ? keySpend(view(), m_days) : KeySpend();
}

QVariantList KeyDetailsViewModel::controls() const
{
    return m_row ? variants(controlLines(view())) : QVariantList();
}

QVariantList KeyDetailsViewModel::findings() const
{
    return m_row ? variants(findingLines(*m_row)) : QVariantList();
}

QVariantList KeyDetailsViewModel::events() const
{
    return m_row ? variants(eventLines(view(), m_events)) : QVariantList();
}

QString KeyDetailsViewModel::rotation() const
{
    return m_row && m_row->rotation ? QString::number(m_row->rotation->id.value()) : QString();
}

QString KeyDetailsViewModel::keysPage() const
{
    const bool isWebPage = m_keysPage.scheme() == u"https" || m_keysPage.scheme() == u"http";
    return isWebPage ? m_keysPage.toString(QUrl::FullyEncoded) : QString();
}

QString KeyDetailsViewModel::policy() const
{
    return m_row ? policyOf(m_row->key, m_rotationDays) : QString();
}

bool KeyDetailsViewModel::canRename() const
{
    return m_row && m_row->controls.name == ControlOffer::Editable;
}

bool KeyDetailsViewModel::canDelete() const
{
    return m_row && m_row->controls.deletesKeys && !m_row->isAccountsOwn;
}

QString KeyDetailsViewModel::whyNotDelete() const
{
    if (!m_row || canDelete())
        return {};
    if (m_row->isAccountsOwn)
        return tr("The account is asked with this key, so it cannot be deleted from here");
    //: %1 is a gateway
    return tr("Keys of %1 are deleted on its own page").arg(m_row->gatewayName);
}

} // namespace tollkeeper
