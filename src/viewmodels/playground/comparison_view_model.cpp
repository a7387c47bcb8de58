// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/comparison_view_model.h"

#include "base/translation_contexts.h"
#include "viewmodels/partner.h"
#include "viewmodels/variants.h"
#include "words/figures.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Money times(Money amount, int count)
{
    return Money::fromNanos(amount.nanos() * count, amount.currency());
}

} // namespace

ComparisonViewModel::~ComparisonViewModel()
{
    ++m_round; // what is stopped now may end at once, and is not for this one any more
    m_stop.request_stop();
}

void ComparisonViewModel::setSender(PlaygroundService *sender)
{
    if (exchangePartner(this, m_sender, sender))
        Q_EMIT sourcesChanged();
}

void ComparisonViewModel::setHistory(RunHistory *history)
{
    if (exchangePartner(this, m_history, history))
        Q_EMIT sourcesChanged();
}

void ComparisonViewModel::setComposer(ComposerViewModel *composer)
{
    if (m_composer == composer)
        return;
    if (m_composer)
        m_composer->disconnect(this);
    m_composer = composer;
    if (composer) {
        connect(composer, &ComposerViewModel::estimateChanged, this, &ComparisonViewModel::modelsChanged);
        connect(composer, &ComposerViewModel::pricesRead, this, [this] {
            const auto asked = std::exchange(m_oncePriced, std::nullopt);
            if (asked && isSameRequest(*asked, m_composer->order()))
                start();
        });
        connect(composer, &QObject::destroyed, this, &ComparisonViewModel::changeComposer);
    }
    changeComposer();
}

void ComparisonViewModel::changeComposer()
{
    dropQuestion();
    Q_EMIT sourcesChanged();
    Q_EMIT modelsChanged();
}

void ComparisonViewModel::setModels(const QStringList &models)
{
    QStringList wanted;
    for (const auto &model : models) {
        const auto name = model.trimmed();
        if (!name.isEmpty() && !wanted.contains(name) && wanted.size() < MostModels)
            wanted.append(name);
    }
    if (wanted == m_models)
        return;
    m_models = wanted;
    m_oncePriced.reset();
    Q_EMIT modelsChanged();
}

void ComparisonViewModel::setRepeats(int repeats)
{
    const auto wanted = std::clamp(repeats, 1, MostRepeats);
    if (wanted == m_repeats)
        return;
    m_repeats = wanted;
    m_oncePriced.reset();
    Q_EMIT modelsChanged();
}

QString ComparisonViewModel::estimate() const
{
    if (!m_composer || m_models.isEmpty())
        return {};
    const auto count = int(m_models.size()) * m_repeats;
    const auto requests = count == 1 ? tr("1 request")
                                     //: how many requests will be sent
                                     : texts::Playground::tr("%n requests", nullptr, count);
    const auto cost = costOfAllRequests();
    if (!cost.most)
        //: %1 is "3 requests"
        return tr("%1; no price is known.").arg(requests);
    const auto amount = moneyText(*cost.most, 4);
    //: %1 is "3 requests", %2 an amount
    return cost.unpriced.isEmpty() ? tr("%1, at most ≈ %2.").arg(requests, amount)
                                   : tr("%1, at least ≈ %2; not every price is known.").arg(requests, amount);
}

//! `most` is the sum of what is known; what is not, or is of another currency than the first, is `unpriced`.
CostEstimate ComparisonViewModel::costOfAllRequests() const
{
    const auto request = m_composer->order().request;
    CostEstimate all;
    for (const auto &model : m_models) {
        const auto one = estimatedCost(request, {model}, m_composer->catalogue());
        all.outputTokens = one.outputTokens;
        all.unpriced += one.unpriced;
        const auto cost = one.most ? std::optional(times(*one.most, m_repeats)) : std::nullopt;
        const auto sum = cost && all.most ? sumIfItFits(*all.most, *cost) : cost;
        if (sum)
            all.most = sum;
        else if (!one.unpriced.contains(model))
            all.unpriced.append(model);
    }
    return all;
}

QString ComparisonViewModel::obstacle() const
{
    if (!m_composer)
        return tr("There is no request to send.");
    if (m_models.isEmpty())
        return tr("Choose at least one model.");
    return m_composer->obstacle();
}

void ComparisonViewModel::start()
{
    if (isRunning() || !m_sender || !obstacle().isEmpty())
        return;
    m_oncePriced.reset();
    if (m_composer->awaitsPrices()) {
        m_oncePriced = m_composer->order();
        return;
    }
    const auto doubt = m_composer->doubtAbout(costOfAllRequests(), m_models);
    if (doubt.isEmpty())
        return go();
    ask(doubt);
}

void ComparisonViewModel::startAnyway()
{
    if (m_question.isEmpty())
        return;
    dropQuestion();
    if (!isRunning() && obstacle().isEmpty())
        go();
}

void ComparisonViewModel::dropQuestion()
{
    m_oncePriced.reset();
    ask({});
}

void ComparisonViewModel::ask(const QString &question)
{
    if (m_question == question)
        return;
    m_question = question;
    Q_EMIT questionChanged();
}

void ComparisonViewModel::go()
{
    m_composer->agreeTo(costOfAllRequests(), m_models);
    m_stop = std::stop_source();
    m_lines.clear();
    m_waiting.clear();
    m_repeatsAsked = m_repeats;
    ++m_round;
    for (const auto &model : m_models)
        m_lines.append({model, {}, {}});
    m_order = m_composer->order();
    m_place.prices = m_composer->catalogue();
    m_order.policy.fallbacks.clear(); // each is to be judged by what it does itself
    for (int repeat = 0; repeat < m_repeats; ++repeat) {
        for (qsizetype line = 0; line < m_lines.size(); ++line)
            m_waiting.append(line);
    }
    while (m_underWay < MostAtOnce && !m_waiting.isEmpty())
        sendNext();
    Q_EMIT rowsChanged();
}

void ComparisonViewModel::sendNext()
{
    const auto line = m_waiting.takeFirst();
    auto order = m_order;
    order.model = m_lines.at(line).model;
    ++m_underWay;
    const QPointer<ComparisonViewModel> view(this);
    const QPointer<RunHistory> history(m_history);
    // No number: nobody follows these while they come in. Their context is the service: what was sent may be
    // charged, and is kept though nobody compares it any more.
    QCoro::connect(m_sender->send(order, m_stop.get_token(), 0), m_sender,
        [view, history, round = m_round, line, order](const Result<PlaygroundRun> &run) {
            if (run && history)
                QCoro::connect(history->add(order, *run), history.data(), [](const Result<RunId> &) {});
            if (view && round == view->m_round)
                view->take(line, run);
        });
}

void ComparisonViewModel::take(qsizetype line, const Result<PlaygroundRun> &run)
{
    --m_underWay;
    if (!run) {
        m_lines[line].refusal = run.error();
        m_waiting.removeAll(line); // the next one would be refused for the same reason
    } else {
        m_lines[line].runs.append(*run);
    }
    if (!m_waiting.isEmpty())
        sendNext();
    Q_EMIT rowsChanged();
}

void ComparisonViewModel::cancel()
{
    m_waiting.clear();
    m_stop.request_stop();
}

QVariantList ComparisonViewModel::rows() const
{
    QList<ComparisonRow> rows;
    for (const auto &line : m_lines)
        rows.append(rowOf(line));
    return variants(rows);
}

} // namespace tollkeeper
