// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/hidden_secret.h"

#include "playground/hidden_secret_readings.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! From where to where in a text.
struct Stretch {
    qsizetype begin = 0;
    qsizetype end = 0;
};

//! Where what is masked at `begin` ends. A key that is long enough is masked from its eighth byte on, being
//! cut there; a short one only whole.
qsizetype endOfMasked(const QByteArray &text, qsizetype begin, const Secret &secret)
{
    constexpr qsizetype Enough = 8;
    const auto isOne = [&](qsizetype end) {
        return end <= text.size() && secret.maskedIn(text.sliced(begin, end - begin)) == CutMark;
    };
    auto end = begin + 1;
    while (!isOne(end)) {
        if (++end > begin + Enough)
            return text.size(); // better too much than too little
    }
    qsizetype step = 1;
    for (; isOne(end + step); step *= 2)
        end += step;
    for (; step > 0; step /= 2) {
        if (isOne(end + step))
            end += step;
    }
    return end;
}

//! What of a text stands for the secret, or for its beginning where the text was cut.
std::vector<Stretch> stretchesOf(const Secret &secret, const QByteArray &text)
{
    const auto masked = secret.maskedIn(text);
    std::vector<Stretch> found;
    auto at = text.cbegin();
    auto to = masked.cbegin();
    for (;;) {
        std::tie(at, to) = std::mismatch(at, text.cend(), to, masked.cend());
        if (at == text.cend())
            return found;
        const auto begin = std::distance(text.cbegin(), at);
        const bool isMask = std::distance(to, masked.cend()) >= CutMark.size();
        found.push_back({begin, isMask ? endOfMasked(text, begin, secret) : text.size()});
        if (!isMask)
            return found;
        at = text.cbegin() + found.back().end;
        to += CutMark.size();
    }
}

QByteArray withMarks(const QByteArray &text, std::vector<Stretch> stretches)
{
    std::sort(stretches.begin(), stretches.end(),
        [](const Stretch &a, const Stretch &b) { return a.begin < b.begin; });
    QByteArray masked;
    qsizetype done = 0;
    for (const auto &[begin, end] : stretches) {
        if (masked.isEmpty() || begin > done)
            masked.append(text.sliced(done, begin - done)).append(CutMark);
        done = std::max(done, end);
    }
    return masked.append(text.sliced(done));
}

//! As Secret has it, and through the escapes of JSON. Nothing else changes.
QByteArray maskedIn(const QByteArray &text, const Secret &secret)
{
    if (!text.contains('\\'))
        return secret.maskedIn(text);
    std::vector<Stretch> stretches;
    for (const auto &reading : readingsOf(text)) {
        for (const auto &[begin, end] : stretchesOf(secret, reading.bytes))
            stretches.push_back({reading.origins[std::size_t(begin)], reading.origins[std::size_t(end)]});
    }
    return stretches.empty() ? text : withMarks(text, std::move(stretches));
}

//! Touches nothing else: not every text survives the way to UTF-8 and back.
void hide(QString &text, const Secret &secret)
{
    const auto bytes = text.toUtf8();
    if (const auto masked = maskedIn(bytes, secret); masked != bytes)
        text = QString::fromUtf8(masked);
}

//! Whether it stands in a text whole; a beginning of it at the end does not count.
bool isSaidIn(const QString &text, const Secret &secret)
{
    const auto bytes = text.toUtf8();
    return bytes.contains('\\') ? isInAny(readingsOf(bytes), secret) : secret.isIn(bytes);
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
        headers.append(name, maskedIn(value, secret));
    sent.headers = headers;
    sent.body = isInPieces ? "\u2026"_ba : maskedIn(sent.body, secret);
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
