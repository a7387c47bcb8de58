// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/send_guard_view_model.h"

#include "base/decimal.h"
#include "viewmodels/amount_input.h"
#include "words/explain.h"

#include <QCoroTask>

namespace tollkeeper {
namespace {

//! "1" or "2.5" rather than nine decimals: it is typed over.
QString plainText(qint64 nanos)
{
    auto text = decimalText(nanos, Money::Scale);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

} // namespace

void SendGuardViewModel::setChoices(SendChoices *choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    Q_EMIT changed();
}

void SendGuardViewModel::setAmount(const QString &text)
{
    if (m_amount == text)
        return;
    m_amount = text;
    say({});
}

void SendGuardViewModel::setPercent(const QString &text)
{
    if (m_percent == text)
        return;
    m_percent = text;
    say({});
}

void SendGuardViewModel::say(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

void SendGuardViewModel::load()
{
    QCoro::connect(m_choices->guard(), this, [this](const Result<SendGuard> &guard) {
        if (!guard)
            return say(explain(guard.error()).sentence);
        m_amount = guard->askAboveNanos ? plainText(*guard->askAboveNanos) : QString();
        m_percent = guard->percent > 0 ? QString::number(guard->percent) : QString();
        say({});
    });
}

std::optional<SendGuard> SendGuardViewModel::typed() const
{
    SendGuard guard{std::nullopt, 0};
    if (const auto text = m_amount.trimmed(); !text.isEmpty()) {
        const auto amount = amountFromInput(text, {});
        if (!amount)
            return std::nullopt;
        guard.askAboveNanos = amount->nanos();
    }
    if (auto text = m_percent.trimmed(); !text.isEmpty()) {
        bool isNumber = false;
        guard.percent = (text.endsWith(u'%') ? text.chopped(1).trimmed() : text).toInt(&isNumber);
        if (!isNumber || guard.percent < 1 || guard.percent > 100)
            return std::nullopt;
    }
    return guard;
}

void SendGuardViewModel::save()
{
    const auto guard = typed();
    if (!guard)
        return say(
            tr("Give an amount such as 2.50 and a whole percentage from 1 to 100, or leave them empty."));
    QCoro::connect(m_choices->setGuard(*guard), this, [this](const Result<Done> &written) {
        if (!written)
            return say(explain(written.error()).sentence);
        Q_EMIT saved();
    });
}

} // namespace tollkeeper
