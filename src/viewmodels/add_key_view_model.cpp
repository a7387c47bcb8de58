// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/add_key_view_model.h"

#include "viewmodels/amount_input.h"
#include "viewmodels/key_input.h"
#include "viewmodels/variants.h"
#include "words/explain.h"
#include "words/figures.h"
#include "words/key_figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool canSet(ControlOffer offer)
{
    return offer == ControlOffer::Editable || offer == ControlOffer::AtCreation;
}

} // namespace

void AddKeyViewModel::setKeys(KeyService *keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    Q_EMIT keysChanged();
}

void AddKeyViewModel::begin(KeysViewModel *page)
{
    ++m_asked;
    m_accounts.clear();
    m_elsewhere.clear();
    m_made.clear();
    m_asOf = page->table().asOf;
    m_zone = page->table().zone;
    for (const auto &account : page->table().accounts) {
        if (account.controls.createsKeys)
            m_accounts.append(account);
        else
            m_elsewhere.append(account.name);
    }
    Q_EMIT begun();
    moveTo(State::Editing);
}

QVariantList AddKeyViewModel::places() const
{
    QList<KeyPlace> places;
    for (const auto &account : m_accounts) {
        KeyPlace place;
        place.name = account.name;
        place.currency = account.currency.code();
        place.hasCap = canSet(account.controls.cap);
        place.hasExpiry = canSet(account.controls.expiry);
        place.hasByok = canSet(account.controls.countsByok);
        for (const auto &reset : account.controls.resets)
            place.resets.append(resetText(reset));
        place.resets.append(resetText({}));
        places.append(place);
    }
    return variants(places);
}

QStringList AddKeyViewModel::placeNames() const
{
    QStringList names;
    for (const auto &account : m_accounts)
        names.append(account.name);
    return names;
}

QString AddKeyViewModel::elsewhere() const
{
    return m_elsewhere.join(u", "_s);
}

QString AddKeyViewModel::readBack(int place, const QString &typed) const
{
    const auto currency = m_accounts.value(place).currency;
    const auto amount = amountFromInput(typed, currency);
    return amount ? moneyText(*amount) : QString();
}

tl::expected<KeyDraft, QString> AddKeyViewModel::draftFrom(const KeyAccount &account, const QString &name,
    const QString &amount, int reset, const QString &day) const
{
    KeyDraft draft;
    draft.name = name.trimmed();
    if (draft.name.isEmpty())
        return tl::unexpected(tr("Type a name."));
    if (!amount.trimmed().isEmpty()) {
        draft.cap.limit = amountFromInput(amount, account.currency);
        draft.cap.reset = account.controls.resets.value(reset);
        if (!draft.cap.limit)
            return tl::unexpected(tr("Type an amount of more than 0, such as 1,500 or 1.5k."));
    }
    if (!day.trimmed().isEmpty()) {
        const auto date = dayFromInput(day);
        const auto moment = date ? startOfDay(*date, m_zone) : QDateTime();
        if (!date || moment <= m_asOf)
            return tl::unexpected(tr("Type a day that is still to come, such as 2026-12-31."));
        draft.expiresAt = moment.toUTC();
    }
    return draft;
}

void AddKeyViewModel::make(
    int place, const QString &name, const QString &amount, int reset, const QString &day, bool countsByok)
{
    if (!m_keys || place < 0 || place >= m_accounts.size() || m_state == State::Making)
        return;
    const auto &account = m_accounts.at(place);
    auto draft = draftFrom(account, name, canSet(account.controls.cap) ? amount : QString(), reset,
        canSet(account.controls.expiry) ? day : QString());
    if (!draft)
        return moveTo(State::Wrong, draft.error());
    if (canSet(account.controls.countsByok))
        draft->countsByok = countsByok;
    const auto asked = ++m_asked;
    moveTo(State::Making);
    QCoro::connect(m_keys->create(account.id, *draft), this, [this, asked](const Result<KeyId> &key) {
        if (asked != m_asked)
            return;
        if (!key) {
            const auto words = explain(key.error());
            return moveTo(State::Failed, words.sentence, words.title);
        }
        m_made = QString::number(key->value());
        moveTo(State::Made);
    });
}

void AddKeyViewModel::moveTo(State state, const QString &problem, const QString &title)
{
    m_state = state;
    m_problem = problem;
    m_problemTitle = title;
    Q_EMIT stateChanged();
}

} // namespace tollkeeper
