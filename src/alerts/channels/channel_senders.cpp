// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/channel_senders.h"

#include "alerts/channels/receipts.h"
#include "base/translation_contexts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Async<Receipt> atOnce(DeliveryState state, const char *text)
{
    Result<Receipt> receipt = Receipt{.state = state, .text = texts::Receipts::tr(text)};
    co_return receipt;
}

} // namespace

ChannelSenders::ChannelSenders(const Partners &partners)
    : m_webhooks(partners.http, partners.secrets, partners.clock)
    , m_mail(partners.mail, partners.secrets, partners.clock)
{
    if (partners.notifications)
        m_desktop.emplace(*partners.notifications);
}

Async<Receipt> ChannelSenders::send(Channel channel, AlertMessage message, quint32 replaces)
{
    switch (channel.kind) {
    case ChannelKind::Tray:
        return atOnce(DeliveryState::Delivered, QT_TRANSLATE_NOOP("Receipts", "The tray icon shows it."));
    case ChannelKind::Desktop:
        if (!m_desktop)
            return atOnce(DeliveryState::Unavailable,
                QT_TRANSLATE_NOOP("Receipts", "Nothing is shown on a desktop from here; the inbox has it."));
        return m_desktop->send(channel, message, replaces);
    case ChannelKind::Mail:
        return m_mail.send(channel, message, replaces);
    default:
        return m_webhooks.send(channel, message, replaces);
    }
}

} // namespace tollkeeper
