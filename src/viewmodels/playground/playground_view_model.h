// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/playground/playground_tab.h"

#include <QSet>

#include <memory>
#include <vector>

namespace tollkeeper {

//! The Playground: its tabs. UI thread; the services must live longer.
class PlaygroundViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        tollkeeper::PlaygroundService *sender READ sender WRITE setSender NOTIFY servicesChanged REQUIRED)
    Q_PROPERTY(tollkeeper::SendChoices *choices READ choices WRITE setChoices NOTIFY servicesChanged REQUIRED)
    Q_PROPERTY(tollkeeper::RunHistory *history READ history WRITE setHistory NOTIFY servicesChanged REQUIRED)
    Q_PROPERTY(
        tollkeeper::RequestLookUp *lookUps READ lookUps WRITE setLookUps NOTIFY servicesChanged REQUIRED)
    Q_PROPERTY(
        tollkeeper::SupportBundles *bundles READ bundles WRITE setBundles NOTIFY servicesChanged REQUIRED)
    Q_PROPERTY(
        tollkeeper::BudgetReports *budgets READ budgets WRITE setBudgets NOTIFY servicesChanged REQUIRED)
    Q_PROPERTY(QStringList tabs READ tabs NOTIFY tabsChanged)
    Q_PROPERTY(int currentTab READ currentTab WRITE setCurrentTab NOTIFY currentTabChanged)
    Q_PROPERTY(tollkeeper::PlaygroundTab *tab READ tab NOTIFY currentTabChanged)

public:
    static constexpr int MostTabs = 12;

    using QObject::QObject;

    [[nodiscard]] PlaygroundService *sender() const { return m_with.sender; }
    void setSender(PlaygroundService *sender);
    [[nodiscard]] SendChoices *choices() const { return m_with.choices; }
    void setChoices(SendChoices *choices);
    [[nodiscard]] RunHistory *history() const { return m_with.history; }
    void setHistory(RunHistory *history);
    [[nodiscard]] RequestLookUp *lookUps() const { return m_with.lookUps; }
    void setLookUps(RequestLookUp *lookUps);
    [[nodiscard]] SupportBundles *bundles() const { return m_with.bundles; }
    void setBundles(SupportBundles *bundles);
    [[nodiscard]] BudgetReports *budgets() const { return m_with.budgets; }
    void setBudgets(BudgetReports *budgets);

    [[nodiscard]] QStringList tabs() const; //!< their titles; there is always one once the services are known
    [[nodiscard]] int currentTab() const { return m_current; }
    void setCurrentTab(int place);
    [[nodiscard]] PlaygroundTab *tab() const; //!< the current one; nullptr before the services are known
    [[nodiscard]] PlaygroundTab *tabAt(int place) const;

    // A tab more, unless there are as many as there may be: then problemHappened() says so.
    Q_INVOKABLE void newTab(); //!< empty, of the same account and key
    Q_INVOKABLE void duplicateTab(); //!< the same request, to be changed and sent beside the current one
    //! Cancels its run, which goes into the history as far as it came; the last one is emptied instead.
    Q_INVOKABLE void closeTab(int place);
    //! A kept run in a tab of its own, ready to be sent again.
    Q_INVOKABLE void openRun(const QString &id);
    //! In the current tab where nothing would be lost there, else in one of its own.
    Q_INVOKABLE void openPreset(const QString &name);
    Q_INVOKABLE void savePreset(const QString &name); //!< of what the current tab composes
    //! The key's "Try in Playground".
    Q_INVOKABLE void tryKey(const QString &key);
    //! A request's "Open in Playground", in a tab of its own: its account, key and model; what it asked is
    //! not known. Ids as text; `key` may be empty.
    Q_INVOKABLE void openRequest(const QString &account, const QString &key, const QString &model);

Q_SIGNALS:
    void servicesChanged();
    void tabsChanged();
    void currentTabChanged();
    void problemHappened(const QString &sentence);

private:
    template<typename Service>
    void setService(Service *&held, Service *given);
    [[nodiscard]] bool isFull(); //!< true: no tab more; the person is told
    void addTab(std::unique_ptr<PlaygroundTab> tab);
    [[nodiscard]] std::unique_ptr<PlaygroundTab> freshTab();
    void showPreset(const Preset &preset);

    PlaygroundServices m_with;
    //! What has been sent though nobody knows its price, so that it is asked about once in a session.
    std::shared_ptr<QSet<QString>> m_agreed = std::make_shared<QSet<QString>>();
    std::vector<std::unique_ptr<PlaygroundTab>> m_tabs;
    int m_current = -1;
};

} // namespace tollkeeper
