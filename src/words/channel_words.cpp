// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/channel_words.h"

#include <QCoreApplication>

namespace tollkeeper {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ChannelWords", text);
}

} // namespace

AlertMessage messageForTest(const Channel &channel)
{
    AlertMessage message;
    message.isTest = true;
    message.severity = AlertSeverity::Info;
    message.title = tr("Test from Tollkeeper");
    //: %1 is the name of a channel, such as "Slack of the platform team"
    message.body = tr("This is a test of “%1”. Nothing has happened. Alerts for this channel arrive here.")
                       .arg(channel.name);
    return message;
}

} // namespace tollkeeper
