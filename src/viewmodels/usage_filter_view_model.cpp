// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/usage_filter_view_model.h"

#include "domain/request_words.h"
#include "viewmodels/amount_input.h"
#include "viewmodels/usage_period.h"
#include "viewmodels/usage_status_choices.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

const auto Fixed = u"fixed"_s;

QList<UsageChoiceList::Choice> choicesOf(const QStringList &names)
{
    QList<UsageChoiceList::Choice> choices;
    for (const auto &name : names)
        choices.append({name, name});
    return choices;
}

template<typename IdType>
QList<IdType> idsOf(const QStringList &values)
{
    QList<IdType> ids;
    for (const auto &value : values)
        ids.append(IdType(value.toLongLong()));
    return ids;
}

template<typename IdType>
QStringList valuesOf(const QList<IdType> &ids)
{
    QStringList values;
    for (const auto id : ids)
        values.append(QString::number(id.value()));
    return values;
}

} // namespace

UsageFilterViewModel::UsageFilterViewModel(QObject *parent)
    : QObject(parent), m_period(periodWords().constFirst())
{
    setChoices({});
    for (const auto *list : lists()) {
        connect(list, &UsageChoiceList::pickedChanged, this, [this] {
            if (!m_isChanging)
                Q_EMIT changed();
        });
    }
}

QList<UsageChoiceList *> UsageFilterViewModel::lists()
{
    return {&m_accounts, &m_keys, &m_requested, &m_served, &m_providers, &m_statuses};
}

//! However many parts a change has, it is told once, and only where it is one.
template<typename Change>
void UsageFilterViewModel::change(Change &&body)
{
    if (m_isChanging) // part of a greater change, which tells it
        return body();
    const auto before = filter();
    const auto period = m_period;
    m_isChanging = true;
    body();
    m_isChanging = false;
    if (filter() != before || m_period != period)
        Q_EMIT changed();
}

UsageFilter UsageFilterViewModel::filter() const
{
    UsageFilter filter;
    filter.days = days();
    filter.accounts = idsOf<AccountId>(m_accounts.picked());
    filter.keys = idsOf<KeyId>(m_keys.picked());
    filter.requestedModels = m_requested.picked();
    filter.servedModels = m_served.picked();
    filter.providers = m_providers.picked();
    addStatuses(filter, m_statuses.picked());
    filter.fellBackOnly = m_fellBackOnly;
    filter.costFrom = m_costFrom;
    filter.requestId = m_requestId;
    filter.playground = m_playground;
    return filter;
}

SavedView UsageFilterViewModel::view(const QString &name) const
{
    return {name, m_period, filter()};
}

void UsageFilterViewModel::open(const SavedView &view)
{
    change([this, &view] {
        pick(view.filter);
        if (periodWords().contains(view.period)) {
            m_period = view.period;
        } else if (view.filter.days.first.isValid() && view.filter.days.last.isValid()) {
            m_period = Fixed;
            m_fixedDays = view.filter.days;
        }
    });
}

void UsageFilterViewModel::pick(const UsageFilter &filter)
{
    m_accounts.setPicked(valuesOf(filter.accounts));
    m_keys.setPicked(valuesOf(filter.keys));
    m_requested.setPicked(filter.requestedModels);
    m_served.setPicked(filter.servedModels);
    m_providers.setPicked(filter.providers);
    m_statuses.setPicked(statusValues(filter));
    m_fellBackOnly = filter.fellBackOnly;
    m_costFrom = filter.costFrom;
    m_requestId = filter.requestId;
    m_playground = filter.playground;
}

void UsageFilterViewModel::clear()
{
    change([this] { pick({}); });
}

void UsageFilterViewModel::setToday(QDate today)
{
    change([this, today] { m_today = today; });
}

void UsageFilterViewModel::setChoices(const UsageChoices &choices)
{
    QList<UsageChoiceList::Choice> accounts;
    for (const auto &account : choices.accounts)
        accounts.append({QString::number(account.id.value()), account.name});
    QList<UsageChoiceList::Choice> keys;
    for (const auto &key : choices.keys)
        keys.append({QString::number(key.id.value()), key.name, key.accountName});
    change([&] {
        m_accounts.setChoices(accounts);
        m_keys.setChoices(keys);
        m_requested.setChoices(choicesOf(choices.requestedModels));
        m_served.setChoices(choicesOf(choices.servedModels));
        m_providers.setChoices(choicesOf(choices.providers));
        m_statuses.setChoices(statusChoices(choices.httpStatuses));
    });
}

DayRange UsageFilterViewModel::days() const
{
    return m_period == Fixed ? m_fixedDays : daysOfPeriod(m_period, m_today);
}

void UsageFilterViewModel::choosePeriod(const QString &word)
{
    if (periodWords().contains(word))
        change([this, &word] { m_period = word; });
}

bool UsageFilterViewModel::chooseDays(const QString &first, const QString &last)
{
    const DayRange days{
        QDate::fromString(first.trimmed(), Qt::ISODate), QDate::fromString(last.trimmed(), Qt::ISODate)};
    if (!days.first.isValid() || !days.last.isValid() || days.last < days.first)
        return false;
    change([this, &days] {
        m_period = Fixed;
        m_fixedDays = days;
    });
    return true;
}

void UsageFilterViewModel::chooseFigure(
    const QString &first, const QString &last, const QString &key, const QString &model)
{
    change([&] {
        pick({});
        if (!key.isEmpty())
            m_keys.setPicked({key});
        if (!model.isEmpty())
            m_served.setPicked({model});
        (void)chooseDays(first, last);
        for (const auto &word : periodWords()) { // "today" stays today
            if (daysOfPeriod(word, m_today) == m_fixedDays)
                m_period = word;
        }
    });
}

void UsageFilterViewModel::setFellBackOnly(bool only)
{
    change([this, only] { m_fellBackOnly = only; });
}

void UsageFilterViewModel::setRequestId(const QString &id)
{
    change([this, &id] { m_requestId = id.trimmed(); });
}

void UsageFilterViewModel::choosePlayground(const QString &word)
{
    if (const auto rows = playgroundRowsFromText(word))
        change([this, rows] { m_playground = *rows; });
}

bool UsageFilterViewModel::chooseCostFrom(const QString &typed)
{
    const auto amount = amountFromInput(typed, m_currency);
    const auto digits = typed.trimmed();
    const bool isNothing
        = std::ranges::all_of(digits, [](QChar c) { return c == u'0' || c == u'.' || c == u'$'; });
    if (!amount && !isNothing)
        return false;
    change([this, &amount] { m_costFrom = amount; });
    return true;
}

} // namespace tollkeeper
