// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"

namespace tollkeeper::channels {

//! For Slack's incoming webhooks, and what speaks like them: a header and one section for each paragraph, all
//! "plain_text", and the same as "text" for notifications. &, < and > are escaped as Slack asks for, so that
//! no name can mention anybody or make a link. Header at most 150 characters, a section at most 3000
//! (docs.slack.dev, Block Kit, 2025).
[[nodiscard]] QByteArray slackBody(const AlertMessage &message);

} // namespace tollkeeper::channels
