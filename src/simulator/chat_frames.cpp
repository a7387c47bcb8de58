// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_frames.h"

#include <QJsonDocument>

#include <algorithm>

namespace tollkeeper::simulator {

Frame frame(const QJsonObject &data, Frame::Role role, const QByteArray &event)
{
    const auto name = event.isEmpty() ? QByteArray() : "event: " + event + '\n';
    return {name + "data: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n", role};
}

Frame comment(const QByteArray &text)
{
    return {": " + text + "\n\n", Frame::Role::Opening};
}

std::vector<Frame> firstHalf(const std::vector<Frame> &frames)
{
    const auto isContent = [](const Frame &one) { return one.role == Frame::Role::Content; };
    auto left = (std::ranges::count_if(frames, isContent) + 1) / 2;
    std::vector<Frame> half;
    for (const auto &one : frames) {
        if (isContent(one) && left-- == 0)
            break;
        if (one.role == Frame::Role::Terminator)
            break;
        half.push_back(one);
    }
    return half;
}

Answer streamOf(const std::vector<Frame> &frames)
{
    Answer answer{.contentType = "text/event-stream"};
    answer.stream = true;
    for (const auto &one : frames) {
        answer.body += one.text;
        answer.pieces.push_back({answer.body.size(), one.delayMs});
    }
    return answer;
}

} // namespace tollkeeper::simulator
