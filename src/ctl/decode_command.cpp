// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "ctl/decode.h"
#include "gateways/registry.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {

QList<Command> decodeCommands()
{
    Command command{u"decode"_s, u"Say what a gateway's answer means."_s, u"FILE|-"_s};
    command.options
        = {{u"gateway"_s, u"The kind of gateway: "_s + dialectNames().join(u", "_s) + u'.', u"G"_s},
            {u"protocol"_s, u"openai-chat, openai-responses, anthropic-messages or gemini."_s, u"P"_s,
                u"openai-chat"_s},
            {u"requested-model"_s, u"The model that was asked for."_s, u"M"_s}};
    command.runAlone = decode;
    return {command};
}

} // namespace tollkeeper::ctl
