// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"

namespace tollkeeper::channels {

//! For a group robot of WeCom (developer.work.weixin.qq.com, group robot): a message of type "text" of at
//! most 2048 bytes. "<@name>" in it would mention somebody; an invisible word joiner keeps it text.
[[nodiscard]] QByteArray weComBody(const AlertMessage &message);

} // namespace tollkeeper::channels
