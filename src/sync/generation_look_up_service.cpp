// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/generation_look_up_service.h"

#include "base/log.h"
#include "storage/account_repository.h"
#include "storage/listing_repository.h"
#include "storage/piece_repository.h"
#include "storage/request_repository.h"
#include "sync/gateway_line.h"
#include "sync/look_up_schedule.h"
#include "sync/poll_schedule.h"

#include <QCoroFuture>
#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

enum class Verdict : std::uint8_t { Found, NotYet, Never, AnotherTime };

//! A bill tells what the request cost. What has no cost is not settled: the request has only ended.
Verdict verdictOf(const RequestFacts &bill)
{
    return bill.cost ? Verdict::Found : Verdict::NotYet;
}

//! What a failure says of one id: a missing one may still come, and so may one whose answer is no bill yet;
//! one that is not ours never does. Anything else is about the account or the line.
Verdict verdictOf(const Error &problem)
{
    switch (problem.httpStatus.value_or(0)) {
    case 404:
        return Verdict::NotYet;
    case 400:
    case 403:
    case 410:
    case 422:
        return Verdict::Never;
    default:
        break;
    }
    const bool isOddAnswer = problem.kind == Error::Kind::Protocol && !problem.httpStatus;
    return isOddAnswer ? Verdict::NotYet : Verdict::AnotherTime;
}

Result<RequestFacts> billIn(const Connector &connector, const Result<HttpResponse> &response)
{
    if (!response)
        return fail(response.error());
    auto bill = connector.readGeneration(*response);
    if (!bill)
        return fail(Error::Kind::Protocol, bill.error().detail);
    return bill;
}

//! "GET /generation", for provenance.
QString originOf(const HttpRequest &request)
{
    return QString::fromLatin1(request.method) + u" /"_s + request.url.path().section(u'/', -1);
}

//! Models by the names that requests use, where the catalogue knows them.
Result<RequestFacts> withKnownModels(Database &database, AccountId account, RequestFacts bill)
{
    const auto models = ListingRepository(database).modelsByOtherName(account);
    if (!models)
        return fail(models.error());
    const auto rename = [&models](QString &model) { model = models->value(model, model); };
    rename(bill.requestedModel);
    rename(bill.servedModel);
    for (auto &attempt : bill.detail.attempts)
        rename(attempt.model);
    return bill;
}

Outcome storeBill(Database &database, const LookUp &lookUp, const RequestFacts &bill, const QString &origin,
    const QDateTime &at)
{
    const RequestBatch batch{lookUp.account, RowSource::GenerationLookup, origin, at, {}};
    ChangedStretch changed;
    const auto row = withKnownModels(database, lookUp.account, bill);
    if (!row)
        return fail(row.error());
    if (auto stored = RequestRepository(database).store(batch, {*row}, changed); !stored)
        return fail(stored.error());
    const auto zone = AccountRepository(database).zone();
    if (!zone)
        return fail(zone.error());
    if (auto computed = PieceRepository(database, lookUp.account).recompute(changed, *zone, at); !computed)
        return computed;
    return LookUpRepository(database).remove(lookUp.account, lookUp.requestId);
}

} // namespace

GenerationLookUpService::GenerationLookUpService(HttpClient &http, SecretStore &secrets, Storage &storage,
    const Clock &clock, AccountTurns &turns, RepeatPolicy policy, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_storage(storage)
    , m_clock(clock)
    , m_turns(turns)
    , m_poll(http, clock, policy)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &GenerationLookUpService::start);
}

Async<Done> GenerationLookUpService::add(AccountId account, QStringList requestIds)
{
    auto writing = m_storage.write([account, requestIds, at = m_clock.now()](Database &database) {
        return database.inTransaction(
            [&] { return LookUpRepository(database).add(account, requestIds, at); });
    });
    const auto added = co_await writing;
    if (added && m_isScheduled)
        start();
    co_return added;
}

void GenerationLookUpService::start()
{
    m_isScheduled = true;
    m_isAborted = false;
    if (m_isAsking)
        return; // it looks for more before it ends
    QCoro::connect(askDue(), this, [this](const Outcome &asked) {
        if (!asked)
            qCWarning(logSync) << "bills could not be looked up:" << toText(asked.error().kind);
    });
}

void GenerationLookUpService::stop()
{
    m_isScheduled = false;
    m_isAborted = true;
    m_timer.stop();
}

Async<Done> GenerationLookUpService::askDue(std::optional<AccountId> only)
{
    Outcome outcome = Done{};
    if (m_isAsking)
        co_return outcome;
    m_isAsking = true;
    while (outcome && !m_isAborted) {
        auto reading = due(only);
        const auto lookUps = co_await reading;
        if (!lookUps)
            outcome = fail(lookUps.error());
        if (!lookUps || lookUps->isEmpty())
            break;
        auto asking = ask(lookUps->constFirst());
        outcome = co_await asking;
    }
    m_isAsking = false;
    if (outcome && m_isScheduled)
        armTimer();
    co_return outcome;
}

//! Read anew for each id: what was refused may have put off others.
Async<QList<LookUp>> GenerationLookUpService::due(std::optional<AccountId> only)
{
    auto reading = m_storage.read([now = m_clock.now(), only](Database &database) {
        return LookUpRepository(database).due(now, 1, only);
    });
    auto lookUps = co_await reading;
    co_return lookUps;
}

Async<Done> GenerationLookUpService::ask(LookUp lookUp)
{
    auto opening = openGatewayLine(m_storage, m_secrets, lookUp.account);
    const auto line = co_await opening;
    const bool isNobodyLeft = !line && line.error().kind == Error::Kind::NotFound;
    if (isNobodyLeft || (line && !line->connector->capabilities().looksUpGenerations)) {
        auto givingUp = giveUp(lookUp);
        const auto ended = co_await givingUp;
        co_return ended;
    }
    if (!line) {
        auto leaving = leaveInPeace(lookUp.account, line.error());
        const auto left = co_await leaving;
        co_return left;
    }
    auto waiting = m_turns.of(lookUp.account)->take();
    (void)co_await waiting;
    const Turn turn(m_turns.of(lookUp.account));
    auto request = line->connector->generationRequest(line->account.baseUrl, lookUp.requestId);
    request.credential = line->key;
    const auto origin = originOf(request);
    auto asking = m_poll.ask(line->connector, std::move(request));
    const auto exchange = co_await asking;
    if (exchange.response)
        m_failures.remove(lookUp.account);
    auto settling = settle(lookUp, billIn(*line->connector, exchange.response), origin);
    const auto settled = co_await settling;
    co_return settled;
}

Async<Done> GenerationLookUpService::settle(LookUp lookUp, Result<RequestFacts> bill, QString origin)
{
    const auto verdict = bill ? verdictOf(*bill) : verdictOf(bill.error());
    const auto soFar = bill ? std::optional(*bill) : std::nullopt;
    auto next = verdict == Verdict::Found ? keep(lookUp, *bill, origin)
        : verdict == Verdict::NotYet      ? missed(lookUp, soFar, origin)
        : verdict == Verdict::Never       ? giveUp(lookUp)
                                          : leaveInPeace(lookUp.account, bill.error());
    const auto done = co_await next;
    co_return done;
}

Async<Done> GenerationLookUpService::keep(LookUp lookUp, RequestFacts bill, QString origin)
{
    bill.requestId = lookUp.requestId; // the id by which the request is known here
    auto storing = m_storage.write([lookUp, bill, origin, at = m_clock.now()](Database &database) {
        return database.inTransaction([&] { return storeBill(database, lookUp, bill, origin, at); });
    });
    const auto stored = co_await storing;
    if (stored)
        Q_EMIT found(lookUp.account, lookUp.requestId);
    co_return stored;
}

Async<Done> GenerationLookUpService::missed(LookUp lookUp, std::optional<RequestFacts> soFar, QString origin)
{
    const auto delay = lookUpDelay(++lookUp.tries);
    if (!delay) {
        auto ending = soFar ? keep(lookUp, *soFar, origin) : giveUp(lookUp);
        const auto ended = co_await ending;
        co_return ended;
    }
    lookUp.nextAt = m_clock.now().addMSecs(delay->count());
    auto writing = m_storage.write(
        [lookUp](Database &database) { return LookUpRepository(database).postpone(lookUp); });
    const auto written = co_await writing;
    co_return written;
}

Async<Done> GenerationLookUpService::giveUp(LookUp lookUp)
{
    auto writing = m_storage.write([lookUp](Database &database) {
        return LookUpRepository(database).giveUp(lookUp.account, lookUp.requestId);
    });
    const auto written = co_await writing;
    if (written)
        Q_EMIT gaveUp(lookUp.account, lookUp.requestId);
    co_return written;
}

//! The account cannot be asked for now: none of its bills is, and no try is counted.
Async<Done> GenerationLookUpService::leaveInPeace(AccountId account, Error problem)
{
    qCInfo(logSync) << "look-ups of account" << account.value() << "wait:" << toText(problem.kind);
    // A connection that was renewed under it says nothing of the account.
    const auto delay = problem.kind == Error::Kind::Cancelled
        ? std::chrono::seconds(1)
        : pollDelay(DefaultPollInterval, ++m_failures[account], problem.retryAfter,
            QRandomGenerator::global()->generateDouble());
    auto writing
        = m_storage.write([account, until = m_clock.now().addSecs(delay.count())](Database &database) {
              return LookUpRepository(database).postponeAll(account, until);
          });
    const auto written = co_await writing;
    co_return written;
}

void GenerationLookUpService::armTimer()
{
    auto reading = m_storage.read([](Database &database) { return LookUpRepository(database).nextAt(); });
    reading.then(this, [this](const Result<std::optional<QDateTime>> &next) {
        if (next && *next && m_isScheduled)
            m_timer.start(std::chrono::milliseconds(std::max<qint64>(0, m_clock.now().msecsTo(**next))));
    });
}

} // namespace tollkeeper
