// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo_company.h"

#include "app/demo_budgets.h"
#include "app/demo_keys.h"
#include "app/demo_log.h"
#include "domain/zone_days.h"

#include <QFile>
#include <QTemporaryDir>
#include <QUrlQuery>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto MonthlyBudget = u"12000";
const QDate BudgetsSince(2026, 6, 1); // so that the inbox tells of one month

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
    : QObject(parent), m_services(services), m_clock(clock), m_simulator(services.http())
{
}

Async<Done> DemoCompany::addAccounts()
{
    const auto keys = m_simulator.places().value("keys"_L1).toObject();
    for (const auto &account : Accounts) {
        auto key = Secret::fromInput(keys.value(account.key).toString().toLatin1());
        if (!key)
            co_return fail(key.error());
        NewAccount draft;
        draft.gateway = QString::fromLatin1(account.gateway);
        draft.name = QString::fromUtf8(account.name);
        draft.baseUrl = QUrl(m_simulator.places().value(account.place).toString());
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

//! Sets both clocks, polls everything, compares the budgets. An account that does not answer is part of the
//! story.
Async<Done> DemoCompany::standAt(QDateTime moment)
{
    auto moving = m_simulator.moveTo(moment);
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
    auto starting = m_simulator.start(beginning());
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
            auto labelling = labelDemoKeys(m_services, beginning());
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
    auto arriving = arrive();
    const auto arrived = co_await arriving;
    co_return arrived;
}

Async<Done> DemoCompany::arrive()
{
    auto moving = m_simulator.moveTo(present());
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
    auto listing = m_simulator.control("GET"_ba, path, {});
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
    auto asking = m_simulator.control(
        "GET"_ba, u"/_control/truth?"_s + query.toString(QUrl::FullyEncoded), QJsonObject());
    auto answer = co_await asking;
    co_return answer;
}

} // namespace tollkeeper
