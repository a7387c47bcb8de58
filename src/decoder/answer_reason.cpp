// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/answer_reason.h"

#include "decoder/protocols.h"
#include "decoder/redaction.h"

#include <QtGlobal>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using Kind = Evidence::Kind;
using Body = ReceivedAnswer::Body;

struct FinishWord {
    QLatin1StringView word;
    Category category;
};

//! The last words that are no success, of all protocols.
constexpr std::array FinishWords{
    FinishWord{"error"_L1, Category::Provider},
    FinishWord{"failed"_L1, Category::Provider},
    FinishWord{"cancelled"_L1, Category::StreamInterrupted},
    FinishWord{"content_filter"_L1, Category::Moderation},
    FinishWord{"refusal"_L1, Category::Moderation}, // Anthropic
    FinishWord{"SAFETY"_L1, Category::Moderation}, // Google, from here on
    FinishWord{"RECITATION"_L1, Category::Moderation},
    FinishWord{"BLOCKLIST"_L1, Category::Moderation},
    FinishWord{"PROHIBITED_CONTENT"_L1, Category::Moderation},
    FinishWord{"SPII"_L1, Category::Moderation},
    FinishWord{"IMAGE_SAFETY"_L1, Category::Moderation},
    FinishWord{"IMAGE_PROHIBITED_CONTENT"_L1, Category::Moderation},
    FinishWord{"LANGUAGE"_L1, Category::Request},
    FinishWord{"MALFORMED_FUNCTION_CALL"_L1, Category::Provider},
    FinishWord{"UNEXPECTED_TOOL_CALL"_L1, Category::Provider},
    FinishWord{"OTHER"_L1, Category::Provider},
};

//! The last words of an answer whose allowance of tokens was used up.
bool isOutOfTokens(const QString &word)
{
    return word == "length"_L1 || word == "max_tokens"_L1 || word == "max_output_tokens"_L1
        || word == "MAX_TOKENS"_L1 || word == "model_context_window_exceeded"_L1;
}

std::optional<Category> categoryOfFinish(const QString &word)
{
    for (const auto &known : FinishWords) {
        if (word == known.word)
            return known.category;
    }
    return std::nullopt;
}

Verdict saying(Category category, const Evidence &evidence)
{
    Verdict verdict;
    verdict.category = category;
    verdict.evidence.append(evidence);
    return verdict;
}

Verdict judged(const ReceivedAnswer &received, const ErrorCatalogue &codes)
{
    const auto &draft = received.draft;
    auto verdict = judge({.body = draft.failure,
                             .status = received.status,
                             .headers = received.headers,
                             .outputBegan = draft.hasOutput()},
        codes);
    if (verdict.category == Category::Unknown && categoryOfFinish(draft.finishReason)) {
        verdict.category = *categoryOfFinish(draft.finishReason);
        verdict.evidence.append({Kind::FinishReason, plainId(draft.finishReason), {}});
    }
    if (received.status < 400)
        verdict.evidence.prepend({Kind::ErrorInSuccess, QString::number(received.status), {}});
    return verdict;
}

//! A page with a status of 5xx comes from what stands in front of the gateway, not from a provider.
Verdict pageInstead(const ReceivedAnswer &received, const ErrorCatalogue &codes)
{
    if (received.status < 400)
        return saying(Category::Request, {Kind::WebPage, {}, {}});
    auto verdict = judge({.status = received.status, .headers = received.headers}, codes);
    if (verdict.category == Category::Provider)
        verdict.category = Category::Gateway;
    verdict.evidence.prepend({Kind::WebPage, {}, {}});
    return verdict;
}

//! Not told is not none: a last word of that kind is hardly ever said for free.
bool mayHaveThought(const AnswerUsage &usage)
{
    return usage.reasoningTokens.value_or(usage.outputTokens.value_or(1)) > 0;
}

//! The whole allowance went into thoughts, which few providers show.
KnownCode allThought()
{
    return {.code = "",
        .category = Category::Request,
        .charged = Charged::Unknown,
        .title = QT_TRANSLATE_NOOP("Codes", "All allowed tokens went into reasoning"),
        .explanation = QT_TRANSLATE_NOOP("Codes",
            "The model used up all the tokens it was allowed before it wrote any text. What it thought may "
            "be charged."),
        .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Raise the maximum of output tokens."),
            QT_TRANSLATE_NOOP("Codes", "Ask for less reasoning, or for a shorter answer.")}};
}

//! Nobody has said that a provider failed.
KnownCode saidNothing()
{
    return {.code = "",
        .category = Category::Provider,
        .title = QT_TRANSLATE_NOOP("Codes", "The answer is empty"),
        .explanation = QT_TRANSLATE_NOOP("Codes",
            "The status says success, and there is nothing in the answer. It may be charged nevertheless.")};
}

//! Whether there is something in an answer. Where it ran out of tokens, what the provider did on its way,
//! such as a search, is none.
bool isAnswer(const AnswerDraft &draft)
{
    return draft.hasContent() || draft.hasMedia
        || (draft.hasOtherOutput && !isOutOfTokens(draft.finishReason));
}

//! Of an answer without any content.
Verdict emptyReason(const ReceivedAnswer &received)
{
    const auto &word = received.draft.finishReason;
    auto verdict
        = saying(isOutOfTokens(word) ? Category::Request : Category::Provider, {Kind::EmptyAnswer, {}, {}});
    if (isOutOfTokens(word) && mayHaveThought(received.draft.usage))
        verdict.line = allThought();
    else if (verdict.category == Category::Provider)
        verdict.line = saidNothing();
    if (!word.isEmpty())
        verdict.evidence.append({Kind::FinishReason, plainId(word), {}});
    return verdict;
}

Verdict brokenOff(const ReceivedAnswer &received)
{
    auto verdict
        = saying(Category::StreamInterrupted, {Kind::NoTerminator, terminatorOf(received.protocol), {}});
    const auto characters = received.draft.text.size();
    if (characters > 0)
        verdict.evidence.append({Kind::OutputBegan, QString::number(characters), {}});
    return verdict;
}

//! Of an answer with a status of success and without an error in it.
Verdict endReason(const ReceivedAnswer &received)
{
    const auto &draft = received.draft;
    if (!draft.blockReason.isEmpty() && draft.text.isEmpty())
        return saying(Category::Moderation, {Kind::FinishReason, plainId(draft.blockReason), {}});
    if (const auto category = categoryOfFinish(draft.finishReason))
        return saying(*category, {Kind::FinishReason, plainId(draft.finishReason), {}});
    if (received.isStream && draft.terminator.isEmpty())
        return brokenOff(received);
    if (received.body == Body::CutJson)
        return saying(Category::StreamInterrupted, {Kind::CutBody, {}, {}});
    if (received.body == Body::Text
        || (received.body == Body::Json && !draft.sawAnswer && !received.isStream))
        return saying(Category::Unknown, {Kind::NoJson, {}, {}});
    if (!isAnswer(draft))
        return emptyReason(received);
    const bool hasMark = !draft.terminator.isEmpty();
    return saying(Category::None,
        {hasMark ? Kind::Terminator : Kind::Status,
            hasMark ? draft.terminator : QString::number(received.status), {}});
}

} // namespace

Verdict reasonOf(const ReceivedAnswer &received, const ErrorCatalogue &codes)
{
    if (received.status >= 300 && received.status < 400)
        return saying(Category::Request, {Kind::Redirect, QString::number(received.status), {}});
    if (received.body == Body::Page)
        return pageInstead(received, codes);
    if (received.draft.hasFailed() || received.status >= 400 || received.status < 200)
        return judged(received, codes);
    return endReason(received);
}

} // namespace tollkeeper
