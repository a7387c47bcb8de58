// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/run_redaction.h"

#include "decoder/redaction.h"
#include "domain/playground_request_json.h"
#include "playground/run_cost.h"
#include "playground/run_texts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype PromptLength = 160;

QStringList plainIds(const QStringList &ids)
{
    QStringList plain;
    for (const auto &id : ids)
        plain.append(plainId(id));
    return plain;
}

QByteArray jsonWithoutKeys(const QByteArray &json)
{
    return withoutKeys(QString::fromUtf8(json)).toUtf8();
}

PlaygroundRequest redactedRequest(PlaygroundRequest request)
{
    request.system = withoutKeys(request.system);
    for (auto &message : request.messages)
        message.text = withoutKeys(message.text);
    request.rawBody = jsonWithoutKeys(request.rawBody);
    request.tools = jsonWithoutKeys(request.tools);
    request.responseSchema = jsonWithoutKeys(request.responseSchema);
    auto &routing = request.routing;
    for (auto *names : {&routing.only, &routing.ignored, &routing.providerOrder})
        *names = plainIds(*names);
    return request;
}

//! The last text of a body that somebody wrote as JSON; all of it where it has no messages of a known form.
QString lastTextOf(const QByteArray &rawBody)
{
    const auto body = QJsonDocument::fromJson(rawBody).object();
    for (const auto member : {"messages"_L1, "input"_L1, "contents"_L1}) {
        const auto list = body[member].toArray();
        const auto last = list.isEmpty() ? QJsonValue() : list.last();
        for (const auto &text : {last["content"_L1], last["content"_L1][0]["text"_L1],
                 last["parts"_L1][0]["text"_L1], body[member]}) {
            if (text.isString())
                return text.toString();
        }
    }
    return QString::fromUtf8(rawBody);
}

QString promptOf(const PlaygroundRequest &request)
{
    const auto text = !request.rawBody.isEmpty() ? lastTextOf(request.rawBody)
        : request.messages.isEmpty()             ? QString()
                                                 : request.messages.constLast().text;
    const auto line = text.left(4 * PromptLength).simplified();
    return line.size() <= PromptLength ? line : line.left(PromptLength - 1) + u'…';
}

//! Gateways quote in their reasons what was asked, and the trace stays when bodies are not kept any more.
QList<Attempt> redactedTrace(const PlaygroundRun &run)
{
    const auto asked = askedTexts(run);
    const auto answered = answeredTexts(run);
    auto trace = run.answer.attempts;
    for (auto &attempt : trace) {
        attempt.provider = redacted(attempt.provider);
        attempt.model = plainId(attempt.model);
        attempt.reason = redacted(answered.masked(asked.masked(attempt.reason)));
    }
    return trace;
}

//! Tries at providers, where the gateway tells of them; a POST of which it tells nothing is one.
int attemptsOf(const PlaygroundRun &run)
{
    qsizetype attempts = 0;
    for (const auto &sent : run.sent)
        attempts += std::max<qsizetype>(1, sent.answer.attempts.size());
    return int(attempts);
}

RunLine lineOf(const SendOrder &order, const PlaygroundRun &run, Currency usual)
{
    const auto &answer = run.answer;
    RunLine line;
    line.startedAt = run.sent.constFirst().startedAt;
    line.account = order.account;
    line.protocol = order.request.protocol;
    line.requestedModel = plainId(order.model);
    line.servedModel = plainId(answer.servedModel);
    line.servedProvider = redacted(answer.servedProvider);
    line.category = answer.category;
    line.isComplete = answer.stream.isComplete;
    line.end = run.end;
    line.httpStatus = answer.httpStatus;
    line.code = redacted(answer.code);
    line.attempts = attemptsOf(run);
    line.inputTokens = answer.usage.inputTokens;
    line.outputTokens = answer.usage.outputTokens;
    const auto cost = runCost(run, usual);
    line.cost = cost.sum;
    line.isCostWhole = !cost.isLeast;
    for (const auto &sent : run.sent)
        line.total += sent.waited + sent.timings.total;
    line.requestId = plainId(answer.ids.request.value(0));
    return line;
}

} // namespace

KeptRun redactedRun(const SendOrder &order, const PlaygroundRun &run, bool hasBodies, Currency usual)
{
    KeptRun kept;
    kept.line = lineOf(order, run, usual);
    kept.key = order.key;
    kept.request = redactedRequest(hasBodies ? order.request : withoutBodies(order.request));
    kept.fallbacks = plainIds(order.policy.fallbacks);
    kept.timeout = order.policy.timeout;
    kept.trace = redactedTrace(run);
    kept.ids = {plainIds(run.answer.ids.request), plainId(run.answer.ids.sentRequest),
        plainId(run.answer.ids.generation), plainId(run.answer.ids.upstream)};
    kept.recordedIds = run.recordedIds;
    kept.line.hasBodies = hasBodies;
    if (hasBodies) {
        kept.line.prompt = promptOf(kept.request);
        kept.answer = withoutKeys(run.answer.text);
    }
    return kept;
}

Preset redactedPreset(Preset preset)
{
    preset.name = preset.name.trimmed();
    preset.request = redactedRequest(preset.request);
    preset.model = plainId(preset.model);
    preset.fallbacks = plainIds(preset.fallbacks);
    return preset;
}

} // namespace tollkeeper
