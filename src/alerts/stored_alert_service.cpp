// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/stored_alert_service.h"

#include "alerts/budget_evaluation.h"
#include "base/log.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! For tests of crashes: ends the process as kill -9 would, at a named point.
void crashPoint(const char *name)
{
    if (qgetenv("TOLLKEEPER_CRASH_AT") == name)
        std::_Exit(137);
}

} // namespace

StoredAlertService::StoredAlertService(
    Storage &storage, const Clock &clock, NotificationSink *sink, Wording wording, QObject *parent)
    : AlertService(parent), m_storage(storage), m_clock(clock), m_sink(sink), m_wording(std::move(wording))
{
    if (!m_sink)
        return;
    connect(m_sink, &NotificationSink::openRequested, this,
        [this](quint32 id) { Q_EMIT openRequested(m_shown.value(id)); });
    connect(m_sink, &NotificationSink::acknowledgeRequested, this, [this](quint32 id) {
        if (const auto alert = m_shown.value(id); alert.isValid())
            QCoro::connect(acknowledge(alert), this, [](const Outcome &) {});
    });
}

Async<Done> StoredAlertService::setMonthlyBudget(Money limit, bool includesByok)
{
    if (limit.nanos() <= 0)
        co_return fail(Error::Kind::InvalidInput, u"the budget must be more than zero"_s);
    Budget budget;
    budget.name = QString::fromLatin1(MonthlyBudget);
    budget.limit = limit;
    budget.includesByok = includesByok;
    auto storing
        = m_storage.write([budget](Database &database) { return BudgetRepository(database).set(budget); });
    const auto stored = co_await storing;
    if (!stored)
        co_return fail(stored.error());
    auto evaluating = evaluate();
    const auto evaluated = co_await evaluating;
    Q_EMIT alertsChanged();
    if (!evaluated)
        co_return fail(evaluated.error());
    co_return Done{};
}

Async<QList<BudgetAlert>> StoredAlertService::evaluate()
{
    auto recording = m_storage.write([now = m_clock.now()](Database &database) {
        return recordCrossings(database, now, Notice::NotWanted);
    });
    auto raised = co_await recording;
    if (!raised)
        co_return fail(raised.error());
    if (!raised->isEmpty())
        Q_EMIT alertsChanged();
    if (m_sink && !m_isShowing) {
        m_isShowing = true;
        auto showing = showOwed();
        const auto shown = co_await showing;
        m_isShowing = false;
        if (!shown)
            co_return fail(shown.error());
    }
    co_return raised;
}

Async<Done> StoredAlertService::showOwed()
{
    for (;;) { // until nothing is owed: more may be recorded while one is shown
        auto reading = m_storage.write([](Database &database) { return AlertRepository(database).owed(); });
        const auto owed = co_await reading;
        if (!owed)
            co_return fail(owed.error());
        if (owed->isEmpty())
            co_return Done{};
        auto showing = showOne(owed->constFirst());
        const auto shown = co_await showing;
        if (!shown)
            co_return fail(shown.error());
    }
}

Async<Done> StoredAlertService::showOne(BudgetAlert alert)
{
    const bool isRepeated
        = alert.notice == Notice::Intended; // the last run died between showing and recording
    auto intending
        = m_storage.write([id = alert.id, noticeId = alert.noticeId, isRepeated](Database &database) {
              return AlertRepository(database).setNotice(id, Notice::Intended, noticeId, isRepeated);
          });
    if (const auto intended = co_await intending; !intended)
        co_return fail(intended.error());
    crashPoint("after_intent_before_notify");

    alert.isRepeated = isRepeated;
    auto showing = m_sink->show(m_wording(alert), alert.noticeId);
    const auto shown = co_await showing;
    crashPoint("after_notify_before_log");

    const auto notice = shown ? Notice::Shown : Notice::Unavailable;
    const auto noticeId = shown.value_or(0);
    if (shown)
        m_shown.insert(noticeId, alert.id);
    auto recording = m_storage.write([id = alert.id, notice, noticeId, isRepeated](Database &database) {
        return AlertRepository(database).setNotice(id, notice, noticeId, isRepeated);
    });
    const auto recorded = co_await recording;
    co_return recorded;
}

Async<Done> StoredAlertService::acknowledge(AlertId alert)
{
    auto storing = m_storage.write([alert, now = m_clock.now()](Database &database) {
        return AlertRepository(database).acknowledge(alert, now);
    });
    const auto stored = co_await storing;
    if (stored)
        Q_EMIT alertsChanged();
    co_return stored;
}

} // namespace tollkeeper
