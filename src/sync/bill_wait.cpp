// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/bill_wait.h"

#include "sync/generation_look_up_service.h"

#include <QCoroTimer>
#include <QElapsedTimer>
#include <QPointer>

namespace tollkeeper {
namespace {

constexpr auto Between = std::chrono::milliseconds(250);

} // namespace

Async<Done> waitForBills(GenerationLookUpService &lookUps, AccountId account, QStringList requestIds,
    std::chrono::milliseconds patience)
{
    if (requestIds.isEmpty())
        co_return Done{};
    const QPointer<GenerationLookUpService> service(&lookUps);
    bool isOver = false;
    QObject watcher;
    const auto end = [&isOver, account, last = requestIds.constLast()](AccountId of, const QString &id) {
        isOver = isOver || (of == account && id == last);
    };
    QObject::connect(&lookUps, &GenerationLookUpService::found, &watcher, end);
    QObject::connect(&lookUps, &GenerationLookUpService::gaveUp, &watcher, end);
    auto adding = lookUps.add(account, requestIds);
    if (const auto added = co_await adding; !added)
        co_return fail(added.error());
    QElapsedTimer watch;
    watch.start();
    while (service && !isOver && watch.elapsed() < patience.count()) {
        auto asking = service->askDue(); // at once, where they are being asked for already
        if (const auto asked = co_await asking; !asked)
            break;
        if (isOver)
            break;
        auto pause = QCoro::sleepFor(Between);
        co_await pause;
    }
    co_return Done{};
}

} // namespace tollkeeper
