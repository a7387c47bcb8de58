// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/provenance_view_model.h"

#include "viewmodels/variants.h"
#include "words/explain.h"

namespace tollkeeper {

void ProvenanceViewModel::setReports(UsageReports *reports)
{
    if (m_reports == reports)
        return;
    m_reports = reports;
    Q_EMIT reportsChanged();
}

void ProvenanceViewModel::ask(const QString &title, const QString &currency, const QString &firstDay,
    const QString &lastDay, const QString &account, const QString &key, const QString &model)
{
    if (!m_reports)
        return;
    m_query = {};
    m_query.days = {QDate::fromString(firstDay, Qt::ISODate), QDate::fromString(lastDay, Qt::ISODate)};
    m_query.currency = Currency::fromCode(currency).value_or(Currency());
    if (!account.isEmpty())
        m_query.account = AccountId(account.toLongLong());
    if (!key.isEmpty())
        m_query.key = KeyId(key.toLongLong());
    m_query.model = model;
    m_title = title;
    m_state = State::Loading;
    Q_EMIT stateChanged();
    const auto asked = ++m_asked;
    QCoro::connect(m_reports->provenance(m_query), this, [this, asked](const Result<Provenance> &answer) {
        if (asked != m_asked) // a later question has overtaken this one
            return;
        if (answer)
            m_answer = *answer;
        else
            m_problem = explain(answer.error()).sentence;
        m_state = answer ? State::Ready : State::Failed;
        Q_EMIT stateChanged();
    });
}

ProvenanceCard ProvenanceViewModel::card() const
{
    return m_state == State::Ready ? provenanceCard(m_answer) : ProvenanceCard();
}

QVariantList ProvenanceViewModel::sources() const
{
    return m_state == State::Ready ? variants(sourceLines(m_answer)) : QVariantList();
}

QString ProvenanceViewModel::firstDay() const
{
    return m_query.days.first.toString(Qt::ISODate);
}

QString ProvenanceViewModel::lastDay() const
{
    return m_query.days.last.toString(Qt::ISODate);
}

QString ProvenanceViewModel::key() const
{
    return m_query.key ? QString::number(m_query.key->value()) : QString();
}

} // namespace tollkeeper
