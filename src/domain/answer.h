// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/category.h"
#include "base/money.h"
#include "domain/attempt.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>

namespace tollkeeper {

//! One reason for what an answer is taken for; words/ makes a sentence of it.
struct Evidence {
    enum class Kind : std::uint8_t {
        BodyCode, //!< what: a code the gateway documents; where: its place in the body
        BodyFamily, //!< the same, of a code that names no more than a family
        UnknownCode, //!< what: a code nobody documents; where: its place
        Message, //!< what: the words in the message that say it
        Header, //!< what: the value; where: the name
        Status, //!< what: the HTTP status
        BodyStatus, //!< what: a status that stands in the body
        PassedOn, //!< what: the provider whose status the gateway passed on; it is about the gateway's
                  //!< account
        ErrorInSuccess, //!< the status says success, the answer carries an error
        NoDelay, //!< the same code with Retry-After would be a plain rate limit
        FinishReason, //!< what: the gateway's word
        Terminator, //!< what: the end mark that came
        NoTerminator, //!< what: the end mark that should have come
        OutputBegan, //!< what: how many characters had come
        EmptyAnswer,
        CutBody, //!< JSON that breaks off
        NoJson,
        WebPage,
        Redirect,
        OtherProtocol, //!< what: the protocol the answer is in, another than the one asked in
        OwnTimeout, //!< the time limit set here passed before the answer was whole
        Stopped, //!< the person stopped it before it was whole
        ConnectionLost, //!< the connection broke before it was whole
        LaterTarget, //!< what: the target asked last, not the first of its level; where: the header
        TooLarge, //!< more than is read; the rest was left out
    };
    Kind kind = Kind::Status;
    QString what; //!< redacted
    QString where;
    friend bool operator==(const Evidence &, const Evidence &) = default;
};

//! Ids to quote to support and to look a request up by. Empty: not told.
struct AnswerIds {
    QStringList request; //!< as returned, all of them: a header can come twice
    QString sentRequest; //!< the one this program sent
    QString generation; //!< what the gateway's look-up takes
    QString upstream; //!< the provider's own
    friend bool operator==(const AnswerIds &, const AnswerIds &) = default;
};

//! How the answer came.
struct AnswerStream {
    bool isStream = false;
    bool isComplete = true; //!< false: it broke off; what came of it is kept
    QString terminator; //!< the end mark that came: "[DONE]", "message_stop"; empty: none
    qint64 events = 0;
    qint64 textCharacters = 0;
    friend bool operator==(const AnswerStream &, const AnswerStream &) = default;
};

//! Tokens, in one meaning for all protocols.
struct AnswerUsage {
    std::optional<qint64> inputTokens; //!< cached ones included
    std::optional<qint64> outputTokens; //!< reasoning included
    std::optional<qint64> cachedTokens; //!< read from a cache; part of the input
    std::optional<qint64> reasoningTokens; //!< part of the output
    friend bool operator==(const AnswerUsage &, const AnswerUsage &) = default;
};

struct AnswerCost {
    std::optional<Money> amount; //!< what the gateway charges
    std::optional<Money> upstreamAmount; //!< what the provider charges; with BYOK the person pays that too
    std::optional<bool> isByok; //!< the provider was called with the person's own key
    friend bool operator==(const AnswerCost &, const AnswerCost &) = default;
};

//! What the person pays in all: with BYOK the provider's part is on top, and as good as all of it. nullopt:
//! not told, or not all of it.
[[nodiscard]] std::optional<Money> paid(const AnswerCost &cost);

struct ToolCall {
    QString id;
    QString name;
    QString arguments; //!< JSON as the model wrote it; may be cut
    friend bool operator==(const ToolCall &, const ToolCall &) = default;
};

//! What a catalogue says of a code beyond its category: translation keys of context "Codes", or null.
struct SpecialTexts {
    const char *title = nullptr;
    const char *explanation = nullptr;
    QList<const char *> nextSteps = {};
};

//! What any answer of any gateway means (design: decoder), whole or streamed, success or failure. All text in
//! it is server text, redacted, except `text`, `reasoning` and `toolCalls`, which are what the model said.
struct Answer {
    bool isError = false;
    Category category = Category::None;
    Retry retry = Retry::Never;
    std::optional<std::chrono::seconds> retryAfter;
    std::optional<QDateTime> resetsAt; //!< UTC
    Actor actor = Actor::Nobody;
    QString code; //!< the gateway's own, the most exact there is
    int httpStatus = 0;
    QString provider; //!< whom the error is about
    Charged charged = Charged::Unknown;
    QString message; //!< the innermost one
    QList<Evidence> evidence;
    SpecialTexts texts;
    AnswerIds ids;
    QString requestedModel;
    QString servedModel; //!< as the answer names it
    bool isServedModelCertain = true; //!< false: this gateway puts the requested name there
    QString servedProvider;
    bool isTracePublished = false; //!< the gateway told of its attempts, or that it made none
    QList<Attempt> attempts;
    AnswerStream stream;
    QString finishReason; //!< in the protocol's own word
    AnswerUsage usage;
    AnswerCost cost;
    QString text; //!< of the first choice; kept also where the answer broke off
    QString reasoning;
    QList<ToolCall> toolCalls;
};

} // namespace tollkeeper
