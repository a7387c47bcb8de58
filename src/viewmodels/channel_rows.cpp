// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/channel_rows.h"

#include "words/alert_words.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Channels", text);
}

void describe(ChannelForm &form, ChannelKind kind)
{
    const auto signing = tr("Signing secret");
    const auto webhook = tr("Webhook address");
    switch (kind) {
    case ChannelKind::Webhook:
        form.text = tr("Tollkeeper sends each notice as JSON to an address of yours.");
        form.addressLabel = tr("Address");
        form.secretLabel = tr("Bearer token");
        form.secretHint = tr("Optional; sent with each notice, so that your server knows who calls.");
        return;
    case ChannelKind::Slack:
        form.text = tr("Make an incoming webhook in Slack and paste its address.");
        form.addressLabel = webhook;
        return;
    case ChannelKind::Feishu:
        form.text = tr("Add a custom bot to the group and paste its webhook address.");
        form.addressLabel = webhook;
        form.secretLabel = signing;
        form.secretHint = tr("Only where the bot checks signatures.");
        return;
    case ChannelKind::DingTalk:
        form.text = tr("Add a custom robot to the group and paste its webhook address.");
        form.addressLabel = webhook;
        form.secretLabel = signing;
        form.secretHint = tr("Only where the robot checks signatures.");
        return;
    case ChannelKind::WeCom:
        form.text = tr("Add a group robot and paste its webhook address.");
        form.addressLabel = webhook;
        return;
    case ChannelKind::Mail:
        form.text = tr("Tollkeeper sends each notice over your mail server.");
        form.isMail = true;
        form.secretLabel = tr("Password");
        form.secretHint = tr("Of the user above; empty where the server asks for none.");
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
        return tr("The test arrived.") + saidText(receipt);
    case DeliveryState::Unavailable:
        return tr("Nothing on this computer shows notices; they stand in the inbox.") + saidText(receipt);
    case DeliveryState::Failed:
        return tr("The test did not arrive; a notice would be tried again.") + saidText(receipt);
    default:
        return tr("The test did not arrive.") + saidText(receipt);
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
