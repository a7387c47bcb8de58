// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/bodies/body_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

JsonTree partsWith(const QString &text)
{
    auto part = JsonTree::object();
    return JsonTree::list().append(part.set(u"text"_s, JsonTree::text(text)));
}

JsonTree contentsOf(const PlaygroundRequest &request)
{
    auto contents = JsonTree::list();
    for (const auto &message : request.messages) {
        const auto role = message.role == ChatMessage::Role::User ? u"user"_s : u"model"_s;
        auto turn = JsonTree::object();
        turn.set(u"role"_s, JsonTree::text(role)).set(u"parts"_s, partsWith(message.text));
        contents.append(std::move(turn));
    }
    return contents;
}

JsonTree settingsOf(const PlaygroundRequest &request, const RequestParts &parts)
{
    auto settings = JsonTree::object();
    if (request.temperature)
        settings.set(u"temperature"_s, JsonTree::number(*request.temperature));
    if (request.topP)
        settings.set(u"topP"_s, JsonTree::number(*request.topP));
    if (request.maxTokens)
        settings.set(u"maxOutputTokens"_s, JsonTree::count(*request.maxTokens));
    if (parts.schema) {
        settings.set(u"responseMimeType"_s, JsonTree::text(u"application/json"));
        settings.set(u"responseSchema"_s, *parts.schema);
    }
    return settings;
}

void readContents(PlaygroundRequest &request, const JsonTree &contents, QString &fault)
{
    for (const auto &turn : contents.items()) {
        MemberReader reader(&turn, fault, u"contents"_s);
        const auto role = reader.text("role"_L1);
        reader.mustBeThere("parts"_L1);
        const auto *parts = reader.list("parts"_L1);
        const auto text = parts ? contentText(*parts, fault, u"contents.parts"_s) : QString();
        if (role == u"model")
            request.messages.append({ChatMessage::Role::Assistant, text});
        else if (role.isEmpty() || role == u"user")
            request.messages.append({ChatMessage::Role::User, text});
    }
}

} // namespace

Result<JsonTree> geminiBody(const PlaygroundRequest &request, const RequestParts &parts)
{
    auto body = JsonTree::object();
    auto settings = settingsOf(request, parts);
    if (!settings.members().empty())
        body.set(u"generationConfig"_s, std::move(settings));
    if (!request.system.isEmpty())
        body.set(u"systemInstruction"_s, JsonTree::object().set(u"parts"_s, partsWith(request.system)));
    body.set(u"contents"_s, contentsOf(request));
    if (parts.tools) {
        auto tools = geminiTools(*parts.tools);
        if (!tools)
            return fail(tools.error());
        body.set(u"tools"_s, *std::move(tools));
    }
    return body;
}

void readGeminiBody(PlaygroundRequest &request, const JsonTree &body, QString &fault)
{
    MemberReader reader(&body, fault);
    const auto *settings = reader.object("generationConfig"_L1);
    MemberReader setting(settings, fault, u"generationConfig"_s);
    request.temperature = setting.number("temperature"_L1);
    request.topP = setting.number("topP"_L1);
    request.maxTokens = setting.count("maxOutputTokens"_L1);
    if (const auto *schema = setting.object("responseSchema"_L1))
        request.responseSchema = schema->indented();
    const auto *instruction = reader.object("systemInstruction"_L1);
    MemberReader system(instruction, fault, u"systemInstruction"_s);
    if (const auto *parts = system.list("parts"_L1))
        request.system = contentText(*parts, fault, u"systemInstruction.parts"_s);
    reader.mustBeThere("contents"_L1);
    if (const auto *contents = reader.list("contents"_L1))
        readContents(request, *contents, fault);
    if (const auto *tools = reader.list("tools"_L1))
        request.tools = fromGeminiTools(*tools).indented();
}

} // namespace tollkeeper
