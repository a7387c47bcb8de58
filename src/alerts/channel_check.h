// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_service.h"

namespace tollkeeper {

//! The channel with blanks around its words gone, mail defaults filled in and its hint set, or InvalidInput
//! with a sentence about what is wrong. `others`: the channels there are, for unique names and for what is
//! stored of this one. Secrets are looked at, never kept. Pure.
[[nodiscard]] Result<Channel> checkedChannel(
    Channel channel, const ChannelSecrets &secrets, const QList<Channel> &others);

} // namespace tollkeeper
