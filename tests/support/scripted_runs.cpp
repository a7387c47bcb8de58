// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/unanswered.h"
#include "support/scripted_playground.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace scripted {
namespace {

using std::chrono::milliseconds;

const auto Sonnet = u"anthropic/claude-sonnet-4.5"_s;
const auto Opus = u"anthropic/claude-opus-4.7"_s;

const auto SystemText
    = u"You answer freight customers. Be brief and exact. Quote the shipment reference. Never promise a "
      "delivery date that the tracking data does not show."_s;
const auto UserText
    = u"Shipment HF-20418 was due on Tuesday. Tracking still says \"held at Rotterdam\". Our line stops on "
      "Friday without it. When will it arrive, and who do I call?\n\n[tracking events, 14 rows, pasted]"_s;
const auto Beginning
    = u"Shipment **HF-20418** is still at Rotterdam. The last event is a customs document check, opened "
      "Wednesday 17 June at 16:20. It has not been released.\n\nI cannot give an arrival date. The tracking "
      "data shows no onward booking yet. A trailer from Rotterdam to your site normally takes one working "
      "day "
      "after release, so Friday is possible only if customs releases it on Thursday.\n\nWhat to do now:\n\n"
      "1. Call the Rotterdam customs desk and quote **HF-20418**. Ask which docu"_s;
const auto Ending
    = u"ment is missing.\n2. Ask for the standby trailer that is held for line-stop cases. It must be booked "
      "before 17:00 today.\n3. Tell us when the release arrives and we will confirm the onward slot within "
      "the hour."_s;

PlaygroundRequest baseRequest()
{
    PlaygroundRequest request;
    request.maxTokens = 600;
    request.temperature = 0.3;
    request.topP = 1.0;
    request.streams = true;
    return request;
}

Attempt attempt(const QString &provider, const QString &model, int status, const QString &reason, qint64 took)
{
    Attempt one;
    one.provider = provider;
    one.model = model;
    one.status = status;
    one.outcome = status < 400 ? AttemptOutcome::Served : AttemptOutcome::Failed;
    one.reason = reason;
    one.latencyMs = took;
    return one;
}

HttpHeaders headers(int count, const QList<HttpHeaders::Field> &first)
{
    HttpHeaders all;
    for (const auto &[name, value] : first)
        all.append(name, value);
    for (int at = int(first.size()); at < count; ++at)
        all.append("X-Field-" + QByteArray::number(at), "value");
    return all;
}

ReceivedEvent event(int at, const QString &data)
{
    return {milliseconds(at), {}, data};
}

ReceivedEvents events(qint64 total, const QList<ReceivedEvent> &last)
{
    ReceivedEvents all;
    all.total = total;
    for (qint64 at = 0; at < total - last.size(); ++at)
        all.first.append(event(2440 + int(at), u"{\"choices\":[{\"delta\":{\"content\":\"…\"}}]}"_s));
    all.last = last;
    return all;
}

//! The POST of an order, as it goes out.
SentRequest posted(const QString &model, const QString &address, const QByteArray &body)
{
    SentRequest sent;
    sent.model = model;
    sent.request.method = "POST";
    sent.request.url = QUrl(address);
    sent.request.body = body;
    return sent;
}

PlaygroundRun ended(SentRequest sent, RunEnd end)
{
    PlaygroundRun run;
    run.answer = sent.answer;
    run.answer.attempts.prepend(ownAttempt(sent.answer, sent.model, sent.timings.total));
    run.sent.append(std::move(sent));
    run.end = end;
    return run;
}

SentRequest shipmentPost()
{
    auto sent = posted(Sonnet, u"https://openrouter.ai/api/v1/chat/completions"_s,
        R"({"model":"anthropic/claude-sonnet-4.5","stream":true})");
    sent.timings.dns = milliseconds(4);
    sent.timings.connect = milliseconds(18);
    sent.timings.tls = milliseconds(31);
    sent.timings.firstByte = milliseconds(2440);
    return sent;
}

Answer shipmentAnswer()
{
    Answer answer;
    answer.httpStatus = 200;
    answer.requestedModel = Sonnet;
    answer.stream.isStream = true;
    return answer;
}

} // namespace

SendOrder shipmentOrder()
{
    SendOrder order;
    order.account = AccountId(1);
    order.key = KeyId(StagingKey);
    order.model = Sonnet;
    order.policy.fallbacks = {Opus, u"openai/gpt-5"_s};
    order.request = baseRequest();
    order.request.system = SystemText;
    order.request.messages = {{ChatMessage::Role::User, UserText}};
    order.request.routing.maxInputPrice = Money::fromNanos(6'000'000'000);
    order.request.routing.maxOutputPrice = Money::fromNanos(30'000'000'000);
    order.request.routing.allowsFallbacks = true;
    return order;
}

PlaygroundRun shipmentRun()
{
    auto sent = shipmentPost();
    sent.startedAt = QDateTime({2026, 6, 18}, {14, 31, 42, 310}, Qt::UTC);
    sent.timings.total = milliseconds(9840);
    sent.firstToken = milliseconds(2490);
    sent.headers = headers(24,
        {{"Date", "Thu, 18 Jun 2026 14:31:42 GMT"}, {"Content-Type", "text/event-stream"},
            {"X-Request-ID", "req_01JY2F3M9QX8"}});
    sent.events = events(412, {event(9836, u"[DONE]"_s)});
    auto answer = shipmentAnswer();
    answer.charged = Charged::Yes;
    answer.ids.request = {u"req_01JY2F3M9QX8"_s};
    answer.ids.generation = u"gen-1781793102-Kd8TzP"_s;
    answer.ids.upstream = u"vrtx-c40b17e2aa"_s;
    answer.servedModel = Opus;
    answer.servedProvider = u"Google Vertex"_s;
    answer.isTracePublished = true;
    answer.attempts
        = {attempt(u"Anthropic"_s, Sonnet, 429, u"Provider is rate limiting. Asked to wait 20 s."_s, 410),
            attempt(u"Amazon Bedrock"_s, Sonnet, 503, u"No capacity in eu-central-1."_s, 1200),
            attempt(u"Google Vertex"_s, Opus, 200, {}, 8170)};
    answer.stream.terminator = u"[DONE]"_s;
    answer.stream.events = 412;
    answer.finishReason = u"stop"_s;
    answer.usage.inputTokens = 1182;
    answer.usage.outputTokens = 386;
    answer.cost.amount = Money::fromNanos(15'560'000);
    answer.text = Beginning + Ending;
    answer.stream.textCharacters = answer.text.size();
    sent.body = "data: {\"choices\":[{\"delta\":{\"content\":\"Shipment\"}}]}\n\ndata: [DONE]\n\n";
    sent.answer = answer;
    auto run = ended(sent, RunEnd::Served);
    run.recordedIds = {answer.ids.generation};
    return run;
}

PlaygroundRun brokenOffRun()
{
    auto sent = shipmentPost();
    sent.startedAt = QDateTime({2026, 6, 18}, {14, 29, 50, 114}, Qt::UTC);
    sent.timings.total = milliseconds(6121);
    sent.headers
        = headers(24, {{"Date", "Thu, 18 Jun 2026 14:29:50 GMT"}, {"X-Request-ID", "req_01JY2EZ70HBW"}});
    sent.events = events(219,
        {event(6021, u"{\"choices\":[{\"delta\":{\"content\":\" Ask which\"}}]}"_s),
            event(6043, u"{\"choices\":[{\"delta\":{\"content\":\" docu\"}}]}"_s),
            event(6118, u"{\"error\":{\"code\":502,\"message\":\"disconnected\"}}"_s)});
    sent.problem = Error{.kind = Error::Kind::Network};
    auto answer = shipmentAnswer();
    answer.isError = true;
    answer.category = Category::StreamInterrupted;
    answer.retry = Retry::Backoff;
    answer.actor = Actor::Provider;
    answer.charged = Charged::Yes;
    answer.provider = u"Amazon Bedrock"_s;
    answer.message = u"disconnected"_s;
    answer.code = u"502"_s;
    answer.evidence = {{Evidence::Kind::NoTerminator, u"[DONE]"_s, {}}};
    answer.ids.request = {u"req_01JY2EZ70HBW"_s};
    answer.ids.generation = u"gen-1781792990-Vw4HnC"_s;
    answer.servedModel = Sonnet;
    answer.servedProvider = u"Amazon Bedrock"_s;
    answer.isTracePublished = true;
    answer.attempts = {attempt(u"Anthropic"_s, Sonnet, 429, u"Provider is rate limiting."_s, 400),
        attempt(u"Amazon Bedrock"_s, Sonnet, 200, u"Started well, then disconnected."_s, 5660)};
    answer.attempts.last().outcome = AttemptOutcome::Failed;
    answer.stream.isComplete = false;
    answer.stream.events = 219;
    answer.usage.inputTokens = 1182;
    answer.usage.outputTokens = 214;
    answer.text = Beginning;
    answer.stream.textCharacters = answer.text.size();
    sent.answer = answer;
    auto run = ended(sent, RunEnd::Final);
    run.recordedIds = {answer.ids.generation};
    return run;
}

SentRequest stoppedOnItsWay(SentRequest sent)
{
    auto &answer = sent.answer;
    answer.isError = true;
    answer.category = Category::Unknown;
    answer.retry = Retry::Never;
    answer.evidence = {{Evidence::Kind::Stopped, {}, {}}};
    answer.stream.isComplete = false;
    answer.stream.terminator.clear();
    if (!answer.attempts.isEmpty())
        answer.attempts.last().outcome = AttemptOutcome::Failed;
    sent.problem = Error{.kind = Error::Kind::Cancelled};
    return sent;
}

SendOrder quotaOrder()
{
    SendOrder order;
    order.account = AccountId(2);
    order.key = KeyId(SandboxKey);
    order.model = u"qwen3-max"_s;
    order.policy.fallbacks = {u"deepseek-v3.2"_s};
    order.request = baseRequest();
    order.request.system = u"Answer in Chinese."_s;
    order.request.messages = {{ChatMessage::Role::User, u"Where is HF-20418?"_s}};
    return order;
}

PlaygroundRun quotaRun()
{
    auto sent = posted(u"qwen3-max"_s, u"https://torouter.example/v1/chat/completions"_s,
        R"({"model":"qwen3-max","stream":true})");
    sent.startedAt = QDateTime({2026, 6, 18}, {14, 32, 7, 20}, Qt::UTC);
    sent.timings.firstByte = sent.timings.total = milliseconds(90);
    sent.headers = headers(
        11, {{"Date", "Thu, 18 Jun 2026 14:32:07 GMT"}, {"X-Request-ID", "7e1b90c2-4c1f-4a0e-9f55"}});
    sent.body = QByteArrayLiteral(
        "{\n  \"error\": {\n    \"message\": \"API key 额度已用完\",\n    \"type\": "
        "\"API_KEY_QUOTA_EXHAUSTED\",\n    \"code\": \"API_KEY_QUOTA_EXHAUSTED\"\n  }\n}");
    Answer answer;
    answer.isError = true;
    answer.category = Category::KeyBudget;
    answer.retry = Retry::AfterFix;
    answer.actor = Actor::Ops;
    answer.charged = Charged::No;
    answer.httpStatus = 429;
    answer.code = u"API_KEY_QUOTA_EXHAUSTED"_s;
    answer.message = u"API key 额度已用完"_s;
    answer.evidence = {{Evidence::Kind::BodyCode, answer.code, u"error.code"_s},
        {Evidence::Kind::NoDelay, {}, u"Retry-After"_s}};
    answer.ids.request = {u"7e1b90c2-4c1f-4a0e-9f55"_s};
    answer.requestedModel = u"qwen3-max"_s;
    answer.provider = u"ToRouter gateway"_s;
    sent.answer = answer;
    auto run = ended(sent, RunEnd::Final);
    run.recordedIds = {answer.ids.request.constFirst()};
    return run;
}

} // namespace scripted
