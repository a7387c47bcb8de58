// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert_service.h"
#include "alerts/budget_service.h"
#include "analytics/spend_reports.h"
#include "sync/gateway_service.h"
#include "sync/sync_service.h"

#include <QCoroTimer>

#include <functional>

// Services that answer what the test wrote down, a moment later, as real ones would.

class ScriptedReports : public tollkeeper::SpendReports {
public:
    tollkeeper::Result<tollkeeper::Overview> answer = tollkeeper::Overview();
    bool isSilent = false; //!< asked, it does not come back
    int asked = 0;

    tollkeeper::Async<tollkeeper::Overview> overview() override
    {
        ++asked;
        auto copy = answer; // QCoro 0.8 moves out of whatever lvalue it is given
        auto pause = QCoro::sleepFor(isSilent ? std::chrono::hours(1) : std::chrono::milliseconds(1));
        co_await pause;
        co_return copy;
    }

    //! Answers spend(); without it nothing is found.
    std::function<tollkeeper::Result<tollkeeper::SpendTable>(const tollkeeper::SpendQuery &)> spendAnswer;
    QList<tollkeeper::SpendQuery> spendAsked;

    tollkeeper::Async<tollkeeper::SpendTable> spend(tollkeeper::SpendQuery query) override
    {
        spendAsked.append(query);
        tollkeeper::Result<tollkeeper::SpendTable> table
            = tollkeeper::fail(tollkeeper::Error::Kind::NotFound);
        if (spendAnswer)
            table = spendAnswer(query);
        auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
        co_await pause;
        co_return table;
    }
};

class ScriptedSync : public tollkeeper::SyncService {
public:
    QList<tollkeeper::PollResult> results;
    std::optional<QDateTime> last;
    std::optional<QDateTime> next;
    bool polling = false;
    int polls = 0;

    tollkeeper::Async<QList<tollkeeper::PollResult>> poll(tollkeeper::AccountId) override
    {
        ++polls;
        auto copy = results;
        auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
        co_await pause;
        co_return copy;
    }
    bool isPolling() const override { return polling; }
    std::optional<QDateTime> lastPolledAt() const override { return last; }
    std::optional<QDateTime> nextPollAt() const override { return next; }
};

class ScriptedGateways : public tollkeeper::GatewayService {
public:
    QList<tollkeeper::GatewayChoice> offered;
    bool keeps = true;
    tollkeeper::Result<tollkeeper::ConnectionReport> report = tollkeeper::ConnectionReport();
    tollkeeper::Result<tollkeeper::AccountId> added = tollkeeper::AccountId(1);
    QList<tollkeeper::NewAccount> tested;
    QList<tollkeeper::NewAccount> saved;
    QStringList maskedKeys; //!< of every test and save, in order

    QList<tollkeeper::GatewayChoice> choices() const override { return offered; }
    bool keepsKeys() const override { return keeps; }
    QString keychainName() const override
    {
        return keeps ? QStringLiteral("OS keychain") : QStringLiteral("memory of this session");
    }

    tollkeeper::Async<tollkeeper::ConnectionReport> test(
        tollkeeper::NewAccount draft, std::shared_ptr<const tollkeeper::Secret> key) override
    {
        tested.append(draft);
        maskedKeys.append(key->masked());
        auto copy = report;
        auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
        co_await pause;
        co_return copy;
    }
    tollkeeper::Async<tollkeeper::AccountId> add(
        tollkeeper::NewAccount draft, std::shared_ptr<const tollkeeper::Secret> key) override
    {
        saved.append(draft);
        maskedKeys.append(key->masked());
        auto copy = added;
        auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
        co_await pause;
        co_return copy;
    }
    tollkeeper::Async<tollkeeper::ConnectionReport> replaceKey(tollkeeper::AccountId,
        std::shared_ptr<const tollkeeper::Secret> key, tollkeeper::SecretPlace) override
    {
        maskedKeys.append(key->masked());
        auto copy = report;
        co_return copy;
    }
    tollkeeper::Async<tollkeeper::ConnectionReport> testStored(tollkeeper::AccountId) override
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::NotFound);
    }
    tollkeeper::Async<tollkeeper::Done> remove(tollkeeper::AccountId) override
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::NotFound);
    }
    tollkeeper::Async<tollkeeper::Done> canLogIn(tollkeeper::AccountId) override
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::LoginNotOffered);
    }
    tollkeeper::Async<tollkeeper::Done> logIn(tollkeeper::AccountId, tollkeeper::PanelCredentials) override
    {
        co_return tollkeeper::fail(tollkeeper::Error::Kind::LoginNotOffered);
    }
    tollkeeper::Async<tollkeeper::Done> logOut(tollkeeper::AccountId) override
    {
        co_return tollkeeper::Done();
    }
};

class ScriptedAlerts : public tollkeeper::AlertService {
public:
    QList<tollkeeper::AlertId> acknowledged;
    QList<tollkeeper::AlertId> snoozed;
    std::optional<QDateTime> snoozedUntil; //!< of the last snooze
    QHash<tollkeeper::AlertId, QString> owners;
    QHash<tollkeeper::AlertId, QString> notes;
    tollkeeper::AlertSettings kept;

    tollkeeper::Async<QList<tollkeeper::Alert>> evaluate() override { co_return QList<tollkeeper::Alert>(); }
    tollkeeper::Async<tollkeeper::Done> acknowledge(QList<tollkeeper::AlertId> alerts) override
    {
        acknowledged += alerts;
        co_return tollkeeper::Done();
    }
    tollkeeper::Async<tollkeeper::Done> snooze(
        QList<tollkeeper::AlertId> alerts, std::optional<QDateTime> until) override
    {
        snoozed += alerts;
        snoozedUntil = until;
        co_return tollkeeper::Done();
    }
    tollkeeper::Async<tollkeeper::Done> assign(tollkeeper::AlertId alert, QString owner) override
    {
        owners.insert(alert, owner);
        co_return tollkeeper::Done();
    }
    tollkeeper::Async<tollkeeper::Done> setNote(tollkeeper::AlertId alert, QString note) override
    {
        notes.insert(alert, note);
        co_return tollkeeper::Done();
    }
    tollkeeper::Async<tollkeeper::AlertSettings> settings() override
    {
        auto copy = kept;
        co_return copy;
    }
    tollkeeper::Async<tollkeeper::Done> setSettings(tollkeeper::AlertSettings settings) override
    {
        kept = settings;
        co_return tollkeeper::Done();
    }
};

class ScriptedBudgets : public tollkeeper::BudgetService {
public:
    tollkeeper::Outcome outcome = tollkeeper::Done();
    QList<tollkeeper::Money> limits; //!< that were set for a month of everything
    QList<bool> countsByok;
    QList<tollkeeper::Budget> saved;
    QList<tollkeeper::BudgetId> removed;

    tollkeeper::Async<tollkeeper::BudgetId> save(tollkeeper::Budget budget) override
    {
        saved.append(budget);
        auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
        co_await pause;
        if (!outcome)
            co_return tollkeeper::fail(outcome.error());
        co_return budget.id.isValid() ? budget.id : tollkeeper::BudgetId(99);
    }
    tollkeeper::Async<tollkeeper::Done> remove(tollkeeper::BudgetId budget) override
    {
        removed.append(budget);
        auto copy = outcome;
        co_return copy;
    }
    tollkeeper::Async<tollkeeper::Done> setMonthlyBudget(tollkeeper::Money limit, bool includesByok) override
    {
        limits.append(limit);
        countsByok.append(includesByok);
        auto copy = outcome;
        auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
        co_await pause;
        co_return copy;
    }
};
