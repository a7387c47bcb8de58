// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/send_output.h"

#include "ctl/answer_json.h"
#include "ctl/answer_lines.h"
#include "playground/cut_answer.h"
#include "playground/next_step.h"
#include "playground/run_cost.h"
#include "words/figures.h"
#include "words/gateway_words.h"

#include <QJsonArray>
#include <QTextStream>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

QJsonValue millisecondsOf(const ExchangeTimings::Milliseconds &time)
{
    return time ? QJsonValue(qint64(time->count())) : QJsonValue();
}

QJsonObject timesOf(const SentRequest &sent)
{
    const auto &times = sent.timings;
    return {{u"dns"_s, millisecondsOf(times.dns)}, {u"connect"_s, millisecondsOf(times.connect)},
        {u"tls"_s, millisecondsOf(times.tls)}, {u"first_byte"_s, millisecondsOf(times.firstByte)},
        {u"first_token"_s, millisecondsOf(sent.firstToken)}, {u"total"_s, qint64(times.total.count())},
        {u"reused"_s, times.isReused}};
}

Explanation wordsOf(const SentRequest &sent)
{
    return explainSent(*sent.problem, sent.timings.requestSent.has_value());
}

QJsonValue problemOf(const SentRequest &sent)
{
    if (!sent.problem)
        return {};
    const auto words = wordsOf(sent);
    auto problem = ctl::toJson(*sent.problem);
    problem.insert(u"title"_s, words.title);
    problem.insert(u"sentence"_s, words.sentence);
    return problem;
}

QJsonObject postOf(const SentRequest &sent)
{
    const auto &answer = sent.answer;
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    const auto document = ctl::toJson(answer);
    return {{u"model"_s, sent.model}, {u"url"_s, sent.request.url.toString(QUrl::FullyEncoded)},
        {u"started_at"_s, ctl::toJson(std::optional(sent.startedAt))},
        {u"waited_ms"_s, qint64(sent.waited.count())},
        {u"http_status"_s, answer.httpStatus > 0 ? QJsonValue(answer.httpStatus) : QJsonValue()},
        {u"is_error"_s, answer.isError}, {u"category"_s, tollkeeper::toText(answer.category)},
        {u"code"_s, orNull(answer.code)}, {u"message"_s, orNull(answer.message)},
        {u"charged"_s, tollkeeper::toText(answer.charged)}, {u"problem"_s, problemOf(sent)},
        {u"ids"_s, document.value("ids"_L1)}, {u"served_model"_s, orNull(answer.servedModel)},
        {u"usage"_s, document.value("usage"_L1)}, {u"cost"_s, document.value("cost"_L1)},
        {u"timings_ms"_s, timesOf(sent)}};
}

void printTimes(const OutputMode &mode, const SentRequest &sent)
{
    const auto &times = sent.timings;
    QStringList parts;
    const auto add = [&parts](const QString &name, const ExchangeTimings::Milliseconds &time) {
        if (time)
            parts.append(u"%1 %2 ms"_s.arg(name).arg(time->count()));
    };
    if (times.isReused)
        parts.append(u"connection reused"_s);
    add(u"DNS"_s, times.dns);
    add(u"connect"_s, times.connect);
    add(u"TLS"_s, times.tls);
    add(u"first byte"_s, times.firstByte);
    add(u"first token"_s, sent.firstToken);
    add(u"total"_s, times.total);
    printLine(mode, u"Times: "_s + parts.join(u", "_s));
}

//! With a key of one's own at the provider its part counts too.
QString costText(const AnswerCost &cost)
{
    constexpr int Decimals = 6;
    if (!cost.amount)
        return u"not told"_s;
    const auto whole = paid(cost);
    if (!whole)
        return u"%1 at the gateway, and what the provider bills, which is not told"_s.arg(
            moneyText(*cost.amount, Decimals));
    const auto ofProvider = *whole - *cost.amount;
    const auto text = moneyText(*whole, Decimals);
    return ofProvider.isZero()
        ? text
        : u"%1, %2 of it billed by the provider"_s.arg(text, moneyText(ofProvider, Decimals));
}

void printUse(const OutputMode &mode, const Answer &answer)
{
    const auto count = [](const std::optional<qint64> &tokens) {
        return tokens ? QString::number(*tokens) : u"unknown"_s;
    };
    printLine(mode,
        u"Tokens: %1 in, %2 out. Cost: %3."_s.arg(
            count(answer.usage.inputTokens), count(answer.usage.outputTokens), costText(answer.cost)));
}

//! Where several were sent: a failed one may have its price too.
void printSum(const OutputMode &mode, const PlaygroundRun &run)
{
    if (run.sent.size() < 2)
        return;
    const auto cost = runCost(run);
    const auto text = !cost.sum ? u"not told"_s
        : cost.isLeast          ? u"at least "_s + moneyText(*cost.sum, 6)
                                : moneyText(*cost.sum, 6);
    printLine(mode, u"All %1 requests together: %2."_s.arg(run.sent.size()).arg(text));
}

//! Why a ceiling ended it: the attempts have met it, or may have.
void printCeiling(const OutputMode &mode, const PlaygroundRun &run)
{
    if (run.end != RunEnd::CostCeiling)
        return;
    printWarning(mode,
        run.counted
            ? u"Nothing more was sent: the attempts count for %1 against --max-cost."_s.arg(
                moneyText(*run.counted, 6))
            : u"Nothing more was sent: it cannot be told what the attempts have cost, so they may have met "
              "--max-cost. It can where the model has a list price in USD and its answer is limited by "
              "--max-tokens."_s);
}

//! Why the time for all tries ended it, or a fallback was left alone; nothing where the answer says it.
void printEnd(const OutputMode &mode, const PlaygroundRun &run, const SendPolicy &policy)
{
    printCeiling(mode, run);
    const auto &wait = run.answer.retryAfter;
    if (run.end == RunEnd::Deadline)
        printWarning(mode,
            u"Nothing more was sent: the time limit for all tries (--deadline) left no room for another one"_s
                + (wait ? u", which should wait for %1 s."_s.arg(wait->count()) : u"."_s));
    const bool hasUntried
        = !policy.fallbacks.isEmpty() && run.sent.constLast().model != policy.fallbacks.constLast();
    if (run.end == RunEnd::Final && hasUntried && isFinalForKey(run.answer.category))
        printWarning(mode, u"No fallback was tried: every request with this key would fail the same way."_s);
}

//! The last request was stopped on its way; its answer, where one had begun, says nothing about that.
bool wasStopped(const SentRequest &sent)
{
    return sent.problem && sent.problem->kind == Error::Kind::Cancelled
        && (sent.answer.httpStatus == 0 || tollkeeper::wasStopped(sent.answer));
}

void printFailure(const OutputMode &mode, const PlaygroundRun &run)
{
    const auto &last = run.sent.constLast();
    if (wasStopped(last)) {
        printWarning(mode, wordsOf(last).sentence);
        return;
    }
    if (run.answer.isError)
        printMeaning(mode, run.answer);
    if (last.problem)
        printError(wordsOf(last).sentence);
}

} // namespace

QJsonObject toJson(const PlaygroundRun &run)
{
    auto document = toJson(run.answer);
    QJsonArray posts;
    for (const auto &sent : run.sent)
        posts.append(postOf(sent));
    document.insert(u"timings_ms"_s, timesOf(run.sent.constLast()));
    document.insert(u"sent"_s, posts);
    document.insert(u"end"_s, tollkeeper::toText(run.end));
    return document;
}

void printArriving(const OutputMode &mode, const QString &text)
{
    if (mode.json || mode.quiet)
        return;
    QTextStream out(stdout);
    const auto lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            out << '\n';
        out << printable(lines.at(i));
    }
    out.flush();
    std::fflush(stdout);
}

void printRun(const OutputMode &mode, const PlaygroundRun &run, const SendPolicy &policy)
{
    printFailure(mode, run);
    printEnd(mode, run, policy);
    printSource(mode, run.answer);
    if (!run.answer.ids.sentRequest.isEmpty())
        printLine(mode, u"Request id sent: "_s + run.answer.ids.sentRequest);
    printTimes(mode, run.sent.constLast());
    printUse(mode, run.answer);
    printSum(mode, run);
    printRaw(mode, run.answer, run.sent.constLast().body);
}

Exit exitFor(const PlaygroundRun &run)
{
    const auto &answer = run.answer;
    const bool saidSomething
        = !answer.text.isEmpty() || !answer.reasoning.isEmpty() || !answer.toolCalls.isEmpty();
    const bool brokeOff
        = answer.category == Category::StreamInterrupted || (saidSomething && !answer.stream.isComplete);
    if (run.end == RunEnd::Cancelled || brokeOff)
        return Exit::Incomplete;
    return answer.isError ? Exit::GatewayFailed : Exit::Done;
}

} // namespace tollkeeper::ctl
