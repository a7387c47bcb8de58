// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/network_playground_service.h"

#include "decoder/answer_reader.h"
#include "gateways/send_request.h"
#include "playground/request_row.h"
#include "playground/run_record.h"
#include "playground/run_state.h"
#include "playground/sender.h"
#include "playground/unanswered.h"

#include <QCoroFuture>
#include <QCoroTimer>
#include <QElapsedTimer>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using std::chrono::milliseconds;

//! Ends early, within a moment, when it is stopped.
QCoro::Task<bool> pause(milliseconds wait, std::stop_token stop)
{
    constexpr qint64 Slice = 50;
    QElapsedTimer watch;
    watch.start();
    while (!stop.stop_requested() && watch.elapsed() < wait.count()) {
        auto slice = QCoro::sleepFor(milliseconds(std::min(Slice, wait.count() - watch.elapsed() + 1)));
        co_await slice;
    }
    co_return !stop.stop_requested();
}

} // namespace

NetworkPlaygroundService::NetworkPlaygroundService(PlaygroundPartners partners, QObject *parent)
    : PlaygroundService(parent), m_with(partners)
{
}

Async<NetworkPlaygroundService::Line> NetworkPlaygroundService::open(
    AccountId account, std::optional<KeyId> key)
{
    auto reading = readSender(m_with.storage, account, key);
    const auto sender = co_await reading;
    if (!sender)
        co_return fail(sender.error());
    auto dialect = dialectFor(sender->account.gateway);
    auto places = sendPlacesFor(sender->account.gateway);
    if (!dialect || !places)
        co_return fail(Error::Kind::NotOffered, u"gateway"_s);
    auto readingKey = m_with.secrets.read(sender->secretName);
    auto secret = co_await readingKey;
    if (!secret)
        co_return fail(secret.error());
    Line line{sender->account, *dialect, *places, std::make_shared<const Secret>(*std::move(secret)),
        sender->remoteKeyId};
    co_return line;
}

Result<NetworkPlaygroundService::Posting> NetworkPlaygroundService::prepared(
    const SendOrder &order, const Line &line, const QString &model) const
{
    Posting posting;
    if (line.places.takesRequestId)
        posting.sent.sentRequestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto request
        = sendRequest(line.places, line.account.baseUrl, order.request, model, posting.sent.sentRequestId);
    if (!request)
        return fail(request.error());
    posting.sent.model = model;
    posting.sent.request = *request;
    posting.request = *std::move(request);
    posting.request.credential = line.key;
    posting.protocol = order.request.protocol;
    posting.silence = order.policy.silence;
    posting.dialect = line.dialect;
    return posting;
}

Async<PlaygroundRun> NetworkPlaygroundService::send(SendOrder order, std::stop_token stop, qint64 run)
{
    auto opening = open(order.account, order.key);
    const auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    // What is wrong with the first is wrong with all: they differ in nothing but the model.
    auto first = prepared(order, *line, order.model);
    if (!first)
        co_return fail(first.error());
    for (const auto &model : order.policy.fallbacks) {
        if (const auto fallback = prepared(order, *line, model); !fallback)
            co_return fail(fallback.error());
    }
    auto sending = sentAll(order, *line, *std::move(first), stop, run);
    auto done = co_await sending;
    if (!order.isRecorded)
        co_return done;
    auto recording = recorded(done, *line);
    auto kept = co_await recording;
    co_return kept;
}

QCoro::Task<PlaygroundRun> NetworkPlaygroundService::sentAll(
    SendOrder order, Line line, Posting first, std::stop_token stop, qint64 run)
{
    RunState state(order);
    auto posting = first;
    for (int number = 1;; ++number) {
        posting.request.deadline = state.timeout();
        posting.run = run;
        posting.stop = stop;
        posting.sent.startedAt = m_with.clock.now();
        Q_EMIT attemptStarted(run, number, state.model());
        auto sending = post(posting);
        const auto sent = co_await sending;
        state.add(sent);
        Q_EMIT attemptEnded(run, sent);

        const auto step = state.next();
        if (step.end != RunEnd::Served && stop.stop_requested())
            break;
        if (step.kind == NextStep::Kind::Stop) {
            auto ended = state.ended(step.end);
            co_return ended;
        }
        if (step.wait.count() > 0)
            Q_EMIT waiting(run, step.wait);
        auto pausing = pause(step.wait, stop);
        if (const auto goesOn = co_await pausing; !goesOn)
            break;
        state.goOn(step.kind);
        posting = *prepared(order, line, state.model()); // send() has seen that it can be
        posting.sent.waited = step.wait;
    }
    auto ended = state.ended(RunEnd::Cancelled);
    co_return ended;
}

QCoro::Task<PlaygroundRun> NetworkPlaygroundService::recorded(PlaygroundRun done, Line line)
{
    QList<RequestFacts> rows;
    for (const auto &sent : done.sent) {
        if (const auto row = requestRow(sent, line.places, line.remoteKeyId))
            rows.append(*row);
    }
    if (rows.isEmpty())
        co_return done;
    const auto origin = u"POST "_s + done.sent.constFirst().request.url.path();
    auto writing = storeRunRows(m_with.storage, line.account.id, rows, origin, m_with.clock.now());
    if (const auto written = co_await writing; !written)
        done.recordProblem = written.error();
    for (const auto &row : rows) {
        if (!done.recordProblem)
            done.recordedIds.append(row.requestId);
    }
    auto kept = done;
    co_return kept;
}

QCoro::Task<SentRequest> NetworkPlaygroundService::post(Posting posting)
{
    auto sent = posting.sent;
    Asked asked;
    asked.protocol = posting.protocol;
    asked.requestedModel = sent.model;
    asked.sentRequestId = sent.sentRequestId;
    AnswerReader reader(posting.dialect, asked);
    QElapsedTimer watch;
    watch.start();
    qsizetype told = 0;
    StreamOrder order;
    order.silence = posting.silence.value_or(posting.request.deadline);
    order.stop = posting.stop;
    order.begun = [&reader](int status, const HttpHeaders &headers) { reader.begin(status, headers); };
    order.received = [&](QByteArrayView bytes) {
        reader.feed(bytes);
        const auto room = SentRequest::MostKeptBytes - sent.body.size();
        sent.body.append(bytes.first(std::min(room, bytes.size())));
        if (reader.text().size() <= told)
            return;
        if (!sent.firstToken)
            sent.firstToken = milliseconds(watch.elapsed());
        const auto grown = reader.text().mid(std::exchange(told, reader.text().size()));
        Q_EMIT textArrived(posting.run, grown);
    };
    auto streaming = m_with.http.stream(posting.request, order);
    const auto answer = co_await streaming;
    sent.timings = answer.timings;
    sent.problem = answer.problem;
    sent.headers = answer.headers;
    if (answer.status)
        sent.answer = reader.finish(m_with.clock.now());
    else
        sent.answer = unanswered(answer.problem.value_or(Error{.kind = Error::Kind::Network}), sent.model);
    sent.answer.ids.sentRequest = sent.sentRequestId;
    co_return sent;
}

} // namespace tollkeeper
