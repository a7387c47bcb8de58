// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen, when accounts and keys come and go, and what it may cost there.
#include "viewmodels/playground/composer_view_model.h"
#include "viewmodels/playground/composer_words.h"

#include <algorithm>
#include <utility>

namespace tollkeeper {
namespace {

bool hasSomethingLeft(const SendKey &key)
{
    return !key.isDisabled && (!key.cap || !key.cap->used || *key.cap->used < key.cap->limit);
}

} // namespace

const SendAccount *ComposerViewModel::chosenAccount() const
{
    return m_account >= 0 && m_account < m_accounts.size() ? &m_accounts.at(m_account) : nullptr;
}

const SendKey *ComposerViewModel::chosenKey() const
{
    const auto *account = chosenAccount();
    return account && m_key >= 0 && m_key < account->keys.size() ? &account->keys.at(m_key) : nullptr;
}

//! What was chosen stays chosen or is gone: nothing else ever takes its place unasked, since the next request
//! would go to somebody else.
void ComposerViewModel::takeAccounts(const QList<SendAccount> &accounts)
{
    const auto before = chosenAccount() ? std::optional(chosenAccount()->id) : std::nullopt;
    const bool wasOwn = chosenKey() && chosenKey()->isAccountsOwn;
    const auto keyBefore = chosenKey() ? chosenKey()->id : std::nullopt;
    const bool hadChoice = std::exchange(m_hasHadChoice, !accounts.isEmpty());
    m_accounts = accounts;
    int account = placeOf(m_wantedAccount, m_wantedKey);
    int key = account < 0 ? -1 : m_wantedKey ? placeOfKey(account, *m_wantedKey) : 0;
    if (account < 0 && !m_wantedAccount && hadChoice) {
        account = placeOf(before, std::nullopt);
        key = account < 0 ? -1
            : wasOwn      ? placeOfOwn(account)
            : keyBefore   ? placeOfKey(account, *keyBefore)
                          : -1;
    } else if (account < 0 && !m_wantedAccount && !m_accounts.isEmpty()) {
        account = key = 0;
    }
    if (!m_accounts.isEmpty()) {
        m_wantedAccount.reset();
        m_wantedKey.reset();
    }
    if (account < 0 || before != std::optional(m_accounts.at(account).id))
        m_catalogue.clear(); // that of another gateway
    choose(account, key);
    askForModels(); // also of the same one: prices may have changed
}

//! By the account, or else by a key of it; -1: there is none.
int ComposerViewModel::placeOf(std::optional<AccountId> account, std::optional<KeyId> key) const
{
    for (int place = 0; place < m_accounts.size(); ++place) {
        if (account ? m_accounts.at(place).id == *account : key && placeOfKey(place, *key) >= 0)
            return place;
    }
    return -1;
}

int ComposerViewModel::placeOfKey(int account, KeyId key) const
{
    const auto &keys = m_accounts.at(account).keys;
    const auto own
        = std::find_if(keys.cbegin(), keys.cend(), [key](const SendKey &held) { return held.id == key; });
    return own == keys.cend() ? -1 : int(own - keys.cbegin());
}

int ComposerViewModel::placeOfOwn(int account) const
{
    const auto &keys = m_accounts.at(account).keys;
    const auto own
        = std::find_if(keys.cbegin(), keys.cend(), [](const SendKey &held) { return held.isAccountsOwn; });
    return own == keys.cend() ? -1 : int(own - keys.cbegin());
}

void ComposerViewModel::chooseKey(KeyId key)
{
    m_wantedAccount.reset();
    for (int place = 0; place < m_accounts.size(); ++place) {
        const auto &keys = m_accounts.at(place).keys;
        const auto own
            = std::find_if(keys.cbegin(), keys.cend(), [key](const SendKey &held) { return held.id == key; });
        if (own == keys.cend())
            continue;
        const auto held = int(own - keys.cbegin());
        if (place != m_account)
            setAccount(place);
        return choose(place, held);
    }
    m_wantedKey = key;
}

int ComposerViewModel::nextPlace() const
{
    const auto *account = chosenAccount();
    const auto count = account ? int(account->keys.size()) : 0;
    for (int step = 1; step <= count; ++step) {
        const auto place = (m_key + step) % count;
        if (place != m_key && hasSomethingLeft(account->keys.at(place)))
            return place;
    }
    return -1;
}

void ComposerViewModel::nextKey()
{
    setKey(nextPlace());
}

QString ComposerViewModel::nextKeyText() const
{
    const auto place = nextPlace();
    return place < 0 ? QString() : tollkeeper::nextKeyText(chosenAccount()->keys.at(place));
}

QString ComposerViewModel::keyId() const
{
    const auto *key = chosenKey();
    return key && key->id ? QString::number(key->id->value()) : QString();
}

QString ComposerViewModel::capLeft() const
{
    return chosenKey() ? keyRow(*chosenKey()).left : QString();
}

QString ComposerViewModel::capTone() const
{
    return chosenKey() ? keyRow(*chosenKey()).tone : QString();
}

QString ComposerViewModel::estimate() const
{
    return estimateText(m_estimate);
}

QString ComposerViewModel::estimateNote() const
{
    return estimateNoteText(m_estimate, !m_fallbacks.isEmpty());
}

QString ComposerViewModel::guardNote() const
{
    return guardText(m_guard, m_estimate.most ? m_estimate.most->currency() : Currency());
}

QString ComposerViewModel::doubt() const
{
    return doubtAbout(m_estimate, modelsInOrder());
}

QString ComposerViewModel::doubtAbout(const CostEstimate &cost, const QStringList &models) const
{
    const auto doubt = doubtOf(cost, models);
    return doubt.isOnce && m_agreed->contains(agreementTo(doubt)) ? QString() : doubt.text;
}

SendDoubt ComposerViewModel::doubtOf(const CostEstimate &cost, const QStringList &models) const
{
    const auto *account = chosenAccount();
    SendPlan plan;
    plan.cost = cost;
    plan.accountName = account ? account->name : QString();
    plan.key = chosenKey();
    plan.budgets = roomsFor(m_budgets, account ? account->id : AccountId(), chosenKey(), models,
        cost.most ? cost.most->currency() : Currency());
    plan.hasCatalogue = std::any_of(m_catalogue.cbegin(), m_catalogue.cend(),
        [](const ModelListing &listing) { return listing.input || listing.output || listing.request; });
    return tollkeeper::doubtAbout(plan, m_guard);
}

//! The same sentence about another account is another question.
QString ComposerViewModel::agreementTo(const SendDoubt &doubt) const
{
    return QString::number(chosenAccount() ? chosenAccount()->id.value() : 0) + u' ' + doubt.text;
}

void ComposerViewModel::agreeTo(const CostEstimate &cost, const QStringList &models)
{
    if (const auto doubt = doubtOf(cost, models); doubt.isOnce)
        m_agreed->insert(agreementTo(doubt));
}

} // namespace tollkeeper
