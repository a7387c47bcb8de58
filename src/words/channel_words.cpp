// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/channel_words.h"

#include "base/translation_contexts.h"

namespace tollkeeper {
namespace {

} // namespace

AlertMessage messageForTest(const Channel &channel)
{
    AlertMessage message;
    message.isTest = true;
    message.severity = AlertSeverity::Info;
    message.title = texts::ChannelWords::tr("Test from Tollkeeper");
    //: %1 is the name of a channel, such as "Slack of the platform team"
    message.body = texts::ChannelWords::tr(
        "This is a test of “%1”. Nothing has happened. Alerts for this channel arrive here.")
                       .arg(channel.name);
    return message;
}

} // namespace tollkeeper
