// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_service.h"
#include "ctl/commands.h"

namespace tollkeeper::ctl {

//! Options of `channel add` and `channel set` but --kind.
[[nodiscard]] QList<QCommandLineOption> channelOptions();

//! The kinds that can be added, for --help: "webhook, slack, …".
[[nodiscard]] QString channelKindsText();

//! Puts what the options say into a channel.
void applyOptions(const QCommandLineParser &options, Channel &channel);

//! The address and the secret that the options say where to find, one of them on standard input at most. What
//! comes from a variable stays there: the channel then names the variable.
[[nodiscard]] Result<ChannelSecrets> secretsFrom(const QCommandLineParser &options, Channel &channel);

} // namespace tollkeeper::ctl
