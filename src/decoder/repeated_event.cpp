// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/repeated_event.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! A member whose text is added to the answer.
struct GrowingMember {
    QLatin1StringView name;
    QString AnswerDraft::*text;
};

constexpr std::array ChatMembers{
    GrowingMember{"content"_L1, &AnswerDraft::text},
    GrowingMember{"reasoning"_L1, &AnswerDraft::reasoning},
    GrowingMember{"reasoning_content"_L1, &AnswerDraft::reasoning},
};
constexpr std::array MessageMembers{
    GrowingMember{"text"_L1, &AnswerDraft::text},
    GrowingMember{"thinking"_L1, &AnswerDraft::reasoning},
};

//! Whether none of these members adds anything: reading them again would add it again.
bool areEmpty(const QJsonObject &object, std::initializer_list<QLatin1StringView> members)
{
    return std::all_of(members.begin(), members.end(), [&object](QLatin1StringView member) {
        const auto value = object[member];
        return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty())
            || (value.isArray() && value.toArray().isEmpty());
    });
}

//! The one member that adds text.
template<std::size_t Count>
std::optional<GrowingMember> onlyGrowing(
    const QJsonObject &object, const std::array<GrowingMember, Count> &members)
{
    std::optional<GrowingMember> found;
    for (const auto &member : members) {
        const auto value = object[member.name];
        if (value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty()))
            continue;
        if (found || !value.isString())
            return std::nullopt;
        found = member;
    }
    return found;
}

//! Where the text of an event stands, and which it is.
struct Growth {
    GrowingMember member;
    QString text;
};

std::optional<Growth> growthOfChat(const QJsonObject &piece)
{
    const auto choices = piece["choices"_L1].toArray();
    const auto choice = choices.first().toObject();
    if (choices.size() != 1 || choice["index"_L1].toInt() != 0 || !areEmpty(choice, {"text"_L1}))
        return std::nullopt;
    const auto delta = choice["delta"_L1].toObject();
    const auto member = onlyGrowing(delta, ChatMembers);
    if (!member || !areEmpty(delta, {"refusal"_L1, "tool_calls"_L1, "function_call"_L1}))
        return std::nullopt;
    return Growth{*member, delta[member->name].toString()};
}

std::optional<Growth> growthOfMessage(const QJsonObject &piece)
{
    const auto delta = piece["delta"_L1].toObject();
    const auto member = onlyGrowing(delta, MessageMembers);
    if (piece["type"_L1] != "content_block_delta"_L1 || !member || !areEmpty(delta, {"partial_json"_L1}))
        return std::nullopt;
    return Growth{*member, delta[member->name].toString()};
}

std::optional<Growth> growthOf(ApiProtocol protocol, const QJsonObject &piece)
{
    // Everything else that is read from a piece replaces what was known, so that reading it again changes
    // nothing.
    if (!areEmpty(piece, {"debug"_L1, "response"_L1, "message"_L1}))
        return std::nullopt;
    switch (protocol) {
    case ApiProtocol::OpenAiChat:
        return growthOfChat(piece);
    case ApiProtocol::AnthropicMessages:
        return growthOfMessage(piece);
    case ApiProtocol::OpenAiResponses: // each event has its own number
    case ApiProtocol::Gemini: // or its own usage
        break;
    }
    return std::nullopt;
}

bool isPlain(char c)
{
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

//! What stands between the quotation marks of a JSON string; nullopt: it is none, or more than one.
std::optional<QString> stringOf(QByteArrayView inside)
{
    QByteArray list;
    list.reserve(inside.size() + 4);
    list.append("[\"").append(inside).append("\"]");
    const auto document = QJsonDocument::fromJson(list);
    const auto values = document.array();
    const bool isString = document.isArray() && values.size() == 1 && values.first().isString();
    return isString ? std::optional(values.first().toString()) : std::nullopt;
}

//! The end of a JSON string that begins there, its closing mark excluded; -1: it has none.
qsizetype endOfString(QByteArrayView data, qsizetype from)
{
    for (auto at = from; at < data.size(); ++at) {
        if (data.at(at) == '"')
            return at;
        if (data.at(at) == '\\')
            ++at;
    }
    return -1;
}

//! Where the text of the one member of that name begins; -1: there is none, or there are several.
qsizetype beginOfString(QByteArrayView data, QLatin1StringView name)
{
    qsizetype found = -1;
    for (const auto *separator : {"\":\"", "\": \""}) {
        const auto key = '"' + QByteArray(name.data(), name.size()) + separator;
        const auto at = data.indexOf(key);
        if (at < 0)
            continue;
        if (found >= 0 || data.indexOf(key, at + 1) >= 0)
            return -1;
        found = at + key.size();
    }
    return found;
}

} // namespace

void RepeatedEvent::learn(
    QByteArrayView data, QByteArrayView name, ApiProtocol protocol, const QJsonObject &piece)
{
    forget();
    const auto growth = growthOf(protocol, piece);
    if (!growth)
        return;
    const auto begin = beginOfString(data, growth->member.name);
    const auto end = begin < 0 ? -1 : endOfString(data, begin);
    if (end < 0 || stringOf(data.sliced(begin, end - begin)) != growth->text)
        return;
    m_before = data.first(begin).toByteArray();
    m_after = data.sliced(end).toByteArray();
    // A name can be written in other ways with it, and a name that comes twice counts but once.
    if (m_before.contains("\\u") || m_after.contains("\\u"))
        return;
    m_name = name.toByteArray();
    m_text = growth->member.text;
}

bool RepeatedEvent::add(AnswerDraft &draft, QByteArrayView data, QByteArrayView name) const
{
    const auto size = data.size() - m_before.size() - m_after.size();
    if (!m_text || size < 0 || name != m_name || !data.startsWith(m_before) || !data.endsWith(m_after))
        return false;
    const auto inside = data.sliced(m_before.size(), size);
    if (std::all_of(inside.begin(), inside.end(), isPlain)) {
        appendText(draft.*m_text, QLatin1StringView(inside.data(), inside.size()));
        return true;
    }
    const auto text = stringOf(inside);
    if (text)
        appendText(draft.*m_text, *text);
    return text.has_value();
}

} // namespace tollkeeper
