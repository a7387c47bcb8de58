// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/commands.h"
#include "domain/alert_rule.h"

namespace tollkeeper::ctl {

//! --on, --off, --severity, --channel.
[[nodiscard]] QList<QCommandLineOption> ruleOptions();
//! --set name=value.
[[nodiscard]] QList<QCommandLineOption> valueOptions();

//! The rule that the one argument names, with the values of --set. InvalidInput says what is wrong.
[[nodiscard]] Result<AlertRule> ruleAsked(const Call &call);
//! Puts into it what ruleOptions() say; what they leave out stays.
[[nodiscard]] Outcome applyRuleOptions(const Call &call, AlertRule &rule);

[[nodiscard]] Result<QList<Channel>> allChannels(Engine &engine);
[[nodiscard]] QStringList channelNames(const AlertRule &rule, const QList<Channel> &channels);

} // namespace tollkeeper::ctl
