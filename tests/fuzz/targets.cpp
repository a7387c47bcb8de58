// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include "decoder/answer_reader.h"
#include "decoder/http_capture.h"
#include "decoder/innermost_message.h"
#include "decoder/redaction.h"
#include "decoder/refusal.h"
#include "net/sse_reader.h"
#include "support/parted_events.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::fuzz {
namespace {

const QDateTime Now({2026, 11, 18}, {12, 0}, Qt::UTC);

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

//! Some bytes at a time; 0: all at once.
QList<SseEvent> eventsOf(QByteArrayView bytes, qsizetype size)
{
    SseReader reader(64, 128);
    QList<SseEvent> events;
    for (qsizetype at = 0; at < bytes.size();) {
        const auto count = size == 0 ? bytes.size() : std::min(size, bytes.size() - at);
        events += reader.feed(bytes.sliced(at, count));
        at += count;
    }
    if (const auto last = reader.takeUnfinished())
        events.append(*last);
    return events;
}

//! Dialects are made once: their catalogues are built anew each time.
const Dialect &dialectOf(unsigned char number)
{
    static const auto all = [] {
        QList<Dialect> dialects;
        for (const auto &name : dialectNames())
            dialects.append(*dialectFor(name));
        return dialects;
    }();
    return all.at(number % all.size());
}

//! Where it is, each event of a stream stands in the body as it is.
bool isOfEvents(QByteArrayView body)
{
    const auto isBegin = [](char c) { return c == '[' || c == '{' || c == '<'; };
    const auto begin = std::find_if(body.begin(), body.end(), [&](char c) { return c == ':' || isBegin(c); });
    return begin != body.end() && !isBegin(*begin);
}

Answer answerTo(QByteArrayView body, const Asked &asked, const Dialect &dialect, int status, qsizetype size)
{
    AnswerReader reader(dialect, asked);
    HttpHeaders headers;
    headers.append("content-type"_ba, "text/event-stream"_ba);
    reader.begin(status, headers);
    for (qsizetype at = 0; at < body.size(); at += size)
        reader.feed(body.sliced(at, std::min(size, body.size() - at)));
    return reader.finish(Now);
}

} // namespace

void sse(QByteArrayView bytes)
{
    const auto whole = eventsOf(bytes, 0);
    for (const qsizetype size : {1, 2, 3, 7})
        require(eventsOf(bytes, size) == whole, "the events depend on how the bytes are split");
    for (const auto &event : whole)
        require(event.data.size() <= 128, "an event outgrew its cap");
    if (bytes.size() > 200)
        return;
    for (qsizetype at = 0; at <= bytes.size(); ++at) {
        SseReader reader(64, 128);
        auto events = reader.feed(bytes.first(at));
        events += reader.feed(bytes.sliced(at));
        if (const auto last = reader.takeUnfinished())
            events.append(*last);
        require(events == whole, "the events depend on where the bytes are split");
    }
}

void answer(QByteArrayView bytes)
{
    if (bytes.size() < 2)
        return;
    const auto choice = static_cast<unsigned char>(bytes.at(0));
    const int status = 100 + static_cast<unsigned char>(bytes.at(1)) * 2;
    const auto body = bytes.sliced(2);
    Asked asked;
    asked.protocol = static_cast<ApiProtocol>(choice % 4);
    const auto &dialect = dialectOf(choice / 4);
    const auto whole = answerTo(body, asked, dialect, status, std::max<qsizetype>(1, body.size()));
    const auto split = answerTo(body, asked, dialect, status, 3);
    require(
        whole.isError == (whole.category != Category::None), "an error without a category, or the reverse");
    require(!whole.evidence.isEmpty(), "a meaning without a reason");
    require(whole.retry != Retry::AfterDelay || whole.retryAfter.has_value(), "a delay nobody told");
    require(whole.category == split.category && whole.text == split.text && whole.stream == split.stream
            && whole.attempts == split.attempts && whole.ids == split.ids,
        "the answer depends on how the bytes are split");
    if (whole.stream.isStream && whole.stream.events > 0 && isOfEvents(body)) {
        const auto bytesApart = partedEvents(body);
        const auto apart = answerTo(bytesApart, asked, dialect, status, bytesApart.size());
        require(whole.category == apart.category && whole.text == apart.text
                && whole.reasoning == apart.reasoning && whole.toolCalls == apart.toolCalls
                && whole.attempts == apart.attempts && whole.ids == apart.ids && whole.usage == apart.usage
                && whole.cost == apart.cost && whole.finishReason == apart.finishReason
                && whole.servedModel == apart.servedModel,
            "an event says something else where it repeats the one before");
    }
    HttpResponse response;
    response.status = status;
    response.body = body.toByteArray();
    (void)explainRefusal(response, dialect.codes, Now);
}

void capture(QByteArrayView bytes)
{
    const auto response = parseCapture(bytes);
    if (!response)
        return;
    require(response->status >= 200 && response->status <= 999, "a status that is none");
    require(bytes.endsWith(response->body), "a body that is not the end of the bytes");
    require(response->headers.fields().size() <= 1000, "too many fields");
}

void redaction(QByteArrayView bytes)
{
    const auto text = QString::fromUtf8(bytes);
    const auto once = redacted(text, 200);
    require(once.size() <= 200, "longer than was allowed");
    for (const auto c : once)
        require(c.category() != QChar::Other_Control, "a control character");
    const auto key = u"sk-or-v1-0123456789abcdef0123"_s;
    const auto around = text.left(100) + u' ' + key + u' ' + text.left(50);
    require(!redacted(around, 4000).contains(key), "a key came through");
    require(!withoutSecrets(around).contains(key), "a key came into a bundle");
    require(!withoutKeys(around).contains(key), "a key came into a history");
    require(plainId(text).size() <= 200, "an id that is too long");
    (void)innermostMessage({{u"error"_s, text}});
}

} // namespace tollkeeper::fuzz
