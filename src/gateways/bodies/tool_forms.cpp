// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/bodies/body_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! How a protocol calls what OpenAI chat calls by these names.
struct FunctionForm {
    QString parameters;
    bool hasType = false; //!< says "type": "function"
    bool hasStrict = false;
    bool needsParameters = false;
};

const FunctionForm &responsesForm()
{
    static const FunctionForm form{.parameters = u"parameters"_s, .hasType = true, .hasStrict = true};
    return form;
}

const FunctionForm &anthropicForm()
{
    static const FunctionForm form{.parameters = u"input_schema"_s, .needsParameters = true};
    return form;
}

const FunctionForm &geminiForm()
{
    static const FunctionForm form{.parameters = u"parameters"_s};
    return form;
}

bool isFunction(const JsonTree &tool)
{
    const auto *type = tool.member(u"type");
    return type && type->toText() == u"function";
}

JsonTree written(const JsonTree &function, const FunctionForm &form)
{
    auto tool = JsonTree::object();
    if (form.hasType)
        tool.set(u"type"_s, JsonTree::text(u"function"));
    for (const auto &[name, value] : function.members()) {
        if (name == u"parameters")
            tool.set(form.parameters, value);
        else if (name != u"strict" || form.hasStrict)
            tool.set(name, value);
    }
    if (form.needsParameters && !tool.member(form.parameters))
        tool.set(form.parameters, JsonTree::object().set(u"type"_s, JsonTree::text(u"object")));
    return tool;
}

JsonTree read(const JsonTree &tool, const FunctionForm &form)
{
    auto function = JsonTree::object();
    for (const auto &[name, value] : tool.members()) {
        if (name != u"type" || !form.hasType)
            function.set(name == form.parameters ? u"parameters"_s : name, value);
    }
    auto known = JsonTree::object();
    known.set(u"type"_s, JsonTree::text(u"function")).set(u"function"_s, std::move(function));
    return known;
}

Result<JsonTree> functionsOf(const JsonTree &tools, const FunctionForm &form)
{
    auto functions = JsonTree::list();
    for (const auto &tool : tools.items()) {
        if (!isFunction(tool))
            return fail(Error::Kind::NotOffered, u"tools"_s);
        functions.append(written(*tool.member(u"function"), form));
    }
    return functions;
}

} // namespace

Result<JsonTree> responsesTools(const JsonTree &tools)
{
    auto own = JsonTree::list();
    for (const auto &tool : tools.items())
        own.append(isFunction(tool) ? written(*tool.member(u"function"), responsesForm()) : tool);
    return own;
}

Result<JsonTree> anthropicTools(const JsonTree &tools)
{
    return functionsOf(tools, anthropicForm());
}

Result<JsonTree> geminiTools(const JsonTree &tools)
{
    auto functions = functionsOf(tools, geminiForm());
    if (!functions)
        return fail(functions.error());
    auto holder = JsonTree::object();
    holder.set(u"functionDeclarations"_s, *std::move(functions));
    return JsonTree::list().append(std::move(holder));
}

JsonTree fromResponsesTools(const JsonTree &tools)
{
    auto known = JsonTree::list();
    for (const auto &tool : tools.items())
        known.append(isFunction(tool) ? read(tool, responsesForm()) : tool);
    return known;
}

JsonTree fromAnthropicTools(const JsonTree &tools)
{
    auto known = JsonTree::list();
    for (const auto &tool : tools.items()) {
        const auto *type = tool.member(u"type");
        if (!type || type->toText() == u"custom")
            known.append(read(tool, anthropicForm()));
    }
    return known;
}

JsonTree fromGeminiTools(const JsonTree &tools)
{
    auto known = JsonTree::list();
    for (const auto &holder : tools.items()) {
        const auto *functions = holder.member(u"functionDeclarations");
        if (!functions)
            continue;
        for (const auto &function : functions->items())
            known.append(read(function, geminiForm()));
    }
    return known;
}

} // namespace tollkeeper
