// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "storage/alert_repository.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

//! The alerts that the arguments name by number; at least one, and all of them there.
Result<QList<AlertId>> theAlerts(const Call &call, const QStringList &numbers)
{
    QList<AlertId> ids;
    for (const auto &number : numbers)
        ids.append(AlertId(QString(number).remove(u'#').toLongLong()));
    return wait(call.engine.storage().read([ids](Database &database) -> Result<QList<AlertId>> {
        for (const auto id : ids) {
            const auto alert = AlertRepository(database).byId(id);
            if (!alert)
                return fail(alert.error());
            if (!*alert)
                return fail(Error::Kind::NotFound, u"alert #%1"_s.arg(id.value()));
        }
        return ids;
    }));
}

Exit finish(const Call &call, const Outcome &done, const QString &sentence)
{
    if (!done)
        return report(call.mode, done.error());
    if (call.mode.json)
        printJson({{u"done"_s, true}});
    printLine(call.mode, sentence);
    return Exit::Done;
}

Exit acknowledge(const Call &call)
{
    if (call.arguments.isEmpty())
        return reportUsage(u"alert ack needs the number of an alert, as alerts lists it."_s);
    const auto ids = theAlerts(call, call.arguments);
    if (!ids)
        return report(call.mode, ids.error());
    return finish(call, wait(call.engine.alerts().acknowledge(*ids)), u"Acknowledged."_s);
}

//! "8h", "1d", "2w" as seconds; 0 where it is none of these.
qint64 secondsOf(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,4})([hdw])$"_s);
    const auto match = form.match(text);
    const qint64 hours = match.captured(2) == u"w" ? 168 : match.captured(2) == u"d" ? 24 : 1;
    return match.hasMatch() ? match.captured(1).toLongLong() * hours * 3600 : 0;
}

Exit snooze(const Call &call)
{
    if (call.arguments.isEmpty())
        return reportUsage(u"alert snooze needs the number of an alert, as alerts lists it."_s);
    std::optional<QDateTime> until;
    if (call.options.isSet(u"for"_s)) {
        const auto seconds = secondsOf(call.options.value(u"for"_s));
        if (seconds <= 0)
            return reportUsage(u"--for needs a time such as 1h, 8h, 1d or 1w."_s);
        until = call.engine.clock().now().addSecs(seconds);
    } else if (call.options.isSet(u"until"_s)) {
        until = parseUtc(call.options.value(u"until"_s));
        if (!until || *until <= call.engine.clock().now())
            return reportUsage(u"--until needs a time to come, such as 2026-06-19T08:00:00Z."_s);
    } else if (!call.options.isSet(u"until-change"_s)) {
        return reportUsage(u"alert snooze needs --for, --until or --until-change."_s);
    }
    const auto ids = theAlerts(call, call.arguments);
    if (!ids)
        return report(call.mode, ids.error());
    return finish(call, wait(call.engine.alerts().snooze(*ids, until)),
        until ? u"Snoozed until %1."_s.arg(utcText(*until)) : u"Snoozed until it changes."_s);
}

Exit describe(const Call &call, bool isOwner)
{
    if (call.arguments.isEmpty() || call.arguments.size() > 2)
        return reportUsage(u"It needs the number of an alert and a text; without a text it is taken away."_s);
    const auto ids = theAlerts(call, {call.arguments.constFirst()});
    if (!ids)
        return report(call.mode, ids.error());
    auto &alerts = call.engine.alerts();
    const auto text = call.arguments.value(1);
    return finish(call,
        wait(isOwner ? alerts.assign(ids->constFirst(), text) : alerts.setNote(ids->constFirst(), text)),
        isOwner ? u"Assigned."_s : u"Noted."_s);
}

Exit assign(const Call &call)
{
    return describe(call, true);
}

Exit note(const Call &call)
{
    return describe(call, false);
}

} // namespace

QList<Command> alertCommands()
{
    return {
        {u"alert ack"_s, u"Acknowledge alerts."_s, u"NUMBER…"_s, Needs::Writing, {}, acknowledge},
        {u"alert snooze"_s, u"Silence alerts for a while."_s, u"NUMBER…"_s, Needs::Writing,
            {{u"for"_s, u"So long: 1h, 8h, 1d, 1w."_s, u"TIME"_s},
                {u"until"_s, u"Until then."_s, u"ISO8601"_s},
                {u"until-change"_s, u"Until it is no longer true."_s}},
            snooze},
        {u"alert assign"_s, u"Say who looks after an alert."_s, u"NUMBER [NAME]"_s, Needs::Writing, {},
            assign},
        {u"alert note"_s, u"Keep a note with an alert."_s, u"NUMBER [TEXT]"_s, Needs::Writing, {}, note},
    };
}

} // namespace tollkeeper::ctl
