// SPDX-License-Identifier: GPL-3.0-or-later
// What the filter comes to: its days, its chips and its sentence, and whether the ledger can tell the total.
#include "domain/request_words.h"
#include "viewmodels/usage_filter_view_model.h"
#include "viewmodels/usage_period.h"
#include "words/figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

QString UsageFilterViewModel::periodText() const
{
    return m_today.isValid() ? tollkeeper::periodText(m_period, days(), m_today) : nameOf(m_period);
}

QStringList UsageFilterViewModel::periods()
{
    return periodWords();
}

QString UsageFilterViewModel::nameOf(const QString &period)
{
    return periodName(period);
}

QString UsageFilterViewModel::firstDay() const
{
    return days().first.toString(Qt::ISODate);
}

QString UsageFilterViewModel::lastDay() const
{
    return days().last.toString(Qt::ISODate);
}

QString UsageFilterViewModel::playground() const
{
    return toText(m_playground);
}

QStringList UsageFilterViewModel::playgroundWords()
{
    return {toText(PlaygroundRows::Counted), toText(PlaygroundRows::LeftOut), toText(PlaygroundRows::Only)};
}

QString UsageFilterViewModel::nameOfPlayground(const QString &word)
{
    switch (playgroundRowsFromText(word).value_or(PlaygroundRows::Counted)) {
    case PlaygroundRows::LeftOut:
        return tr("Left out");
    case PlaygroundRows::Only:
        return tr("Only these");
    case PlaygroundRows::Counted:
        break;
    }
    return tr("Counted");
}

QString UsageFilterViewModel::costFrom() const
{
    if (!m_costFrom)
        return moneyText(Money::fromNanos(0, m_currency));
    // Cents are enough for what has no smaller part.
    return m_costFrom->nanos() % 10'000'000 == 0 ? moneyText(*m_costFrom) : requestMoneyText(*m_costFrom);
}

int UsageFilterViewModel::conditions() const
{
    int set = (m_fellBackOnly ? 1 : 0) + (m_costFrom ? 1 : 0) + (m_requestId.isEmpty() ? 0 : 1)
        + (m_playground == PlaygroundRows::Counted ? 0 : 1);
    for (const auto *list : {&m_accounts, &m_keys, &m_requested, &m_served, &m_providers, &m_statuses})
        set += list->isSet() ? 1 : 0;
    return set;
}

QString UsageFilterViewModel::sentence() const
{
    const QList<std::pair<QString, const UsageChoiceList *>> named{
        //: %1 is what a filter is set to; these join to "Provider is Azure, status is 502"
        {tr("account is %1"), &m_accounts}, {tr("key is %1"), &m_keys}, {tr("requested is %1"), &m_requested},
        {tr("served is %1"), &m_served}, {tr("provider is %1"), &m_providers},
        {tr("status is %1"), &m_statuses}};
    QStringList parts;
    for (const auto &[text, list] : named) {
        if (list->isSet())
            parts.append(text.arg(list->summary()));
    }
    if (m_fellBackOnly)
        parts.append(tr("fell back"));
    if (m_costFrom)
        //: %1 is money
        parts.append(tr("cost from %1").arg(costFrom()));
    if (!m_requestId.isEmpty())
        //: %1 is the id of a request
        parts.append(tr("id is %1").arg(m_requestId));
    if (m_playground == PlaygroundRows::LeftOut)
        parts.append(tr("without the Playground"));
    else if (m_playground == PlaygroundRows::Only)
        parts.append(tr("sent from the Playground"));
    parts.append(periodText());
    auto sentence = parts.join(u", "_s);
    sentence[0] = sentence.at(0).toUpper();
    return sentence + u'.';
}

bool UsageFilterViewModel::isOfTheLedger() const
{
    return filter().isOfWholeKeys() && m_accounts.picked().size() <= 1 && m_keys.picked().size() <= 1;
}

QString UsageFilterViewModel::onlyAccount() const
{
    return m_accounts.picked().value(0);
}

QString UsageFilterViewModel::onlyKey() const
{
    return m_keys.picked().value(0);
}

} // namespace tollkeeper
