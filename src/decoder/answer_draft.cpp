// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/answer_draft.h"

#include "base/json_amount.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

std::optional<Money> amountIn(const QJsonObject &object, QStringView member)
{
    const auto money = optionalMoney(object, member);
    const bool isAmount = money && *money && !(*money)->isNegative();
    return isAmount ? *money : std::nullopt;
}

//! Whether a piece is an error as a whole, without an `error` in it.
bool isFlatError(const QJsonObject &piece)
{
    if (piece["type"_L1] == "error"_L1)
        return true;
    const auto code = piece["code"_L1];
    const bool hasCode = code.isString() ? !code.toString().isEmpty() : code.toInt() >= 400;
    const bool isAnswer = piece.contains("choices"_L1) || piece.contains("candidates"_L1)
        || piece.contains("output"_L1) || piece.contains("content"_L1);
    return hasCode && piece["message"_L1].isString() && !isAnswer;
}

void readRoute(AnswerDraft &draft, const QJsonObject &piece, const AnswerPlaces &places)
{
    for (const auto *name : places.routeMembers) {
        const auto route = piece.value(QLatin1StringView(name)).toObject();
        if (!route.isEmpty())
            draft.route = route;
    }
    const auto echoed = piece["debug"_L1].toObject().value("echo_upstream_body"_L1);
    if (!echoed.isUndefined() && draft.asked.size() < 100) {
        Attempt attempt;
        attempt.provider = piece["provider"_L1].toString();
        attempt.model = piece["model"_L1].toString();
        if (attempt.model.isEmpty())
            attempt.model = echoed.toObject().value("model"_L1).toString();
        draft.asked.append(attempt);
    }
}

} // namespace

void appendText(QString &text, const QString &piece)
{
    text.append(piece.left(std::max(qsizetype(0), AnswerDraft::MostText - text.size())));
}

ToolCall *toolCallAt(AnswerDraft &draft, qsizetype index)
{
    if (index < 0 || index >= AnswerDraft::MostToolCalls)
        return nullptr;
    while (draft.toolCalls.size() <= index)
        draft.toolCalls.append(ToolCall{});
    return &draft.toolCalls[index];
}

void readCommon(AnswerDraft &draft, const QJsonObject &piece, const AnswerPlaces &places)
{
    for (const auto *name : places.extrasMembers) {
        const auto extras = piece.value(QLatin1StringView(name)).toObject();
        if (const auto id = extras["generation_id"_L1].toString(); !id.isEmpty())
            draft.generationId = id;
        if (const auto cost = amountIn(extras, u"cost"))
            draft.cost.amount = cost;
    }
    if (const auto provider = piece["provider"_L1].toString(); !provider.isEmpty())
        draft.provider = provider;
    readRoute(draft, piece, places);
    const auto error = piece["error"_L1];
    const bool hasError = !error.toObject().isEmpty() || !error.toString().isEmpty();
    if (hasError || isFlatError(piece))
        keepFailure(draft, piece);
}

void readCost(AnswerDraft &draft, const QJsonObject &usage)
{
    if (const auto cost = amountIn(usage, u"cost"))
        draft.cost.amount = cost;
    if (const auto byok = usage["is_byok"_L1]; byok.isBool())
        draft.cost.isByok = byok.toBool();
    const auto details = usage["cost_details"_L1].toObject();
    if (const auto upstream = amountIn(details, u"upstream_inference_cost"))
        draft.cost.upstreamAmount = upstream;
}

void readCount(std::optional<qint64> &count, const QJsonObject &object, QStringView member)
{
    const auto told = optionalCount(object, member);
    if (told && *told && **told >= 0)
        count = **told;
}

void keepFailure(AnswerDraft &draft, const QJsonObject &body)
{
    if (draft.failure.isEmpty())
        draft.failure = body;
}

} // namespace tollkeeper
