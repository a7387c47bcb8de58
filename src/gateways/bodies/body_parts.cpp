// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/bodies/body_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool isNamedFunction(const JsonTree &tool)
{
    const auto *type = tool.member(u"type");
    if (!type || type->toText().isEmpty())
        return false;
    if (type->toText() != u"function")
        return true; // a gateway's or a provider's own tool: its form is theirs
    const auto *function = tool.member(u"function");
    const auto *name = function ? function->member(u"name") : nullptr;
    const auto *parameters = function ? function->member(u"parameters") : nullptr;
    return name && !name->toText().isEmpty() && (!parameters || parameters->isObject());
}

} // namespace

Result<RequestParts> partsOf(const PlaygroundRequest &request)
{
    RequestParts parts;
    if (!request.tools.trimmed().isEmpty()) {
        parts.tools = JsonTree::parsed(request.tools);
        if (!parts.tools || !parts.tools->isList())
            return fail(Error::Kind::InvalidInput, u"tools"_s);
        for (const auto &tool : parts.tools->items()) {
            if (!isNamedFunction(tool))
                return fail(Error::Kind::InvalidInput, u"tools"_s);
        }
        // Gateways refuse an empty list; it means none.
        if (parts.tools->items().empty())
            parts.tools.reset();
    }
    if (!request.responseSchema.trimmed().isEmpty()) {
        parts.schema = JsonTree::parsed(request.responseSchema);
        if (!parts.schema || !parts.schema->isObject())
            return fail(Error::Kind::InvalidInput, u"schema"_s);
    }
    return parts;
}

JsonTree bodyBeginning(const PlaygroundRequest &request, const QString &model)
{
    auto body = JsonTree::object();
    body.set(u"model"_s, JsonTree::text(model));
    if (request.temperature)
        body.set(u"temperature"_s, JsonTree::number(*request.temperature));
    if (request.topP)
        body.set(u"top_p"_s, JsonTree::number(*request.topP));
    return body;
}

JsonTree turnsOf(const PlaygroundRequest &request)
{
    auto turns = JsonTree::list();
    for (const auto &message : request.messages) {
        const auto role = message.role == ChatMessage::Role::User ? u"user"_s : u"assistant"_s;
        auto turn = JsonTree::object();
        turn.set(u"role"_s, JsonTree::text(role)).set(u"content"_s, JsonTree::text(message.text));
        turns.append(std::move(turn));
    }
    return turns;
}

QString contentText(const JsonTree &content, QString &fault, const QString &place)
{
    if (content.isText())
        return content.toText();
    if (content.isNull())
        return {};
    if (!content.isList()) {
        if (fault.isEmpty())
            fault = place;
        return {};
    }
    QString text;
    for (const auto &part : content.items()) {
        if (const auto *own = part.member(u"text"))
            text += own->toText();
    }
    return text;
}

void readTurns(PlaygroundRequest &request, const JsonTree &turns, QString &fault, const QString &place)
{
    for (const auto &turn : turns.items()) {
        MemberReader reader(&turn, fault, place);
        const auto role = reader.text("role"_L1);
        reader.mustBeThere("role"_L1);
        const auto *content = reader.any("content"_L1);
        const auto text = content ? contentText(*content, fault, place + u".content"_s) : QString();
        if (role == u"user")
            request.messages.append({ChatMessage::Role::User, text});
        else if (role == u"assistant")
            request.messages.append({ChatMessage::Role::Assistant, text});
    }
}

} // namespace tollkeeper
