// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/alert_json.h"
#include "ctl/commands.h"
#include "ctl/interrupt.h"
#include "storage/account_repository.h"
#include "storage/alert_repository.h"
#include "storage/channel_repository.h"
#include "storage/delivery_repository.h"
#include "words/alert_words.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr int MostAlerts = 1000;
constexpr int WatchEveryMs = 1000;

struct Listing {
    QList<ListedAlert> alerts; //!< newest first
    QList<Channel> channels;
    QTimeZone zone;
};

Result<Listing> read(const Call &call)
{
    const bool onlyOpen = call.options.isSet(u"open"_s);
    return wait(call.engine.storage().read([onlyOpen](Database &database) -> Result<Listing> {
        AlertRepository repository(database);
        const auto zone = AccountRepository(database).zone();
        const auto channels = ChannelRepository(database).all();
        const auto alerts = onlyOpen
            ? repository.latestIn({AlertState::Firing, AlertState::Snoozed}, MostAlerts)
            : repository.latest(MostAlerts);
        if (!zone || !alerts || !channels)
            return fail(!zone ? zone.error() : !alerts ? alerts.error() : channels.error());
        Listing listing{{}, *channels, *zone};
        for (const auto &alert : *alerts) {
            const auto deliveries = DeliveryRepository(database).of(alert.id);
            if (!deliveries)
                return fail(deliveries.error());
            listing.alerts.append({alert, *deliveries});
        }
        return listing;
    }));
}

void printForPeople(const Call &call, const Alert &alert, const QTimeZone &zone)
{
    const auto words = wordsFor(alert, zone);
    printLine(call.mode,
        u"%1  #%2 %3 %4  %5. %6"_s.arg(utcText(alert.raisedAt), QString::number(alert.id.value()),
            QString(toText(alert.severity)), QString(toText(alert.state)), words.title, words.body));
}

//! A line for each alert as it is raised or changes; with --json one document on each line.
Exit watch(const Call &call)
{
    const Interrupt interrupt;
    QEventLoop loop;
    QObject::connect(&interrupt, &Interrupt::caught, &loop, &QEventLoop::quit);
    QHash<AlertId, AlertState> told;
    std::optional<Error> problem;
    const auto look = [&] {
        auto listed = read(call);
        if (!listed) {
            problem = listed.error();
            return loop.quit();
        }
        std::reverse(listed->alerts.begin(), listed->alerts.end());
        for (const auto &one : std::as_const(listed->alerts)) {
            const auto &alert = one.alert;
            if (told.contains(alert.id) && told.value(alert.id) == alert.state)
                continue;
            told.insert(alert.id, alert.state);
            if (call.mode.json)
                printJsonLine(alertJson(one, listed->channels, listed->zone));
            printForPeople(call, alert, listed->zone);
        }
        std::fflush(stdout);
    };
    QTimer timer;
    timer.setInterval(WatchEveryMs);
    QObject::connect(&timer, &QTimer::timeout, &loop, look);
    timer.start();
    look();
    if (!problem && !interrupt.wasCaught())
        loop.exec();
    return problem ? report(call.mode, *problem) : Exit::Done;
}

Exit alerts(const Call &call)
{
    if (call.options.isSet(u"watch"_s))
        return watch(call);
    const auto listed = read(call);
    if (!listed)
        return report(call.mode, listed.error());
    QJsonArray rows;
    for (const auto &one : listed->alerts) {
        rows.append(alertJson(one, listed->channels, listed->zone));
        printForPeople(call, one.alert, listed->zone);
    }
    if (call.mode.json)
        printJson({{u"alerts"_s, rows}});
    return Exit::Done;
}

} // namespace

QList<Command> alertsCommands()
{
    return {{u"alerts"_s, u"List the alerts, newest first."_s, {}, Needs::Reading,
        {{u"open"_s, u"Only those that nobody has acknowledged and that are still true."_s},
            {u"watch"_s, u"Go on, with a line for each alert that is raised or changes."_s}},
        alerts}};
}

} // namespace tollkeeper::ctl
