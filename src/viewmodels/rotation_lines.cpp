// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/rotation_lines.h"

#include "base/translation_contexts.h"
#include "words/figures.h"
#include "words/key_figures.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array Steps{RotationStep::Create, RotationStep::Save, RotationStep::Deploy,
    RotationStep::Watch, RotationStep::Disable, RotationStep::Delete};

//! The time of day, and the day where it is not that of `now`.
QString momentOf(const QDateTime &moment, const QDateTime &now, const QTimeZone &zone)
{
    const bool isToday = localDay(moment, zone) == localDay(now, zone);
    return isToday ? timeText(moment, zone) : momentText(moment, now, zone);
}

QDateTime deletableFrom(const Rotation &rotation, const QDateTime &now)
{
    return rotation.disabledAt.value_or(now).addDays(DaysBeforeDelete);
}

//! What stands under a step: when it was done, or what it will be.
QString noteOf(RotationStep step, const Rotation &rotation, const RotationKeys &keys, const QDateTime &now,
    const QTimeZone &zone)
{
    const auto at = [&](const std::optional<QDateTime> &moment) { return momentOf(*moment, now, zone); };
    switch (step) {
    case RotationStep::Create:
        if (!rotation.createdAt)
            return rotation.isPasted ? texts::Rotation::tr("On the gateway's own page")
                                     : texts::Rotation::tr("With the same limits");
        //: %1 is a moment
        return (
            rotation.isPasted ? texts::Rotation::tr("%1, pasted") : texts::Rotation::tr("%1, limits copied"))
            .arg(at(rotation.createdAt));
    case RotationStep::Save:
        //: %1 is a moment, %2 is a keychain
        return rotation.savedAt ? texts::Rotation::tr("%1, %2").arg(at(rotation.savedAt), keys.keychain)
                                : texts::Rotation::tr("And test it with a free request");
    case RotationStep::Deploy:
        //: %1 is a moment
        return rotation.deployedAt ? texts::Rotation::tr("You confirmed at %1").arg(at(rotation.deployedAt))
                                   : texts::Rotation::tr("Put the new key in its place");
    case RotationStep::Watch:
        return rotation.step > RotationStep::Watch ? texts::Rotation::tr("The old key went quiet")
            : rotation.step == RotationStep::Watch ? texts::Rotation::tr("In progress")
                                                   : texts::Rotation::tr("From spend, poll by poll");
    case RotationStep::Disable:
        //: %1 is a moment
        return rotation.disabledAt
            ? texts::Rotation::tr("Disabled at %1").arg(at(rotation.disabledAt))
            : texts::Rotation::tr("Can be undone for %n days", nullptr, DaysBeforeDelete);
    default:
        if (rotation.step == RotationStep::Done && rotation.endedAt)
            //: %1 is a moment
            return texts::Rotation::tr("Deleted at %1").arg(at(rotation.endedAt));
        //: %1 is a day
        return texts::Rotation::tr("Reminder on %1")
            .arg(shortDayText(localDay(deletableFrom(rotation, now), zone)));
    }
}

QString titleOf(RotationStep step)
{
    switch (step) {
    case RotationStep::Create:
        return texts::Rotation::tr("Create the new key");
    case RotationStep::Save:
        return texts::Rotation::tr("Save it in the keychain");
    case RotationStep::Deploy:
        return texts::Rotation::tr("Update and deploy");
    case RotationStep::Watch:
        return texts::Rotation::tr("Check traffic moved");
    case RotationStep::Disable:
        return texts::Rotation::tr("Disable the old key");
    default:
        return texts::Rotation::tr("Delete the old key");
    }
}

QString watchText(const RotationWatch &watch, const QTimeZone &zone)
{
    const auto &rotation = watch.rotation;
    const auto since = watch.oldLastSpentAt ? watch.oldLastSpentAt : rotation.deployedAt;
    const auto minutes = since ? since->secsTo(watch.asOf) / 60 : 0;
    if (watch.isQuiet)
        //: %1 is a duration: "20 min", "3 h"
        return texts::Rotation::tr("The old key has cost nothing for %1. The new key spends.")
            .arg(since ? ageText(*since, watch.asOf) : QString());
    if (!watch.newLastSpentAt || (rotation.deployedAt && *watch.newLastSpentAt <= *rotation.deployedAt))
        return texts::Rotation::tr(
            "The new key has not spent anything yet. Traffic moves once programs are restarted.");
    if (watch.oldLastSpentAt && minutes < 1)
        return texts::Rotation::tr("Something still uses the old key.");
    return watch.oldLastSpentAt
        //: %1 is a moment
        ? texts::Rotation::tr(
            "The old key was last seen to spend at %1. Wait until it has been quiet for a while.")
              .arg(momentOf(*watch.oldLastSpentAt, watch.asOf, zone))
        : texts::Rotation::tr("Wait until the old key has been quiet for a while.");
}

} // namespace

QList<RotationStepLine> rotationSteps(
    const Rotation &rotation, const RotationKeys &keys, const QDateTime &now, const QTimeZone &zone)
{
    QList<RotationStepLine> lines;
    for (const auto step : Steps) {
        RotationStepLine line;
        line.title = titleOf(step);
        line.note = noteOf(step, rotation, keys, now, zone);
        line.isDone = rotation.step != RotationStep::Cancelled && step < rotation.step;
        line.isNow = step == rotation.step;
        lines.append(line);
    }
    return lines;
}

QString rotationHeading(RotationStep step)
{
    if (step == RotationStep::Done)
        return texts::Rotation::tr("The rotation is done");
    return step == RotationStep::Cancelled ? texts::Rotation::tr("The rotation was cancelled")
                                           : titleOf(step);
}

QString rotationText(const RotationWatch &watch, const QTimeZone &zone)
{
    const auto &rotation = watch.rotation;
    switch (rotation.step) {
    case RotationStep::Create:
        return rotation.isPasted
            ? texts::Rotation::tr(
                "Make a key with the same limits on the gateway's own page, then paste it here. It is shown "
                "there only once.")
            : texts::Rotation::tr(
                "The new key takes the name, cap and other limits of the old one. The old key keeps "
                "working.");
    case RotationStep::Save:
        return texts::Rotation::tr(
            "The new key is stored in the keychain and proved with a request that costs nothing. If the "
            "program ended in between, this does it again.");
    case RotationStep::Deploy:
        return texts::Rotation::tr(
            "Replace the old key wherever it is used: environment files, secret stores, running "
            "services. Both keys work meanwhile. Confirm once that is done.");
    case RotationStep::Watch:
        return watchText(watch, zone);
    case RotationStep::Disable:
        return texts::Rotation::tr(
            "Requests with the old key are refused from then on. It can be enabled again.");
    case RotationStep::Delete: {
        const auto from = deletableFrom(rotation, watch.asOf);
        return from > watch.asOf
            //: %1 is a day
            ? texts::Rotation::tr(
                "The old key is disabled. From %1 on it can be deleted; until then this can be undone.")
                  .arg(dayText(localDay(from, zone)))
            : texts::Rotation::tr(
                "The old key is disabled and nothing has missed it. Deleting cannot be undone.");
    }
    case RotationStep::Done:
        return texts::Rotation::tr("The old key is gone; its history stays and is joined to the new key's.");
    case RotationStep::Cancelled:
        break;
    }
    return texts::Rotation::tr("Both keys stay as they are.");
}

QList<RotationKeyLine> rotationKeyLines(
    const RotationWatch &watch, const RotationKeys &keys, const QTimeZone &zone)
{
    const auto spent = [&](const std::optional<QDateTime> &moment) {
        return moment ? momentOf(*moment, watch.asOf, zone) : texts::Rotation::tr("not seen");
    };
    RotationKeyLine old;
    old.name = texts::Rotation::tr("Old");
    old.tail = keys.oldTail;
    old.lastSpent = spent(watch.oldLastSpentAt);
    old.since = moneyText(watch.oldSinceDeployed);
    RotationKeyLine fresh;
    fresh.name = texts::Rotation::tr("New");
    fresh.tail = keys.newTail;
    fresh.lastSpent = spent(watch.newLastSpentAt);
    fresh.since = moneyText(watch.newSinceDeployed);
    return {old, fresh};
}

} // namespace tollkeeper
