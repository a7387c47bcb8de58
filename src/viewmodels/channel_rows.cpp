// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/channel_rows.h"

#include "base/translation_contexts.h"
#include "words/alert_words.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

void describe(ChannelForm &form, ChannelKind kind)
{
    const auto signing = texts::Channels::tr("Signing secret");
    const auto webhook = texts::Channels::tr("Webhook address");
    switch (kind) {
    case ChannelKind::Webhook:
        form.text = texts::Channels::tr("Tollkeeper sends each notice as JSON to an address of yours.");
        form.addressLabel = texts::Channels::tr("Address");
        form.secretLabel = texts::Channels::tr("Bearer token");
        form.secretHint
            = texts::Channels::tr("Optional; sent with each notice, so that your server knows who calls.");
        return;
    case ChannelKind::Slack:
        form.text = texts::Channels::tr("Make an incoming webhook in Slack and paste its address.");
        form.addressLabel = webhook;
        return;
    case ChannelKind::Feishu:
        form.text = texts::Channels::tr("Add a custom bot to the group and paste its webhook address.");
        form.addressLabel = webhook;
        form.secretLabel = signing;
        form.secretHint = texts::Channels::tr("Only where the bot checks signatures.");
        return;
    case ChannelKind::DingTalk:
        form.text = texts::Channels::tr("Add a custom robot to the group and paste its webhook address.");
        form.addressLabel = webhook;
        form.secretLabel = signing;
        form.secretHint = texts::Channels::tr("Only where the robot checks signatures.");
        return;
    case ChannelKind::WeCom:
        form.text = texts::Channels::tr("Add a group robot and paste its webhook address.");
        form.addressLabel = webhook;
        return;
    case ChannelKind::Mail:
        form.text = texts::Channels::tr("Tollkeeper sends each notice over your mail server.");
        form.isMail = true;
        form.secretLabel = texts::Channels::tr("Password");
        form.secretHint = texts::Channels::tr("Of the user above; empty where the server asks for none.");
        return;
    case ChannelKind::Desktop:
    case ChannelKind::Tray:
        return;
    }
}

//! As a second sentence; empty where the other side said nothing.
QString saidText(const Receipt &receipt)
{
    return receipt.text.isEmpty() ? QString() : u' ' + receipt.text;
}

} // namespace

ChannelForm channelForm(ChannelKind kind)
{
    ChannelForm form;
    form.kind = toText(kind);
    form.name = channelKindText(kind);
    describe(form, kind);
    return form;
}

QList<ChannelForm> channelForms()
{
    QList<ChannelForm> forms;
    for (const auto kind : {ChannelKind::Slack, ChannelKind::Feishu, ChannelKind::DingTalk,
             ChannelKind::WeCom, ChannelKind::Webhook, ChannelKind::Mail})
        forms.append(channelForm(kind));
    return forms;
}

ChannelRow channelRow(const Channel &channel)
{
    ChannelRow row;
    row.id = QString::number(channel.id.value());
    row.name = channel.name;
    row.kind = channelKindText(channel.kind);
    row.hint = channel.hint;
    row.isOn = channel.isOn;
    row.isOwn = channel.kind != ChannelKind::Desktop && channel.kind != ChannelKind::Tray;
    return row;
}

QString receiptText(const Receipt &receipt)
{
    switch (receipt.state) {
    case DeliveryState::Delivered:
        return texts::Channels::tr("The test arrived.") + saidText(receipt);
    case DeliveryState::Unavailable:
        return texts::Channels::tr("Nothing on this computer shows notices; they stand in the inbox.")
            + saidText(receipt);
    case DeliveryState::Failed:
        return texts::Channels::tr("The test did not arrive; a notice would be tried again.")
            + saidText(receipt);
    default:
        return texts::Channels::tr("The test did not arrive.") + saidText(receipt);
    }
}

QString receiptMark(const Receipt &receipt)
{
    switch (receipt.state) {
    case DeliveryState::Delivered:
        return u"ok"_s;
    case DeliveryState::Unavailable:
        return u"warn"_s;
    default:
        return u"failed"_s;
    }
}

} // namespace tollkeeper
