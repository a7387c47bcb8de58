// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/bodies/body_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

JsonTree formatOf(const JsonTree &schema)
{
    auto format = JsonTree::object();
    format.set(u"type"_s, JsonTree::text(u"json_schema")).set(u"name"_s, JsonTree::text(u"answer"));
    format.set(u"strict"_s, JsonTree::flag(true)).set(u"schema"_s, schema);
    return JsonTree::object().set(u"format"_s, std::move(format));
}

} // namespace

Result<JsonTree> openAiResponsesBody(
    const PlaygroundRequest &request, const RequestParts &parts, const QString &model)
{
    auto body = bodyBeginning(request, model);
    if (request.maxTokens)
        body.set(u"max_output_tokens"_s, JsonTree::count(*request.maxTokens));
    if (request.streams)
        body.set(u"stream"_s, JsonTree::flag(true));
    if (!request.system.isEmpty())
        body.set(u"instructions"_s, JsonTree::text(request.system));
    body.set(u"input"_s, turnsOf(request));
    if (parts.tools) {
        auto tools = responsesTools(*parts.tools);
        if (!tools)
            return fail(tools.error());
        body.set(u"tools"_s, *std::move(tools));
    }
    if (parts.schema)
        body.set(u"text"_s, formatOf(*parts.schema));
    return body;
}

void readOpenAiResponsesBody(PlaygroundRequest &request, const JsonTree &body, QString &fault)
{
    MemberReader reader(&body, fault);
    request.temperature = reader.number("temperature"_L1);
    request.topP = reader.number("top_p"_L1);
    request.maxTokens = reader.count("max_output_tokens"_L1);
    request.system = reader.text("instructions"_L1);
    reader.mustBeThere("input"_L1);
    const auto *input = reader.any("input"_L1);
    if (input && input->isText())
        request.messages.append({ChatMessage::Role::User, input->toText()});
    else if (const auto *turns = reader.list("input"_L1))
        readTurns(request, *turns, fault, u"input"_s);
    if (const auto *tools = reader.list("tools"_L1))
        request.tools = fromResponsesTools(*tools).indented();
    const auto *text = reader.object("text"_L1);
    MemberReader holder(text, fault, u"text"_s);
    const auto *format = holder.object("format"_L1);
    MemberReader inner(format, fault, u"text.format"_s);
    if (const auto *schema = inner.object("schema"_L1))
        request.responseSchema = schema->indented();
}

} // namespace tollkeeper
