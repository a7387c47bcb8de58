// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "storage/account_repository.h"
#include "storage/zone_change.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

Exit say(const Call &call, const QTimeZone &zone)
{
    const auto name = QString::fromLatin1(zone.id());
    if (call.mode.json)
        printJson({{u"zone"_s, name}});
    printLine(call.mode, name);
    return Exit::Done;
}

Exit show(const Call &call)
{
    const auto zone = wait(
        call.engine.storage().read([](Database &database) { return AccountRepository(database).zone(); }));
    return zone ? say(call, *zone) : report(call.mode, zone.error());
}

Exit set(const Call &call)
{
    if (call.arguments.size() != 1)
        return reportUsage(u"zone set needs the name of a zone, such as Europe/Berlin."_s);
    const QTimeZone zone(call.arguments.constFirst().toLatin1());
    if (!zone.isValid())
        return reportUsage(
            u"“%1” is no time zone such as Europe/Berlin or UTC."_s.arg(call.arguments.constFirst()));
    const auto changed
        = wait(call.engine.storage().write([zone, now = call.engine.clock().now()](Database &database) {
              return changeZone(database, zone, now);
          }));
    return changed ? say(call, zone) : report(call.mode, changed.error());
}

} // namespace

QList<Command> zoneCommands()
{
    return {
        {u"zone show"_s, u"Tell the zone whose days the figures are of."_s, {}, Needs::Reading, {}, show},
        {u"zone set"_s, u"Work out every figure anew for the days of another zone."_s, u"ZONE"_s,
            Needs::Writing, {}, set},
    };
}

} // namespace tollkeeper::ctl
