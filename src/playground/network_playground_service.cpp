// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/network_playground_service.h"

#include "decoder/answer_reader.h"
#include "gateways/send_request.h"
#include "playground/account_currency.h"
#include "playground/incoming_answer.h"
#include "playground/joined_bill.h"
#include "playground/request_row.h"
#include "playground/run_record.h"
#include "playground/run_state.h"
#include "playground/sender.h"
#include "storage/listing_repository.h"
#include "storage/storage.h"

#include <QCoroFuture>
#include <QCoroTimer>
#include <QElapsedTimer>
#include <QPromise>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using std::chrono::milliseconds;

// A streamed answer has no largest size, and cutting one that is paid for helps nobody: what is kept of it is
// bounded where it is kept. The longest answers, 128,000 tokens in events of some 400 bytes, take a tenth of
// this; only a server that never stops meets it.
constexpr qint64 MostBytes = qint64(512) * 1024 * 1024;

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

bool looksUpBills(const QString &gateway)
{
    const auto connector = connectorFor(gateway);
    return connector && connector->capabilities().looksUpGenerations;
}

//! Its answer told no cost, and its row stands under the id by which the gateway has the bill.
bool awaitsBill(const SentRequest &sent, const RequestFacts &row)
{
    return !row.cost && row.requestId == billIdOf(sent);
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
        sender->remoteKeyId, {}};
    co_return line;
}

//! Stopping does not wait for a keyring, which may take minutes; a key that comes later is dropped.
Async<NetworkPlaygroundService::Line> NetworkPlaygroundService::openUnlessStopped(
    AccountId account, std::optional<KeyId> key, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return fail(Error::Kind::Cancelled, u"stopped"_s);
    const auto opening = std::make_shared<QPromise<Result<Line>>>();
    opening->start();
    const auto end = [opening](const Result<Line> &line) {
        if (opening->future().isFinished())
            return;
        opening->addResult(line);
        opening->finish();
    };
    const std::stop_callback onStop(stop, [end] { end(fail(Error::Kind::Cancelled, u"stopped"_s)); });
    QCoro::connect(open(account, key), this, end);
    const auto opened = opening->future();
    const auto line = co_await opened;
    if (stop.stop_requested())
        co_return fail(Error::Kind::Cancelled, u"stopped"_s);
    co_return line;
}

//! Where a ceiling needs them. None are known: what a failed attempt may have cost cannot be told.
QCoro::Task<QList<ModelListing>> NetworkPlaygroundService::pricesFor(SendOrder order)
{
    QList<ModelListing> prices;
    if (order.policy.costCeiling) {
        auto reading = m_with.storage.read([account = order.account](Database &database) {
            return ListingRepository(database).all(account);
        });
        const auto known = co_await reading;
        prices = known.value_or(prices);
    }
    co_return prices;
}

Result<NetworkPlaygroundService::Posting> NetworkPlaygroundService::prepared(
    const SendOrder &order, const Line &line, const QString &model) const
{
    Posting posting;
    if (line.places.requestIdHeader)
        posting.sent.sentRequestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto request
        = sendRequest(line.places, line.account.baseUrl, order.request, model, posting.sent.sentRequestId);
    if (!request)
        return fail(request.error());
    posting.sent.model = model;
    posting.sent.request = *request;
    posting.request = *std::move(request);
    posting.request.credential = line.key;
    posting.request.maxBytes = MostBytes;
    posting.protocol = order.request.protocol;
    posting.silence = order.policy.silence;
    posting.dialect = line.dialect;
    return posting;
}

Async<PlaygroundRun> NetworkPlaygroundService::send(SendOrder order, std::stop_token stop, qint64 run)
{
    if (m_isLocked)
        co_return fail(Error::Kind::AppLocked);
    auto opening = openUnlessStopped(order.account, order.key, stop);
    auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto pricing = pricesFor(order);
    const auto prices = co_await pricing;
    line->prices = prices;
    if (m_isLocked) // meanwhile
        co_return fail(Error::Kind::AppLocked);
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
    auto recording = kept(done, *line);
    auto recordedRun = co_await recording;
    co_return recordedRun;
}

QCoro::Task<PlaygroundRun> NetworkPlaygroundService::sentAll(
    SendOrder order, Line line, Posting first, std::stop_token stop, qint64 run)
{
    RunState state(order, line.prices);
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

//! In which a failure cost nothing, where the gateway never bills one and some have failed so.
QCoro::Task<std::optional<Currency>> NetworkPlaygroundService::currencyOfFailures(
    PlaygroundRun done, Line line)
{
    std::optional<Currency> currency;
    const bool isNeeded = line.dialect.places.failuresAreFree
        && std::any_of(done.sent.cbegin(), done.sent.cend(),
            [](const SentRequest &sent) { return hasFailedUnbilled(sent.answer); });
    if (isNeeded) {
        auto reading = m_with.storage.read(
            [account = line.account.id](Database &database) { return onlyCurrencyOf(database, account); });
        const auto known = co_await reading;
        currency = known.value_or(currency);
    }
    co_return currency;
}

QCoro::Task<PlaygroundRun> NetworkPlaygroundService::kept(PlaygroundRun done, Line line)
{
    auto finding = currencyOfFailures(done, line);
    const auto freeIn = co_await finding;
    const RowPlace place{line.remoteKeyId, freeIn};
    const bool looksUp = looksUpBills(line.account.gateway);
    QList<RequestFacts> rows;
    QStringList unbilled;
    for (const auto &sent : done.sent) {
        const auto row = requestRow(sent, line.places, place);
        if (!row)
            continue;
        rows.append(*row);
        if (looksUp && awaitsBill(sent, *row))
            unbilled.append(row->requestId);
    }
    if (rows.isEmpty())
        co_return done;
    const auto origin = u"POST "_s + done.sent.constFirst().request.url.path();
    auto writing = storeRunRows(m_with.storage, line.account.id, rows, origin, m_with.clock.now(), unbilled);
    if (const auto ids = co_await writing) {
        done.recordedIds = *ids;
        Q_EMIT recorded();
    } else {
        done.recordProblem = ids.error();
    }
    auto told = done;
    co_return told;
}

QCoro::Task<SentRequest> NetworkPlaygroundService::post(Posting posting)
{
    Asked asked;
    asked.protocol = posting.protocol;
    asked.requestedModel = posting.sent.model;
    asked.sentRequestId = posting.sent.sentRequestId;
    asked.configuration = posting.request.credential->strategies();
    IncomingAnswer incoming(posting.sent, AnswerReader(posting.dialect, asked), posting.request.credential,
        [this, run = posting.run](const QString &text) { Q_EMIT textArrived(run, text); });
    StreamOrder order;
    order.silence = posting.silence.value_or(posting.request.deadline);
    order.stop = posting.stop;
    order.begun = [&incoming](int status, const HttpHeaders &headers) { incoming.begin(status, headers); };
    order.received = [&incoming](QByteArrayView bytes) { incoming.receive(bytes); };
    auto streaming = m_with.http.stream(posting.request, order);
    const auto answer = co_await streaming;
    auto sent = incoming.ended(answer, m_with.clock.now());
    co_return sent;
}

} // namespace tollkeeper
