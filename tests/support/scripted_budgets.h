// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_service.h"
#include "alerts/rule_service.h"
#include "analytics/budget_reports.h"

#include <QCoroTimer>

#include <functional>

// The budgets and rules of an invented company on 18 June 2026, 14:32 UTC, and services that answer what the
// test wrote down, a moment later, as real ones would.

namespace scripted {

[[nodiscard]] tollkeeper::BudgetTable budgetTable();
//! The drawing's: where a budget stands, its keys, and the caps beside it. With the forecast of `line`.
[[nodiscard]] tollkeeper::BudgetDetails budgetDetails(const tollkeeper::BudgetLine &line);
[[nodiscard]] tollkeeper::BudgetChoices budgetChoices();
[[nodiscard]] QList<tollkeeper::RuleLine> ruleLines();

inline constexpr int SupportBudget = 2; //!< the one whose forecast is over

} // namespace scripted

class ScriptedBudgetReports : public tollkeeper::BudgetReports {
public:
    //! As it was made: everything well, nothing asked.
    void reset();

    tollkeeper::Result<tollkeeper::BudgetTable> table = scripted::budgetTable();
    bool isSilent = false; //!< asked, it does not come back
    std::optional<tollkeeper::Error> detailsError;
    int asked = 0;
    QList<tollkeeper::Budget> previewed;

    tollkeeper::Async<tollkeeper::BudgetTable> budgets() override;
    tollkeeper::Async<tollkeeper::BudgetDetails> details(tollkeeper::Budget budget) override;
    tollkeeper::Async<tollkeeper::BudgetChoices> choices() override;
};

class ScriptedRules : public tollkeeper::RuleService {
public:
    void reset();

    tollkeeper::Result<QList<tollkeeper::RuleLine>> lines = scripted::ruleLines();
    tollkeeper::Outcome outcome = tollkeeper::Done(); //!< of saving
    //! Answers backTest(); without it four hits in May and June.
    std::function<tollkeeper::Result<tollkeeper::BackTest>(const tollkeeper::AlertRule &)> past;
    QList<tollkeeper::AlertRule> saved;
    QList<tollkeeper::AlertRule> tried;

    tollkeeper::Async<QList<tollkeeper::RuleLine>> rules() override;
    tollkeeper::Async<tollkeeper::Done> save(tollkeeper::AlertRule rule) override;
    tollkeeper::Async<tollkeeper::BackTest> backTest(tollkeeper::AlertRule rule, int days) override;
};

//! Desktop, tray and one webhook; nothing is sent.
class ScriptedChannelList : public tollkeeper::ChannelService {
public:
    tollkeeper::Async<QList<tollkeeper::Channel>> channels() override;
    tollkeeper::Async<tollkeeper::ChannelId> save(
        tollkeeper::Channel channel, tollkeeper::ChannelSecrets secrets) override;
    tollkeeper::Async<tollkeeper::Done> remove(tollkeeper::ChannelId channel) override;
    tollkeeper::Async<tollkeeper::Receipt> test(tollkeeper::ChannelId channel) override;
};
