// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alert_lines.h"

#include "base/translation_contexts.h"
#include "domain/zone_days.h"
#include "viewmodels/inbox_rows.h"
#include "words/figures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString iconOf(AlertAction action)
{
    switch (action) {
    case AlertAction::OpenKey:
    case AlertAction::LabelKey:
        return u"key"_s;
    case AlertAction::OpenAccount:
        return u"wallet"_s;
    case AlertAction::OpenUsage:
    case AlertAction::OpenRequests:
        return u"rows"_s;
    case AlertAction::StartRotation:
        return u"rotate"_s;
    case AlertAction::OpenHealth:
        return u"net"_s;
    default:
        return {};
    }
}

QString requestsText(std::optional<qint64> count)
{
    if (!count)
        return texts::Inbox::tr("Open its requests");
    return *count == 1 ? texts::Inbox::tr("Open 1 request")
                       : texts::Inbox::tr("Open %Ln requests", nullptr, static_cast<int>(*count));
}

QString nameOf(const DeliveryLine &line)
{
    return line.channelName.isEmpty() ? texts::Inbox::tr("A channel that was removed") : line.channelName;
}

//! The moment stands beside it already.
QString deliveryText(const DeliveryLine &line, const QTimeZone &zone)
{
    const bool isPlain = line.delivery.state == DeliveryState::Delivered && !line.delivery.isRepeated;
    //: %1 is the name of a channel, %2 what became of a notice on it
    return texts::Inbox::tr("%1: %2").arg(
        nameOf(line), isPlain ? texts::Inbox::tr("sent") : wordsFor(line.delivery, zone));
}

QString toldText(const QList<DeliveryLine> &deliveries, const QTimeZone &zone)
{
    // The desktop is where a person would have seen it; without it, the channel told last.
    const auto isDesktop = [](const DeliveryLine &line) { return line.channelKind == ChannelKind::Desktop; };
    const auto found = std::ranges::find_if(deliveries, isDesktop);
    if (deliveries.isEmpty())
        return texts::Inbox::tr("Recorded here only.");
    const auto &line = found == deliveries.end() ? deliveries.constFirst() : *found;
    const auto &delivery = line.delivery;
    if (isDesktop(line) && delivery.state == DeliveryState::Delivered && delivery.doneAt)
        //: %1 is a day and a time
        return texts::Inbox::tr("Desktop notification sent %1.").arg(dayAndTimeText(*delivery.doneAt, zone));
    //: %1 is the name of a channel, %2 what became of a notice on it
    return texts::Inbox::tr("%1: %2.").arg(nameOf(line), wordsFor(delivery, zone));
}

} // namespace

QList<AlertFigureLine> figureLines(const AlertWords &words)
{
    QList<AlertFigureLine> lines;
    for (const auto &figure : words.figures)
        lines.append({figure.label, figure.value});
    return lines;
}

QList<AlertStepLine> stepLines(const AlertWords &words)
{
    QList<AlertStepLine> lines;
    for (const auto &step : words.steps)
        lines.append({step.title, step.note, step.action == AlertAction::None ? QString() : step.button,
            iconOf(step.action), static_cast<int>(step.action)});
    return lines;
}

QList<AlertEventLine> eventLines(const AlertDetails &details, const QTimeZone &zone)
{
    struct Moment {
        QDateTime at;
        QString text;
    };
    QList<Moment> moments;
    for (const auto &event : details.events)
        moments.append({event.at, wordsFor(event, zone)});
    for (auto line = details.deliveries.crbegin(); line != details.deliveries.crend(); ++line) {
        const auto &delivery = line->delivery;
        moments.append({delivery.doneAt.value_or(delivery.nextTryAt), deliveryText(*line, zone)});
    }
    std::ranges::stable_sort(moments, {}, &Moment::at);
    QList<AlertEventLine> lines;
    for (auto moment = moments.crbegin(); moment != moments.crend(); ++moment)
        lines.append({dayAndTimeText(moment->at, zone), moment->text});
    return lines;
}

QString alertLead(const Alert &alert, const QTimeZone &zone)
{
    //: %1 is the name of a kind of rule: "Fallback rate"
    const auto name = isOfBudget(alert.kind) ? kindText(alert.kind)
                                             : texts::Inbox::tr("%1 rule").arg(kindText(alert.kind));
    const auto moment = dayText(localDay(alert.raisedAt, zone)) + u' ' + timeText(alert.raisedAt, zone) + u' '
        + zoneText(zone);
    //: %1 is what watches, such as "Fallback rate rule", %2 a moment, %3 how it stands: "still true"
    const auto sentence
        = alert.isLate ? texts::Inbox::tr("%1, noticed late, %2, %3") : texts::Inbox::tr("%1, raised %2, %3");
    auto state = stateText(alert, zone);
    if (alert.state == AlertState::Firing)
        state = texts::Inbox::tr("still true");
    else if (alert.state == AlertState::Acknowledged)
        //: %1 is "acknowledged 15 June 08:02"
        state = texts::Inbox::tr("%1, still true").arg(state);
    return sentence.arg(name, moment, state);
}

QString noticeText(const AlertDetails &details, const QTimeZone &zone)
{
    const auto &alert = details.alert;
    const auto told = toldText(details.deliveries, zone);
    if (!alert.isTrue())
        //: %1 is a sentence, %2 a day and a time
        return texts::Inbox::tr("%1 Last true %2.").arg(told, dayAndTimeText(alert.lastTrueAt, zone));
    //: %1 is a sentence, %2 a time
    return texts::Inbox::tr("%1 True at the last poll, %2.").arg(told, timeText(alert.lastTrueAt, zone));
}

QList<AlertStepLine> footLinks(const Alert &alert)
{
    QList<AlertStepLine> links;
    const auto add = [&links](const QString &label, AlertAction action) {
        links.append({{}, {}, label, {}, static_cast<int>(action)});
    };
    const bool isOfRequests = alert.kind == AlertKind::FailureRate || alert.kind == AlertKind::FallbackRate;
    if (isOfRequests)
        add(requestsText(alert.facts.count), AlertAction::OpenRequests);
    if (isOfBudget(alert.kind))
        add(texts::Inbox::tr("Edit budget"), AlertAction::OpenBudget);
    else
        add(texts::Inbox::tr("Edit rule"), AlertAction::OpenRule);
    return links;
}

} // namespace tollkeeper
