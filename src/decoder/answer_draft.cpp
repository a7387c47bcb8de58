// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/answer_draft.h"

#include "base/json_amount.h"
#include "domain/request_bounds.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

std::optional<Money> amountIn(const QJsonObject &object, QStringView member)
{
    const auto money = optionalMoney(object, member);
    const bool isAmount = money && *money && canBeCostOfOneRequest(**money);
    return isAmount ? *money : std::nullopt;
}

qsizetype roomIn(const QString &text)
{
    return std::max(qsizetype(0), AnswerDraft::MostText - text.size());
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
        readName(attempt.provider, piece["provider"_L1]);
        readName(attempt.model, echoed.toObject().value("model"_L1));
        readName(attempt.model, piece["model"_L1]);
        draft.asked.append(attempt);
    }
}

} // namespace

void appendText(QString &text, const QString &piece)
{
    text.append(QStringView(piece).left(roomIn(text)));
}

void appendText(QString &text, QLatin1StringView piece)
{
    text.append(piece.left(roomIn(text)));
}

void readName(QString &name, const QJsonValue &value)
{
    if (const auto told = value.toString(); !told.isEmpty())
        name = told.left(AnswerDraft::MostName);
}

void appendArguments(ToolCall &call, const QString &piece)
{
    const auto room = std::max(qsizetype(0), AnswerDraft::MostArguments - call.arguments.size());
    call.arguments.append(QStringView(piece).left(room));
}

ToolCall *toolCallAt(AnswerDraft &draft, qsizetype index)
{
    if (index < 0 || index >= AnswerDraft::MostToolCalls)
        return nullptr;
    while (draft.toolCalls.size() <= index)
        draft.toolCalls.append(ToolCall{});
    return &draft.toolCalls[index];
}

void addToolCall(AnswerDraft &draft, const ToolCall &call, const QStringList &names)
{
    forgetCall(draft, names);
    const auto place = draft.toolCalls.size();
    auto *added = toolCallAt(draft, place);
    if (!added)
        return;
    added->id = call.id.left(AnswerDraft::MostName);
    added->name = call.name.left(AnswerDraft::MostName);
    added->arguments = call.arguments.left(AnswerDraft::MostArguments);
    for (const auto &name : names)
        draft.callsByName.insert(name, place);
    draft.lastCall = place;
}

void forgetCall(AnswerDraft &draft, const QStringList &names)
{
    draft.lastCall = -1;
    for (const auto &name : names)
        draft.callsByName.remove(name);
}

void addArguments(AnswerDraft &draft, const QStringList &names, const QString &piece)
{
    auto place = names.isEmpty() ? draft.lastCall : qsizetype(-1);
    for (const auto &name : names) {
        place = draft.callsByName.value(name, -1);
        if (place >= 0)
            break;
    }
    if (place >= 0)
        appendArguments(draft.toolCalls[place], piece);
}

void readCommon(AnswerDraft &draft, const QJsonObject &piece, const AnswerPlaces &places)
{
    for (const auto *name : places.extrasMembers) {
        const auto extras = piece.value(QLatin1StringView(name)).toObject();
        readName(draft.generationId, extras["generation_id"_L1]);
        if (const auto cost = amountIn(extras, u"cost"))
            draft.cost.amount = cost;
    }
    readName(draft.provider, piece["provider"_L1]);
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
    if (told && *told && **told >= 0 && **told <= MostTokensOfOneRequest)
        count = **told;
}

void keepFailure(AnswerDraft &draft, const QJsonObject &body)
{
    if (draft.failure.isEmpty())
        draft.failure = body;
}

} // namespace tollkeeper
