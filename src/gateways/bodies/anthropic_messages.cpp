// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/bodies/body_parts.h"
#include "gateways/chat_body.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! The form of 2026; the earlier beta of it had `output_format` and a header of its own.
JsonTree outputOf(const JsonTree &schema)
{
    auto format = JsonTree::object();
    format.set(u"type"_s, JsonTree::text(u"json_schema")).set(u"schema"_s, schema);
    return JsonTree::object().set(u"format"_s, std::move(format));
}

} // namespace

Result<JsonTree> anthropicBody(
    const PlaygroundRequest &request, const RequestParts &parts, const QString &model)
{
    auto body = bodyBeginning(request, model);
    body.set(u"max_tokens"_s, JsonTree::count(request.maxTokens.value_or(UsualMaxTokens)));
    if (request.streams)
        body.set(u"stream"_s, JsonTree::flag(true));
    if (!request.system.isEmpty())
        body.set(u"system"_s, JsonTree::text(request.system));
    body.set(u"messages"_s, turnsOf(request));
    if (parts.tools) {
        auto tools = anthropicTools(*parts.tools);
        if (!tools)
            return fail(tools.error());
        body.set(u"tools"_s, *std::move(tools));
    }
    if (parts.schema)
        body.set(u"output_config"_s, outputOf(*parts.schema));
    return body;
}

void readAnthropicBody(PlaygroundRequest &request, const JsonTree &body, QString &fault)
{
    MemberReader reader(&body, fault);
    request.temperature = reader.number("temperature"_L1);
    request.topP = reader.number("top_p"_L1);
    request.maxTokens = reader.count("max_tokens"_L1);
    if (const auto *system = reader.any("system"_L1))
        request.system = contentText(*system, fault, u"system"_s);
    reader.mustBeThere("messages"_L1);
    if (const auto *messages = reader.list("messages"_L1))
        readTurns(request, *messages, fault, u"messages"_s);
    if (const auto *tools = reader.list("tools"_L1))
        request.tools = fromAnthropicTools(*tools).indented();
    const auto *output = reader.object("output_config"_L1);
    MemberReader holder(output, fault, u"output_config"_s);
    const auto *format = holder.object("format"_L1);
    MemberReader inner(format, fault, u"output_config.format"_s);
    if (const auto *schema = inner.object("schema"_L1))
        request.responseSchema = schema->indented();
}

} // namespace tollkeeper
