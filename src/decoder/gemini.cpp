// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/protocols.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Whether a part holds anything besides text and what is said about it, such as code and what came of it.
bool holdsMore(const QJsonObject &part)
{
    static constexpr std::array About{"partMetadata"_L1, "videoMetadata"_L1, "mediaResolution"_L1};
    for (auto member = part.constBegin(); member != part.constEnd(); ++member) {
        const bool isAbout = std::ranges::any_of(About, [&](auto name) { return member.key() == name; });
        if (member.value().isObject() && !isAbout)
            return true;
    }
    return false;
}

void readPart(AnswerDraft &draft, const QJsonObject &part)
{
    const bool isThought = part["thought"_L1].toBool();
    appendText(isThought ? draft.reasoning : draft.text, part["text"_L1].toString());
    draft.hasMedia = draft.hasMedia || part["inlineData"_L1].isObject();
    draft.hasOtherOutput = draft.hasOtherOutput || holdsMore(part);
    const auto function = part["functionCall"_L1].toObject();
    if (function.isEmpty())
        return;
    const auto arguments = QJsonDocument(function["args"_L1].toObject()).toJson(QJsonDocument::Compact);
    addToolCall(draft,
        {function["id"_L1].toString(), function["name"_L1].toString(), QString::fromUtf8(arguments)}, {});
}

void readCandidate(AnswerDraft &draft, const QJsonObject &candidate)
{
    if (candidate["index"_L1].toInt() != 0)
        return;
    draft.sawAnswer = true;
    for (const auto &part : candidate["content"_L1].toObject().value("parts"_L1).toArray())
        readPart(draft, part.toObject());
    const auto reason = candidate.value("finishReason"_L1);
    readName(draft.finishReason, reason);
    if (!reason.toString().isEmpty())
        draft.terminator = u"finishReason"_s;
}

//! Thoughts are counted beside the candidates; elsewhere they are part of the output. Pieces of a stream may
//! tell the one without the other.
void readUsage(AnswerDraft &draft, const QJsonObject &usage)
{
    if (usage.isEmpty())
        return;
    readCount(draft.usage.inputTokens, usage, u"promptTokenCount");
    readCount(draft.usage.cachedTokens, usage, u"cachedContentTokenCount");
    readCount(draft.usage.reasoningTokens, usage, u"thoughtsTokenCount");
    std::optional<qint64> written;
    readCount(written, usage, u"candidatesTokenCount");
    if (written)
        draft.rawUsage.insert("candidatesTokenCount"_L1, *written);
    else
        readCount(written, draft.rawUsage, u"candidatesTokenCount");
    if (written || draft.usage.reasoningTokens)
        draft.usage.outputTokens = written.value_or(0) + draft.usage.reasoningTokens.value_or(0);
    readCost(draft, usage);
}

} // namespace

// https://ai.google.dev/api/generate-content: the pieces of a stream are answers with parts of the content.
void readGemini(AnswerDraft &draft, const AnswerPiece &piece)
{
    const auto &json = piece.json;
    readName(draft.id, json["responseId"_L1]);
    readName(draft.model, json["modelVersion"_L1]);
    for (const auto &candidate : json["candidates"_L1].toArray())
        readCandidate(draft, candidate.toObject());
    readName(draft.blockReason, json["promptFeedback"_L1].toObject().value("blockReason"_L1));
    readUsage(draft, json["usageMetadata"_L1].toObject());
}

} // namespace tollkeeper
