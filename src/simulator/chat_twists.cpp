// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_twists.h"

#include "simulator/chat_forms.h"
#include "simulator/json_answer.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

constexpr int SlowMs = 40;
constexpr int SlowWholeMs = 1000;
constexpr int SignsOfLife = 5;
constexpr int SignOfLifeMs = 60;
constexpr qsizetype SplitBytes = 7;

//! What keeps the connection alive while nothing is there to be said.
Frame signOfLife(const Turn &turn)
{
    switch (turn.place) {
    case Place::OpenRouter:
        return comment("OPENROUTER PROCESSING");
    case Place::ToRouter:
    case Place::Sub2api:
        if (turn.wish.protocol == Protocol::Messages)
            return {"data: {\"type\": \"ping\"}\n\n", Frame::Role::Opening};
        return {":\n\n", Frame::Role::Opening};
    default:
        return comment("keep-alive");
    }
}

std::vector<Frame> begunWith(const Turn &turn, int signs, int delayMs, std::vector<Frame> frames)
{
    auto sign = signOfLife(turn);
    sign.delayMs = delayMs;
    frames.insert(frames.begin(), static_cast<std::size_t>(signs), sign);
    return frames;
}

std::vector<Frame> withFailure(std::vector<Frame> frames, const Turn &turn, const Failure &failure)
{
    const bool asText = turn.twist == Twist::TextCodeMidStream;
    for (auto &one : failureFrames(turn, failure, asText))
        frames.push_back(std::move(one));
    return frames;
}

void fallSilentHalfWay(std::vector<Frame> &frames)
{
    const auto half = firstHalf(frames).size();
    if (half < frames.size())
        frames[half].delayMs = HangMs;
}

std::vector<Frame> twisted(const Turn &turn, const Failure *failure)
{
    const bool speaksFirst = turn.place == Place::OpenRouter;
    auto frames = begunWith(turn, speaksFirst ? 1 : 0, 0, framesOf(turn));
    switch (turn.twist) {
    case Twist::FailInStream:
        return withFailure(begunWith(turn, 2, 0, {}), turn, *failure);
    case Twist::ErrorMidStream:
    case Twist::TextCodeMidStream:
        return withFailure(firstHalf(frames), turn, *failure);
    case Twist::CutMidStream:
        return firstHalf(frames);
    case Twist::HangMidStream:
        fallSilentHalfWay(frames);
        return frames;
    case Twist::NoTerminator:
        std::erase_if(frames, [](const Frame &one) { return one.role == Frame::Role::Terminator; });
        return frames;
    case Twist::KeepAlive:
        return begunWith(turn, SignsOfLife, SignOfLifeMs, std::move(frames));
    case Twist::Slow:
        for (auto &one : frames)
            one.delayMs = SlowMs;
        return frames;
    case Twist::CarriageReturns:
        for (auto &one : frames)
            one.text.replace('\n', "\r\n");
        return frames;
    default:
        return frames;
    }
}

void splitUp(Answer &answer)
{
    answer.pieces.clear();
    for (qsizetype end = SplitBytes; end < answer.body.size() + SplitBytes; end += SplitBytes)
        answer.pieces.push_back({qMin(end, answer.body.size()), 0});
}

//! Gemini's stream without ?alt=sse: the chunks as one JSON list.
Answer listed(const std::vector<Frame> &frames)
{
    QByteArray items;
    for (const auto &one : frames) {
        const auto data = one.text.indexOf("data: ");
        if (data >= 0)
            items += (items.isEmpty() ? "" : ",\r\n") + one.text.mid(data + 6).trimmed();
    }
    return {.body = '[' + items + ']'};
}

Answer asStream(const Turn &turn, const Failure *failure)
{
    const auto frames = twisted(turn, failure);
    if (!turn.wish.asEvents)
        return listed(frames);
    auto answer = streamOf(frames);
    if (turn.twist == Twist::CutMidStream)
        answer.cutAfterBytes = answer.body.size();
    if (turn.twist == Twist::Split)
        splitUp(answer);
    return answer;
}

Answer asWhole(const Turn &turn)
{
    auto answer = jsonAnswer(wholeBody(turn));
    if (turn.twist == Twist::CutMidStream)
        answer.cutAfterBytes = answer.body.size() / 2;
    else if (turn.twist == Twist::HangMidStream)
        answer.delayMs = HangMs;
    else if (turn.twist == Twist::Slow || turn.twist == Twist::KeepAlive)
        answer.delayMs = SlowWholeMs;
    return answer;
}

} // namespace

Answer presented(const Turn &turn, const Failure *failure)
{
    return turn.wish.stream ? asStream(turn, failure) : asWhole(turn);
}

RequestOutcome outcomeOf(const Turn &turn)
{
    switch (turn.twist) {
    case Twist::CutMidStream:
    case Twist::HangMidStream:
        return RequestOutcome::Incomplete;
    case Twist::FailInStream:
    case Twist::ErrorMidStream:
    case Twist::TextCodeMidStream:
    case Twist::FinishError:
        return RequestOutcome::Failed;
    default:
        return RequestOutcome::Success;
    }
}

bool failsWithoutStream(Twist twist)
{
    return twist == Twist::FailInStream || twist == Twist::ErrorMidStream
        || twist == Twist::TextCodeMidStream;
}

} // namespace tollkeeper::simulator
