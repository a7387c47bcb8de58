// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/key_edit_view_model.h"

#include "viewmodels/amount_input.h"
#include "viewmodels/key_input.h"
#include "viewmodels/variants.h"
#include "words/explain.h"
#include "words/figures.h"
#include "words/key_figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

void KeyEditViewModel::setKeys(KeyService *keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    Q_EMIT keysChanged();
}

void KeyEditViewModel::begin(KeyDetailsViewModel *details, const QString &control)
{
    if (!details || !details->row())
        return;
    ++m_asked;
    m_row = *details->row();
    m_asOf = details->asOf();
    m_zone = details->zone();
    m_control = control;
    m_change = {};
    Q_EMIT begun();
    moveTo(State::Editing);
    KeyChange change;
    if (control == u"enabled") {
        change.isDisabled = !m_row.key.isDisabled;
        review(change);
    } else if (control == u"byok") {
        change.countsByok = !m_row.key.countsByok.value_or(false);
        review(change);
    }
}

Currency KeyEditViewModel::capCurrency() const
{
    return m_row.key.cap ? m_row.key.cap->limit.currency() : m_row.currency;
}

QString KeyEditViewModel::capAmount() const
{
    return m_row.key.cap ? typedMoney(m_row.key.cap->limit) : QString();
}

QStringList KeyEditViewModel::resets() const
{
    QStringList texts;
    for (const auto &reset : m_row.controls.resets)
        texts.append(resetText(reset));
    texts.append(resetText({}));
    return texts;
}

int KeyEditViewModel::reset() const
{
    const auto &resets = m_row.controls.resets;
    const auto place = m_row.key.cap ? resets.indexOf(m_row.key.cap->reset) : resets.indexOf(u"monthly"_s);
    return static_cast<int>(place < 0 ? resets.size() : place);
}

QString KeyEditViewModel::expiry() const
{
    const auto &expiresAt = m_row.key.expiresAt;
    return expiresAt ? expiresAt->toTimeZone(m_zone).date().toString(Qt::ISODate) : QString();
}

QString KeyEditViewModel::allowed() const
{
    return m_row.key.allowedAddresses.value_or(QStringList()).join(u'\n');
}

QString KeyEditViewModel::denied() const
{
    return m_row.key.deniedAddresses.value_or(QStringList()).join(u'\n');
}

QStringList KeyEditViewModel::windowAmounts() const
{
    QStringList amounts;
    for (const auto &window : m_row.controls.windowNames) {
        const auto limit = windowLimit(m_row.limits, window);
        amounts.append(limit && !limit->isZero() ? typedMoney(*limit) : QString());
    }
    return amounts;
}

QVariantList KeyEditViewModel::lines() const
{
    return variants(changeLines(m_row.key, m_row.limits, m_change, m_zone));
}

QString KeyEditViewModel::warning() const
{
    if (m_change.isDisabled && *m_change.isDisabled)
        return tr("Every program that uses this key is refused until it is enabled again.");
    const auto &cap = m_row.key.cap;
    const bool isUsedUp = m_change.cap && m_change.cap->limit && cap && cap->used
        && cap->used->currency() == m_change.cap->limit->currency() && *cap->used >= *m_change.cap->limit;
    return isUsedUp ? tr("More than that is spent already: requests fail at once.") : QString();
}

QString KeyEditViewModel::readBack(const QString &typed) const
{
    const auto amount = amountFromInput(typed, capCurrency());
    return amount ? moneyText(*amount) : QString();
}

void KeyEditViewModel::reviewName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return refuse(tr("Type a name."));
    KeyChange change;
    change.name = name.trimmed();
    review(change);
}

void KeyEditViewModel::reviewCap(bool hasCap, const QString &amount, int reset)
{
    CapWish wish;
    if (hasCap) {
        wish.limit = amountFromInput(amount, capCurrency());
        if (!wish.limit)
            return refuse(tr("Type an amount of more than 0, such as 1,500 or 1.5k."));
        wish.reset = m_row.controls.resets.value(reset);
    }
    KeyChange change;
    change.cap = wish;
    review(change);
}

void KeyEditViewModel::reviewExpiry(const QString &day)
{
    KeyChange change;
    change.expiresAt.emplace();
    if (!day.trimmed().isEmpty()) {
        const auto date = dayFromInput(day);
        const auto moment = date ? startOfDay(*date, m_zone) : QDateTime();
        if (!date || moment <= m_asOf)
            return refuse(tr("Type a day that is still to come, such as 2026-12-31."));
        *change.expiresAt = moment.toUTC();
    }
    review(change);
}

void KeyEditViewModel::reviewAddresses(const QString &allowed, const QString &denied)
{
    const auto allowedNetworks = networksFromInput(allowed);
    const auto deniedNetworks = networksFromInput(denied);
    if (!allowedNetworks || !deniedNetworks)
        return refuse(tr("Type one address or network on each line, such as 203.0.113.0/24."));
    KeyChange change;
    if (*allowedNetworks != m_row.key.allowedAddresses.value_or(QStringList()))
        change.allowedAddresses = allowedNetworks;
    if (*deniedNetworks != m_row.key.deniedAddresses.value_or(QStringList()))
        change.deniedAddresses = deniedNetworks;
    review(change);
}

void KeyEditViewModel::reviewWindows(const QStringList &amounts)
{
    QMap<QString, Money> windows;
    for (qsizetype i = 0; i < m_row.controls.windowNames.size(); ++i) {
        const auto typed = amounts.value(i).trimmed();
        const auto amount = amountFromInput(typed, capCurrency());
        if (!typed.isEmpty() && !amount)
            return refuse(tr("Type amounts of more than 0; leave a field empty for no limit."));
        windows.insert(m_row.controls.windowNames.at(i), amount.value_or(Money::fromNanos(0, capCurrency())));
    }
    KeyChange change;
    change.windows = windows;
    review(change);
}

void KeyEditViewModel::review(const KeyChange &change)
{
    if (changeLines(m_row.key, m_row.limits, change, m_zone).isEmpty())
        return refuse(tr("That is what it is already."));
    m_change = change;
    moveTo(State::Confirming);
}

void KeyEditViewModel::refuse(const QString &problem)
{
    moveTo(State::Wrong);
    m_problem = problem;
    Q_EMIT stateChanged();
}

void KeyEditViewModel::apply()
{
    if (!m_keys || (m_state != State::Confirming && m_state != State::Failed))
        return;
    const auto asked = ++m_asked;
    moveTo(State::Saving);
    QCoro::connect(m_keys->change(m_row.key.id, m_change), this, [this, asked](const auto &outcome) {
        if (asked != m_asked)
            return;
        if (outcome)
            return moveTo(State::Saved);
        const auto words = explain(outcome.error());
        moveTo(State::Failed);
        m_problemTitle = words.title;
        m_problem = words.sentence;
        Q_EMIT stateChanged();
    });
}

void KeyEditViewModel::goBack()
{
    ++m_asked;
    moveTo(State::Editing);
}

void KeyEditViewModel::moveTo(State state)
{
    m_state = state;
    m_problemTitle.clear();
    m_problem.clear();
    Q_EMIT stateChanged();
}

} // namespace tollkeeper
