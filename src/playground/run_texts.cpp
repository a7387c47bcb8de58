// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/run_texts.h"

#include "base/json_tree.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Members that say how to ask and not what.
bool isManner(const QString &name)
{
    static const QStringList names{u"model"_s, u"role"_s, u"type"_s, u"provider"_s};
    return names.contains(name);
}

//! Members that hold what a person wrote, in whatever protocol, so that even a short one counts.
bool isMessage(const QString &name)
{
    static const QStringList names{
        u"content"_s, u"text"_s, u"input"_s, u"instructions"_s, u"system"_s, u"prompt"_s};
    return names.contains(name);
}

void addFrom(UntoldTexts &texts, const JsonTree &tree, const QString &name)
{
    if (tree.isText()) {
        if (isMessage(name))
            texts.addMessage(tree.toText());
        else
            texts.addStretches(tree.toText());
    }
    for (const auto &item : tree.items())
        addFrom(texts, item, name);
    for (const auto &[own, value] : tree.members()) {
        if (!isManner(own))
            addFrom(texts, value, own);
    }
}

} // namespace

UntoldTexts askedTexts(const PlaygroundRun &run)
{
    UntoldTexts texts;
    for (const auto &sent : run.sent) {
        if (const auto body = JsonTree::parsed(sent.request.body))
            addFrom(texts, *body, {});
        else
            texts.addMessage(QString::fromUtf8(sent.request.body));
    }
    return texts;
}

UntoldTexts answeredTexts(const PlaygroundRun &run)
{
    UntoldTexts texts;
    const auto add = [&texts](const Answer &answer) {
        texts.addMessage(answer.text);
        texts.addMessage(answer.reasoning);
        for (const auto &call : answer.toolCalls)
            texts.addMessage(call.arguments);
    };
    for (const auto &sent : run.sent)
        add(sent.answer);
    add(run.answer);
    return texts;
}

} // namespace tollkeeper
