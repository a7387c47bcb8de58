// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo_company.h"

#include "app/demo_budgets.h"
#include "app/demo_log.h"
#include "domain/zone_days.h"
#include "storage/key_repository.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QUrlQuery>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto MonthlyBudget = u"12000";
const QDate BudgetsSince(2026, 6, 1); // so that the inbox tells of one month
constexpr int SimulatorStartsWithin = 10'000; // ms

struct DemoAccount {
    const char *gateway;
    const char *name;
    QLatin1StringView place; //!< where its address stands in the simulator's line
    QLatin1StringView key;
};

constexpr std::array Accounts{
    DemoAccount{"openrouter", "OpenRouter · main", "openrouter"_L1, "openrouter_management"_L1},
    DemoAccount{"openrouter", "OpenRouter · labs", "openrouter"_L1, "openrouter_labs"_L1},
    DemoAccount{"torouter", "ToRouter · apac", "torouter"_L1, "torouter_apac"_L1},
    DemoAccount{"torouter", "ToRouter · support", "torouter"_L1, "torouter_support"_L1},
};

QDateTime june18(int hour, int minute)
{
    return QDateTime(QDate(2026, 6, 18), QTime(hour, minute), Qt::UTC);
}

//! When the demo polls: once a day at first, then every six hours, on the last day as often as it matters for
//! the page.
QList<QDateTime> moments()
{
    QList<QDateTime> all;
    const auto beginning = DemoCompany::beginning();
    for (auto moment = beginning; moment.date() < QDate(2026, 6, 4); moment = moment.addDays(1))
        all.append(moment);
    for (auto moment = QDateTime(QDate(2026, 6, 4), QTime(0, 10), Qt::UTC); moment < june18(11, 0);
         moment = moment.addSecs(6 * 3600))
        all.append(moment);
    for (const auto &[hour, minute] : {std::pair(8, 0), std::pair(10, 0), std::pair(11, 26),
             std::pair(12, 30), std::pair(13, 30), std::pair(14, 10), std::pair(14, 30)})
        all.append(june18(hour, minute));
    return all;
}

//! Whom the invented company's keys belong to; roles, not people.
struct KeyPlace {
    QString key;
    KeyLabels labels;
};

const QList<KeyPlace> &keyPlaces()
{
    static const QList<KeyPlace> places{
        {u"support-chat-prod"_s, {u"prod"_s, u"Support"_s, u"Platform lead"_s, {}}},
        {u"search-rerank-prod"_s, {u"prod"_s, u"Search"_s, u"Growth lead"_s, {}}},
        {u"mobile-app-prod"_s, {u"prod"_s, u"Mobile"_s, u"Mobile lead"_s, {}}},
        {u"docs-assistant-prod"_s, {u"prod"_s, u"Platform"_s, u"Docs lead"_s, {}}},
        {u"enrich-batch-prod"_s, {u"prod"_s, u"Data"_s, u"Data lead"_s, {u"nightly"_s}}},
        {u"translation-batch"_s, {u"batch"_s, u"Data"_s, u"Data lead"_s, {u"nightly"_s}}},
        {u"eval-nightly-ci"_s, {u"ci"_s, u"Platform"_s, u"Platform lead"_s, {u"nightly"_s}}},
        {u"code-agents-dev"_s, {u"dev"_s, u"Platform"_s, u"Platform lead"_s, {}}},
        {u"OpenRouter · labs"_s, {u"dev"_s, u"Research"_s, u"Research lead"_s, {}}},
    };
    return places;
}

KeyLabels labelsFor(const QString &name)
{
    for (const auto &place : keyPlaces()) {
        if (place.key == name)
            return place.labels;
    }
    return {};
}

} // namespace

QDateTime DemoCompany::present()
{
    return june18(14, 32);
}

QDateTime DemoCompany::beginning()
{
    return QDateTime(QDate(2026, 4, 3), QTime(0, 10), Qt::UTC);
}

DemoCompany::DemoCompany(Services &services, StartedClock &clock, QObject *parent)
    : QObject(parent), m_services(services), m_clock(clock), m_http(services.http())
{
}

DemoCompany::~DemoCompany()
{
    m_simulator.closeWriteChannel(); // it stops with its standard input
    if (m_simulator.state() != QProcess::NotRunning && !m_simulator.waitForFinished(2000))
        m_simulator.kill();
    m_simulator.waitForFinished(1000);
}

Async<Done> DemoCompany::startSimulator()
{
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    auto starting = promise->future();
    const auto answer = [promise](bool isReady) {
        if (promise->future().isFinished())
            return;
        promise->addResult(isReady);
        promise->finish();
    };
    connect(&m_simulator, &QProcess::readyReadStandardOutput, this, [this, answer] {
        if (m_places.isEmpty() && m_simulator.canReadLine()) {
            m_places = QJsonDocument::fromJson(m_simulator.readLine()).object();
            answer(!m_places.isEmpty());
        }
    });
    connect(&m_simulator, &QProcess::errorOccurred, this, [answer] { answer(false); });
    connect(&m_simulator, &QProcess::finished, this, [answer] { answer(false); });
    QTimer::singleShot(SimulatorStartsWithin, this, [answer] { answer(false); });
    m_simulator.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_simulator.start(QCoreApplication::applicationDirPath() + "/tollkeeper-simulator"_L1,
        {u"--port"_s, u"0"_s, u"--clock"_s, utcText(beginning()), u"--stop-with-stdin"_s});
    const bool isReady = co_await starting;
    if (!isReady)
        co_return fail(Error::Kind::NotFound, u"tollkeeper-simulator beside this program"_s);
    co_return Done{};
}

Async<QJsonObject> DemoCompany::control(QByteArray method, QString path, QJsonObject body)
{
    HttpRequest request;
    request.method = method;
    request.url = QUrl(m_places.value("url"_L1).toString() + path);
    request.credentialHeader = CredentialHeader::None;
    if (!body.isEmpty()) {
        request.headers.append("Content-Type", "application/json");
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    auto asking = m_http.send(std::move(request));
    const auto answer = co_await asking;
    if (!answer)
        co_return fail(answer.error());
    if (answer->status != 200)
        co_return fail(Error::Kind::Protocol, u"the simulator answered %1"_s.arg(answer->status));
    auto object = QJsonDocument::fromJson(answer->body).object();
    co_return object;
}

Async<Done> DemoCompany::addAccounts()
{
    const auto keys = m_places.value("keys"_L1).toObject();
    for (const auto &account : Accounts) {
        auto key = Secret::fromInput(keys.value(account.key).toString().toLatin1());
        if (!key)
            co_return fail(key.error());
        NewAccount draft;
        draft.gateway = QString::fromLatin1(account.gateway);
        draft.name = QString::fromUtf8(account.name);
        draft.baseUrl = QUrl(m_places.value(account.place).toString());
        auto shared = std::make_shared<const Secret>(*std::move(key));
        auto adding = m_services.gateways().add(draft, shared);
        const auto added = co_await adding;
        if (!added)
            co_return fail(added.error());
        if (!m_main.isValid())
            m_main = *added; // the first one is the largest
    }
    const auto limit = Money::fromText(MonthlyBudget);
    auto setting = m_services.budgets().setMonthlyBudget(*limit, false);
    const auto set = co_await setting;
    co_return set;
}

Async<Done> DemoCompany::labelKeys()
{
    auto labelling = m_services.storage().write([](Database &database) -> Outcome {
        KeyRepository keys(database);
        const auto all = keys.all();
        if (!all)
            return fail(all.error());
        for (const auto &key : *all) {
            if (auto labelled = keys.label(key.id, labelsFor(key.name), DemoCompany::beginning()); !labelled)
                return labelled;
        }
        return Done{};
    });
    const auto labelled = co_await labelling;
    co_return labelled;
}

//! Sets both clocks, polls everything, compares the budgets. An account that does not answer is part of the
//! story.
Async<Done> DemoCompany::standAt(QDateTime moment)
{
    QJsonObject body;
    body.insert(u"now"_s, utcText(moment));
    auto moving = control("POST"_ba, u"/_control/clock"_s, body);
    if (const auto moved = co_await moving; !moved)
        co_return fail(moved.error());
    m_clock.moveTo(moment);
    auto running = lookAsIfRunning(m_services, moment);
    if (const auto ran = co_await running; !ran)
        co_return fail(ran.error());
    auto polling = m_services.sync().poll();
    if (const auto polled = co_await polling; !polled)
        co_return fail(polled.error());
    auto evaluating = m_services.alerts().evaluate();
    const auto evaluated = co_await evaluating;
    if (!evaluated)
        co_return fail(evaluated.error());
    co_return Done{};
}

Async<Done> DemoCompany::live()
{
    auto starting = startSimulator();
    if (const auto started = co_await starting; !started)
        co_return fail(started.error());
    auto adding = addAccounts();
    if (const auto added = co_await adding; !added)
        co_return fail(added.error());

    const auto all = moments();
    for (qsizetype i = 0; i < all.size(); ++i) {
        auto standing = standAt(all.at(i));
        if (const auto stood = co_await standing; !stood)
            co_return fail(stood.error());
        if (i == 0) {
            auto labelling = labelKeys();
            if (const auto labelled = co_await labelling; !labelled)
                co_return fail(labelled.error());
        }
        if (all.at(i).date() == BudgetsSince) {
            auto budgeting = addDemoBudgets(m_services);
            if (const auto added = co_await budgeting; !added)
                co_return fail(added.error());
        }
        Q_EMIT progressed(all.at(i).date(), static_cast<int>(i) + 1, static_cast<int>(all.size()));
    }
    QJsonObject body;
    body.insert(u"now"_s, utcText(present()));
    auto moving = control("POST"_ba, u"/_control/clock"_s, body);
    const auto moved = co_await moving;
    if (!moved)
        co_return fail(moved.error());
    m_clock.moveTo(present());
    auto importing = importLog();
    const auto imported = co_await importing;
    if (!imported)
        co_return fail(imported.error());
    auto tidying = tidyDemoInbox(m_services, present());
    const auto tidied = co_await tidying;
    co_return tidied;
}

//! The last hour of the largest account, from the company's own log of requests.
Async<Done> DemoCompany::importLog()
{
    const auto until = present().addSecs(-120); // the slot before: figures of the running one are not out yet
    const auto path = u"/_control/requests?account=OpenRouter%20%C2%B7%20main&from=%1&to=%2"_s.arg(
        utcText(until.addSecs(-3600)), utcText(until));
    auto listing = control("GET"_ba, path, {});
    const auto listed = co_await listing;
    if (!listed)
        co_return fail(listed.error());
    const QTemporaryDir directory;
    QFile file(directory.filePath(u"client-log-2026-06-18.jsonl"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(demoRequestLog(*listed)) < 0 || !file.flush())
        co_return fail(Error::Kind::Storage, u"the demo's log"_s);
    ImportOrder order;
    order.path = file.fileName();
    order.account = m_main;
    auto running = m_services.imports().run(std::move(order));
    const auto imported = co_await running;
    if (!imported)
        co_return fail(imported.error());
    co_return Done{};
}

Async<QJsonObject> DemoCompany::truth()
{
    const auto month = monthOf(present().date());
    QUrlQuery query;
    query.addQueryItem(u"from"_s, utcText(month.first.startOfDay(Qt::UTC)));
    query.addQueryItem(u"to"_s, utcText(june18(14, 30))); // the last poll
    auto asking
        = control("GET"_ba, u"/_control/truth?"_s + query.toString(QUrl::FullyEncoded), QJsonObject());
    auto answer = co_await asking;
    co_return answer;
}

} // namespace tollkeeper
