// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/playground_view_model.h"

#include "words/explain.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

template<typename Service>
void PlaygroundViewModel::setService(Service *&held, Service *given)
{
    if (held == given)
        return;
    held = given;
    Q_EMIT servicesChanged();
    // The first tab needs them all: what it has begun with it keeps.
    if (m_tabs.empty() && m_with.sender && m_with.choices && m_with.history && m_with.lookUps
        && m_with.bundles && m_with.budgets)
        newTab();
}

void PlaygroundViewModel::setSender(PlaygroundService *sender)
{
    setService(m_with.sender, sender);
}

void PlaygroundViewModel::setChoices(SendChoices *choices)
{
    setService(m_with.choices, choices);
}

void PlaygroundViewModel::setHistory(RunHistory *history)
{
    setService(m_with.history, history);
}

void PlaygroundViewModel::setLookUps(RequestLookUp *lookUps)
{
    setService(m_with.lookUps, lookUps);
}

void PlaygroundViewModel::setBundles(SupportBundles *bundles)
{
    setService(m_with.bundles, bundles);
}

void PlaygroundViewModel::setBudgets(BudgetReports *budgets)
{
    setService(m_with.budgets, budgets);
}

QStringList PlaygroundViewModel::tabs() const
{
    QStringList titles;
    for (const auto &tab : m_tabs)
        titles.append(tab->title());
    return titles;
}

PlaygroundTab *PlaygroundViewModel::tab() const
{
    return tabAt(m_current);
}

PlaygroundTab *PlaygroundViewModel::tabAt(int place) const
{
    return place >= 0 && place < int(m_tabs.size()) ? m_tabs[size_t(place)].get() : nullptr;
}

void PlaygroundViewModel::setCurrentTab(int place)
{
    if (place == m_current || !tabAt(place))
        return;
    m_current = place;
    Q_EMIT currentTabChanged();
}

std::unique_ptr<PlaygroundTab> PlaygroundViewModel::freshTab()
{
    auto fresh = std::make_unique<PlaygroundTab>(m_with, nullptr);
    fresh->composer()->shareAgreements(m_agreed);
    return fresh;
}

bool PlaygroundViewModel::isFull()
{
    if (int(m_tabs.size()) < MostTabs)
        return false;
    //: how many requests are open in tabs: as many as there may be
    Q_EMIT problemHappened(tr("%n requests are open: close one first.", nullptr, MostTabs));
    return true;
}

void PlaygroundViewModel::addTab(std::unique_ptr<PlaygroundTab> tab)
{
    connect(tab.get(), &PlaygroundTab::changed, this, &PlaygroundViewModel::tabsChanged);
    // As it begins to run the composer still says what was sent.
    connect(tab.get(), &PlaygroundTab::changed, this, [one = tab.get(), wasRunning = false]() mutable {
        if (!std::exchange(wasRunning, one->isRunning()) && one->isRunning())
            one->composer()->agree();
    });
    m_tabs.push_back(std::move(tab));
    m_current = int(m_tabs.size()) - 1;
    Q_EMIT tabsChanged();
    Q_EMIT currentTabChanged();
}

void PlaygroundViewModel::newTab()
{
    if (isFull())
        return;
    auto fresh = freshTab();
    if (auto *before = tab()) {
        const auto order = before->composer()->order();
        PlaygroundRequest empty;
        empty.protocol = order.request.protocol;
        empty.streams = true;
        fresh->composer()->show(empty, order.model, {}, order.account, order.key);
    }
    addTab(std::move(fresh));
}

void PlaygroundViewModel::duplicateTab()
{
    auto *before = tab();
    if (!before || isFull())
        return;
    const auto order = before->composer()->order();
    auto fresh = freshTab();
    fresh->composer()->show(
        order.request, order.model, order.policy.fallbacks, order.account, order.key, order.policy.timeout);
    addTab(std::move(fresh));
}

void PlaygroundViewModel::closeTab(int place)
{
    if (!tabAt(place))
        return;
    const auto gone = std::move(m_tabs[size_t(place)]); // lives until QML knows of another one
    m_tabs.erase(m_tabs.begin() + place);
    if (m_tabs.empty())
        addTab(freshTab());
    else if (m_current >= place && m_current > 0)
        --m_current;
    Q_EMIT tabsChanged();
    Q_EMIT currentTabChanged();
}

void PlaygroundViewModel::openRun(const QString &id)
{
    if (!m_with.history || isFull())
        return;
    QCoro::connect(m_with.history->run(RunId(id.toLongLong())), this, [this](const Result<KeptRun> &kept) {
        if (!kept) {
            Q_EMIT problemHappened(explain(kept.error()).sentence);
            return;
        }
        if (isFull())
            return;
        auto fresh = freshTab();
        fresh->composer()->show(kept->request, kept->line.requestedModel, kept->fallbacks, kept->line.account,
            kept->key, kept->timeout);
        addTab(std::move(fresh));
    });
}

void PlaygroundViewModel::openPreset(const QString &name)
{
    if (!m_with.history)
        return;
    QCoro::connect(m_with.history->presets(), this, [this, name](const Result<QList<Preset>> &presets) {
        if (!presets) {
            Q_EMIT problemHappened(explain(presets.error()).sentence);
            return;
        }
        const auto known = std::find_if(presets->cbegin(), presets->cend(),
            [&name](const Preset &preset) { return preset.name == name; });
        if (known != presets->cend())
            showPreset(*known);
    });
}

void PlaygroundViewModel::showPreset(const Preset &preset)
{
    auto *current = tab();
    const bool isFree = current && current->composer()->isBlank() && !current->hasSent();
    if (!current || (!isFree && isFull()))
        return;
    const auto order = current->composer()->order();
    auto fresh = isFree ? nullptr : freshTab();
    auto *composer = fresh ? fresh->composer() : current->composer();
    composer->show(preset.request, preset.model, preset.fallbacks, order.account, order.key, preset.timeout);
    if (fresh)
        addTab(std::move(fresh));
}

void PlaygroundViewModel::savePreset(const QString &name)
{
    auto *current = tab();
    if (!current || !m_with.history || name.trimmed().isEmpty())
        return;
    const auto order = current->composer()->order();
    const Preset preset{
        name.trimmed(), order.request, order.model, order.policy.fallbacks, order.policy.timeout};
    QCoro::connect(m_with.history->savePreset(preset), this, [this](const Result<Done> &outcome) {
        if (!outcome)
            Q_EMIT problemHappened(explain(outcome.error()).sentence);
    });
}

void PlaygroundViewModel::tryKey(const QString &key)
{
    if (auto *current = tab())
        current->composer()->chooseKey(KeyId(key.toLongLong()));
}

void PlaygroundViewModel::openRequest(const QString &account, const QString &key, const QString &model)
{
    if (isFull())
        return;
    PlaygroundRequest empty;
    empty.streams = true;
    auto fresh = freshTab();
    fresh->composer()->show(empty, model, {}, AccountId(account.toLongLong()),
        key.isEmpty() ? std::nullopt : std::optional(KeyId(key.toLongLong())));
    addTab(std::move(fresh));
}

} // namespace tollkeeper
