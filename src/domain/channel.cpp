// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channel.h"

#include "domain/word_table.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array KindWords{
    "desktop"_L1, "tray"_L1, "webhook"_L1, "slack"_L1, "feishu"_L1, "dingtalk"_L1, "wecom"_L1, "mail"_L1};
constexpr std::array ReasonWords{"raised"_L1, "snooze_over"_L1, "resolved"_L1};
constexpr std::array StateWords{
    "queued"_L1, "intended"_L1, "delivered"_L1, "failed"_L1, "given_up"_L1, "unavailable"_L1, "dropped"_L1};

} // namespace

QLatin1StringView toText(ChannelKind kind)
{
    return wordOf(KindWords, kind);
}

std::optional<ChannelKind> channelKindFromText(QStringView text)
{
    return fromWord<ChannelKind>(KindWords, text);
}

QLatin1StringView toText(NoticeReason reason)
{
    return wordOf(ReasonWords, reason);
}

NoticeReason noticeReasonFromText(QStringView text)
{
    return fromWord<NoticeReason>(ReasonWords, text).value_or(NoticeReason::Raised);
}

QLatin1StringView toText(DeliveryState state)
{
    return wordOf(StateWords, state);
}

DeliveryState deliveryStateFromText(QStringView text)
{
    return fromWord<DeliveryState>(StateWords, text).value_or(DeliveryState::GivenUp);
}

} // namespace tollkeeper
