// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rule_service.h"
#include "base/clock.h"
#include "storage/storage.h"

namespace tollkeeper {

//! Rules in the ledger's file. Back-tests run on the thread for long reads, so that no page waits for them.
class StoredRuleService final : public RuleService {
    Q_OBJECT

public:
    //! Both must outlive the service.
    StoredRuleService(Storage &storage, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] Async<QList<RuleLine>> rules() override;
    [[nodiscard]] Async<Done> save(AlertRule rule) override;
    [[nodiscard]] Async<BackTest> backTest(AlertRule rule, int days) override;

private:
    Storage &m_storage;
    const Clock &m_clock;
};

//! Done, or InvalidInput with the value that is out of its bounds, or that the kind of rule does not have.
[[nodiscard]] Outcome checkRule(const AlertRule &rule);

} // namespace tollkeeper
