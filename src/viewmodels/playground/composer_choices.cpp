// SPDX-License-Identifier: GPL-3.0-or-later
// Whom and what a request can be sent to, and what is left to spend.
#include "viewmodels/partner.h"
#include "viewmodels/playground/composer_view_model.h"
#include "viewmodels/playground/composer_words.h"
#include "viewmodels/variants.h"

#include <algorithm>

namespace tollkeeper {
namespace {

bool tellsItsModels(const SendKey *key)
{
    return key && key->allowedModels && !key->allowedModels->isEmpty();
}

//! "openai/*" stands for many models and is the name of none.
bool isPattern(const QString &allowed)
{
    return allowed.endsWith(u'*');
}

//! Where the list of models of a key is told it holds, and only the gateway's names count.
bool mayUse(const SendKey *key, const QString &model)
{
    return !tellsItsModels(key)
        || std::any_of(
            key->allowedModels->cbegin(), key->allowedModels->cend(), [&model](const QString &allowed) {
                return isPattern(allowed) ? model.startsWith(QStringView(allowed).chopped(1))
                                          : model == allowed;
            });
}

} // namespace

void ComposerViewModel::setChoices(SendChoices *choices)
{
    if (!exchangePartner(this, m_choices, choices))
        return;
    if (m_choices)
        connect(m_choices, &SendChoices::changed, this, &ComposerViewModel::ask);
    ask();
}

void ComposerViewModel::ask()
{
    if (!m_choices)
        return;
    const auto asked = ++m_askedAccounts;
    QCoro::connect(m_choices->accounts(), this, [this, asked](const Result<QList<SendAccount>> &answer) {
        if (asked == m_askedAccounts && answer) // an older list stays where a new one cannot be had
            takeAccounts(*answer);
    });
    QCoro::connect(m_choices->guard(), this, [this](const Result<SendGuard> &guard) {
        if (!guard || *guard == m_guard)
            return;
        m_guard = *guard;
        Q_EMIT estimateChanged();
    });
}

void ComposerViewModel::setBudgets(BudgetReports *budgets)
{
    if (!exchangePartner(this, m_budgetReports, budgets))
        return;
    if (m_budgetReports)
        connect(m_budgetReports, &BudgetReports::changed, this, &ComposerViewModel::askForBudgets);
    askForBudgets();
}

void ComposerViewModel::askForBudgets()
{
    if (!m_budgetReports)
        return;
    const auto asked = ++m_askedBudgets;
    QCoro::connect(m_budgetReports->budgets(), this, [this, asked](const Result<BudgetTable> &table) {
        if (asked == m_askedBudgets && table) // older figures stay where new ones cannot be had
            m_budgets = table->rows;
    });
}

//! The protocol follows what the account offers.
void ComposerViewModel::choose(int account, int key)
{
    m_account = account;
    m_key = key;
    if (const auto *chosen = chosenAccount(); chosen && !chosen->protocols.contains(m_protocol)) {
        m_protocol = chosen->protocols.constFirst();
        readJsonAnew();
    }
    Q_EMIT choiceChanged();
    Q_EMIT choicesChanged(); // the protocols are the account's
    tellModels();
    settle();
}

void ComposerViewModel::askForModels()
{
    const auto *account = chosenAccount();
    const auto asked = ++m_askedModels;
    m_isReadingPrices = account && m_choices;
    if (!m_isReadingPrices) {
        m_catalogue.clear();
        Q_EMIT pricesRead(); // there are none to wait for
        return;
    }
    QCoro::connect(
        m_choices->models(account->id), this, [this, asked](const Result<QList<ModelListing>> &answer) {
            if (asked != m_askedModels)
                return;
            m_isReadingPrices = false;
            m_catalogue = answer ? *answer : QList<ModelListing>();
            tellModels();
            Q_EMIT modelsChanged();
            settle();
            Q_EMIT pricesRead();
        });
}

QStringList ComposerViewModel::protocols() const
{
    QStringList names;
    if (const auto *account = chosenAccount()) {
        for (const auto protocol : account->protocols)
            names.append(protocolText(protocol));
    }
    return names;
}

int ComposerViewModel::protocol() const
{
    const auto *account = chosenAccount();
    return account ? int(account->protocols.indexOf(m_protocol)) : -1;
}

void ComposerViewModel::setProtocol(int place)
{
    const auto *account = chosenAccount();
    if (!account || place < 0 || place >= account->protocols.size()
        || account->protocols.at(place) == m_protocol)
        return;
    m_protocol = account->protocols.at(place);
    readJsonAnew();
    Q_EMIT choiceChanged();
    settle();
}

QVariantList ComposerViewModel::accounts() const
{
    QList<SendAccountRow> rows;
    for (const auto &account : m_accounts)
        rows.append(accountRow(account));
    return variants(rows);
}

void ComposerViewModel::setAccount(int place)
{
    if (place < 0 || place >= m_accounts.size() || place == m_account)
        return;
    m_wantedAccount.reset();
    m_wantedKey.reset();
    m_catalogue.clear();
    choose(place, 0);
    askForModels();
}

QVariantList ComposerViewModel::keys() const
{
    QList<SendKeyRow> rows;
    if (const auto *account = chosenAccount()) {
        for (const auto &key : account->keys)
            rows.append(keyRow(key));
    }
    return variants(rows);
}

void ComposerViewModel::setKey(int place)
{
    const auto *account = chosenAccount();
    if (!account || place < 0 || place >= account->keys.size() || place == m_key)
        return;
    m_wantedAccount.reset();
    m_wantedKey.reset();
    choose(m_account, place);
}

QVariantList ComposerViewModel::models() const
{
    return variants(m_modelRows);
}

//! Many gateways tell no catalogue, and yet what a key may use.
QList<ModelRow> ComposerViewModel::modelRows() const
{
    QList<ModelRow> rows;
    for (const auto &known : m_catalogue) {
        if (mayUse(chosenKey(), known.model))
            rows.append(modelRow(known.model, &known));
    }
    if (!tellsItsModels(chosenKey()))
        return rows;
    for (const auto &allowed : *chosenKey()->allowedModels) {
        if (!isPattern(allowed) && !listing(allowed))
            rows.append(modelRow(allowed, nullptr));
    }
    return rows;
}

//! A list is told of only where it is another one: what shows it is then made anew, and loses its place and
//! the keyboard, which no poll may take away.
void ComposerViewModel::tellModels()
{
    if (auto rows = modelRows(); !areSame(rows, m_modelRows)) {
        m_modelRows = std::move(rows);
        Q_EMIT catalogueChanged();
    }
    if (auto rows = fallbackRows(); !areSame(rows, m_fallbackRows)) {
        m_fallbackRows = std::move(rows);
        Q_EMIT fallbacksChanged();
    }
    Q_EMIT modelsNoteChanged();
}

QString ComposerViewModel::modelsNote() const
{
    const auto *account = chosenAccount();
    if (!account)
        return {};
    if (tellsItsModels(chosenKey()))
        //: %1 is the name of a key
        return tr("The models that %1 may use.").arg(keyName(*chosenKey()));
    if (m_catalogue.isEmpty())
        //: %1 is the name of a gateway
        return tr("%1 has told no list of models; type the name.").arg(account->gatewayName);
    //: %1 is the name of a gateway
    return tr("The catalogue of %1.").arg(account->gatewayName);
}

bool ComposerViewModel::offersRouting() const
{
    return chosenAccount() && chosenAccount()->offersRouting;
}

QString ComposerViewModel::routingNote() const
{
    if (!chosenAccount() || offersRouting())
        return {};
    //: %1 is the name of a gateway
    return tr("Routing options are not offered by %1.").arg(chosenAccount()->gatewayName);
}

const ModelListing *ComposerViewModel::listing(const QString &model) const
{
    const auto known = std::find_if(m_catalogue.cbegin(), m_catalogue.cend(),
        [&model](const ModelListing &listing) { return listing.model == model; });
    return known == m_catalogue.cend() ? nullptr : &*known;
}

} // namespace tollkeeper
