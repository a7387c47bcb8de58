// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/bodies/body_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

JsonTree messagesOf(const PlaygroundRequest &request)
{
    auto messages = JsonTree::list();
    if (!request.system.isEmpty()) {
        auto system = JsonTree::object();
        system.set(u"role"_s, JsonTree::text(u"system"));
        messages.append(system.set(u"content"_s, JsonTree::text(request.system)));
    }
    const auto turns = turnsOf(request);
    for (const auto &turn : turns.items())
        messages.append(turn);
    return messages;
}

JsonTree formatOf(const JsonTree &schema)
{
    auto named = JsonTree::object();
    named.set(u"name"_s, JsonTree::text(u"answer"));
    named.set(u"strict"_s, JsonTree::flag(true)).set(u"schema"_s, schema);
    auto format = JsonTree::object();
    return format.set(u"type"_s, JsonTree::text(u"json_schema")).set(u"json_schema"_s, std::move(named));
}

} // namespace

Result<JsonTree> openAiChatBody(
    const PlaygroundRequest &request, const RequestParts &parts, const QString &model)
{
    auto body = bodyBeginning(request, model);
    if (request.maxTokens)
        body.set(u"max_tokens"_s, JsonTree::count(*request.maxTokens));
    if (request.streams) {
        body.set(u"stream"_s, JsonTree::flag(true));
        // Without it OpenAI itself, and who copies it, streams no token counts.
        body.set(u"stream_options"_s, JsonTree::object().set(u"include_usage"_s, JsonTree::flag(true)));
    }
    body.set(u"messages"_s, messagesOf(request));
    if (parts.tools)
        body.set(u"tools"_s, *parts.tools);
    if (parts.schema)
        body.set(u"response_format"_s, formatOf(*parts.schema));
    return body;
}

void readOpenAiChatBody(PlaygroundRequest &request, const JsonTree &body, QString &fault)
{
    MemberReader reader(&body, fault);
    request.temperature = reader.number("temperature"_L1);
    request.topP = reader.number("top_p"_L1);
    request.maxTokens = reader.count("max_tokens"_L1);
    reader.mustBeThere("messages"_L1);
    if (const auto *messages = reader.list("messages"_L1)) {
        if (!messages->items().empty()) {
            const auto &first = messages->items().front();
            const auto *role = first.member(u"role");
            const auto *content = first.member(u"content");
            if (role && role->toText() == u"system" && content)
                request.system = contentText(*content, fault, u"messages.content"_s);
        }
        readTurns(request, *messages, fault, u"messages"_s);
    }
    if (const auto *tools = reader.list("tools"_L1))
        request.tools = tools->indented();
    const auto *format = reader.object("response_format"_L1);
    MemberReader named(format, fault, u"response_format"_s);
    const auto *holder = named.object("json_schema"_L1);
    MemberReader inner(holder, fault, u"response_format.json_schema"_s);
    if (const auto *schema = inner.object("schema"_L1))
        request.responseSchema = schema->indented();
}

} // namespace tollkeeper
