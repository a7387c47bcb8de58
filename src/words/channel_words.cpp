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

TestWords wordsForTest(const QString &channelName)
{
    return {tr("Test from Tollkeeper"),
        //: %1 is the name of a channel, such as "Slack of the platform team"
        tr("This is a test of “%1”. Nothing has happened. Alerts for this channel arrive here.")
            .arg(channelName)};
}

} // namespace tollkeeper
