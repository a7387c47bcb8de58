// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/desktop_sender.h"

#include "alerts/channels/message_text.h"
#include "alerts/channels/receipts.h"
#include "base/translation_contexts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool canWait(AlertKind kind)
{
    return kind == AlertKind::LowBalance || kind == AlertKind::BudgetForecast || kind == AlertKind::KeyExpiry
        || kind == AlertKind::RotationDue;
}

} // namespace

NotificationButtonSet buttonsFor(const AlertMessage &message)
{
    if (message.isTest || message.reason == NoticeReason::Resolved)
        return NotificationButtonSet::None;
    if (!message.alert.isValid())
        return NotificationButtonSet::Open;
    return canWait(message.kind) ? NotificationButtonSet::OpenAndSnooze
                                 : NotificationButtonSet::OpenAndAcknowledge;
}

Async<Receipt> DesktopSender::send(Channel /*channel*/, AlertMessage message, quint32 replaces)
{
    message.advice.clear(); // a notification is short; what to do stands in the inbox
    const NotificationText text{channels::oneLine(message.title), channels::paragraphs(message).join(u'\n'),
        message.severity, buttonsFor(message)};
    auto showing = m_sink.show(text, replaces);
    const auto shown = co_await showing; // this sender may be gone by now
    if (!shown) {
        Receipt unavailable{.state = DeliveryState::Unavailable,
            .text = texts::Receipts::tr("No notification service answered; the inbox has it.")};
        co_return unavailable;
    }
    Receipt receipt{.text = texts::Receipts::tr("Shown on this desktop."), .noticeId = *shown};
    co_return receipt;
}

} // namespace tollkeeper
