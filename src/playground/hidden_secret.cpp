// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/hidden_secret.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Touches nothing else: not every text survives the way to UTF-8 and back.
void hide(QString &text, const Secret &secret)
{
    const auto bytes = text.toUtf8();
    if (const auto masked = secret.maskedIn(bytes); masked != bytes)
        text = QString::fromUtf8(masked);
}

//! Whether it stands in a text whole; a beginning of it at the end does not count.
bool isSaidIn(const QString &text, const Secret &secret)
{
    const auto bytes = (text + u' ').toUtf8();
    return secret.maskedIn(bytes) != bytes;
}

bool isSaidIn(const Answer &answer, const Secret &secret)
{
    return isSaidIn(answer.text, secret) || isSaidIn(answer.reasoning, secret)
        || std::any_of(answer.toolCalls.cbegin(), answer.toolCalls.cend(),
            [&secret](const ToolCall &call) { return isSaidIn(call.arguments, secret); });
}

void hide(Answer &answer, const Secret &secret)
{
    for (auto *text : {&answer.code, &answer.provider, &answer.message, &answer.servedModel,
             &answer.servedProvider, &answer.finishReason, &answer.ids.generation, &answer.ids.upstream,
             &answer.text, &answer.reasoning})
        hide(*text, secret);
    for (auto &call : answer.toolCalls) {
        for (auto *text : {&call.id, &call.name, &call.arguments})
            hide(*text, secret);
    }
    for (auto &id : answer.ids.request)
        hide(id, secret);
    for (auto &evidence : answer.evidence) {
        hide(evidence.what, secret);
        hide(evidence.where, secret);
    }
    for (auto &attempt : answer.attempts) {
        for (auto *text : {&attempt.provider, &attempt.model, &attempt.reason})
            hide(*text, secret);
    }
}

//! Whether a message is the beginning of the body, for want of a better one.
bool isExcerpt(const QString &message, const QByteArray &body)
{
    constexpr qsizetype Enough = 40;
    return QString::fromUtf8(body.left(4 * Enough)).simplified().startsWith(message.left(Enough));
}

} // namespace

void hideSecret(SentRequest &sent, const Secret &secret)
{
    const bool isInPieces = sent.answer.stream.isStream && isSaidIn(sent.answer, secret);
    if (isInPieces && isExcerpt(sent.answer.message, sent.body))
        sent.answer.message = u"…"_s;
    hide(sent.answer, secret);
    HttpHeaders headers;
    for (const auto &[name, value] : sent.headers.fields())
        headers.append(name, secret.maskedIn(value));
    sent.headers = headers;
    sent.body = isInPieces ? "\u2026"_ba : secret.maskedIn(sent.body);
    for (auto *events : {&sent.events.first, &sent.events.last}) {
        for (auto &event : *events) {
            hide(event.name, secret);
            hide(event.data, secret);
            if (isInPieces)
                event.data = u"…"_s;
        }
    }
    if (sent.problem)
        hide(sent.problem->detail, secret);
}

} // namespace tollkeeper
