// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/bill_wait.h"

#include "sync/generation_look_up_service.h"

#include <QCoroTimer>
#include <QElapsedTimer>
#include <QPointer>

#include <utility>

namespace tollkeeper {
namespace {

constexpr auto Between = std::chrono::milliseconds(100);

} // namespace

Async<Done> waitForBills(GenerationLookUpService &lookUps, AccountId account, QStringList requestIds,
    std::chrono::milliseconds patience)
{
    if (requestIds.isEmpty())
        co_return Done{};
    const QPointer<GenerationLookUpService> service(&lookUps);
    auto missing = requestIds;
    bool isAsking = false;
    QObject watcher;
    const auto end = [&missing, account](AccountId of, const QString &id) {
        if (of == account)
            missing.removeAll(id);
    };
    QObject::connect(&lookUps, &GenerationLookUpService::found, &watcher, end);
    QObject::connect(&lookUps, &GenerationLookUpService::gaveUp, &watcher, end);
    auto adding = lookUps.add(account, requestIds);
    if (const auto added = co_await adding; !added)
        co_return fail(added.error());
    QElapsedTimer watch;
    watch.start();
    while (service && !missing.isEmpty() && watch.elapsed() < patience.count()) {
        // Not awaited: a gateway that does not answer would outlast the patience. It goes on by itself.
        if (!std::exchange(isAsking, true))
            QCoro::connect(service->askDue(account), &watcher, [&missing, &isAsking](const Outcome &asked) {
                isAsking = false;
                if (!asked)
                    missing.clear(); // nothing can be kept: there is nothing to wait for
            });
        auto pause = QCoro::sleepFor(Between);
        co_await pause;
    }
    co_return Done{};
}

} // namespace tollkeeper
