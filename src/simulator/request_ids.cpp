// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/request_ids.h"

#include "simulator/chance.h"

namespace tollkeeper::simulator {
namespace {

constexpr QByteArrayView OpenRouterPrefix = "gen-";
constexpr QByteArrayView ChuiziPrefix = "gen-";
constexpr QByteArrayView Sub2apiPrefix = "client:";
constexpr QByteArrayView OtherPrefix = "chatcmpl-";
constexpr qsizetype SecondsDigits = 10;
constexpr qsizetype MillisecondsHexDigits = 12;

QByteArray letters(quint64 draw, QByteArrayView alphabet, int count)
{
    QByteArray text;
    for (int at = 0; at < count; ++at)
        text += alphabet[static_cast<qsizetype>(
            chance({draw, static_cast<quint64>(at)}) % static_cast<quint64>(alphabet.size()))];
    return text;
}

//! 32 hexadecimal digits: 48 bits of milliseconds, then those of a UUID of version 7 (RFC 9562).
QByteArray timedHex(qint64 momentMs, quint64 draw)
{
    auto hex = QByteArray::number(momentMs, 16).rightJustified(MillisecondsHexDigits, '0')
        + letters(draw, "0123456789abcdef", 20);
    hex[12] = '7';
    hex[16] = "89ab"[draw % 4];
    return hex;
}

QByteArray uuid(qint64 momentMs, quint64 draw)
{
    auto text = timedHex(momentMs, draw);
    for (const auto at : {20, 16, 12, 8})
        text.insert(at, '-');
    return text;
}

std::optional<Slot> slotAt(qint64 momentMs)
{
    const auto first = startOf(0).toMSecsSinceEpoch();
    const auto slot = (momentMs - first) / (qint64(SecondsPerSlot) * 1000);
    return momentMs >= first && slot < lastSlot() ? std::optional(slot) : std::nullopt;
}

std::optional<Slot> slotOfSeconds(QByteArrayView digits)
{
    bool readable = false;
    const auto seconds = digits.toByteArray().toLongLong(&readable);
    return readable && digits.size() == SecondsDigits ? slotAt(seconds * 1000) : std::nullopt;
}

std::optional<Slot> slotOfHex(QByteArrayView digits)
{
    bool readable = false;
    const auto moment = digits.toByteArray().replace('-', "").left(MillisecondsHexDigits);
    const auto milliseconds = moment.toLongLong(&readable, 16);
    return readable && moment.size() == MillisecondsHexDigits ? slotAt(milliseconds) : std::nullopt;
}

std::optional<Slot> slotAfter(QByteArrayView prefix, QByteArrayView id)
{
    return id.startsWith(prefix) ? slotOfHex(id.sliced(prefix.size())) : std::nullopt;
}

} // namespace

QByteArray requestId(Place place, qint64 momentMs, quint64 draw)
{
    switch (place) {
    case Place::OpenRouter: {
        const auto alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        return OpenRouterPrefix.toByteArray() + QByteArray::number(momentMs / 1000) + '-'
            + letters(draw, alphabet, 20);
    }
    case Place::Chuizi:
        return ChuiziPrefix.toByteArray() + timedHex(momentMs, draw);
    case Place::ToRouter:
    case Place::Sub2api:
        return Sub2apiPrefix.toByteArray() + uuid(momentMs, draw);
    case Place::OpenAi:
    case Place::LiteLlm:
    case Place::NewApi:
        break;
    }
    return OtherPrefix.toByteArray() + uuid(momentMs, draw);
}

std::optional<Slot> slotOfRequest(Place place, const QByteArray &id)
{
    switch (place) {
    case Place::OpenRouter:
        if (id.size() <= OpenRouterPrefix.size() + SecondsDigits || !id.startsWith(OpenRouterPrefix))
            return std::nullopt;
        return slotOfSeconds(QByteArrayView(id).sliced(OpenRouterPrefix.size(), SecondsDigits));
    case Place::Chuizi:
        return slotAfter(ChuiziPrefix, id);
    case Place::ToRouter:
    case Place::Sub2api:
        return slotAfter(Sub2apiPrefix, id);
    case Place::OpenAi:
    case Place::LiteLlm:
    case Place::NewApi:
        break;
    }
    return slotAfter(OtherPrefix, id);
}

} // namespace tollkeeper::simulator
