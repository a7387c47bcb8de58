// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translation_contexts.h"
#include "viewmodels/key_detail_lines.h"
#include "words/figures.h"
#include "words/key_figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! What stands at the right end of a line: who can change it.
void addEnding(ControlLine &line, ControlOffer offer, const KeyView &view)
{
    switch (offer) {
    case ControlOffer::Editable:
        line.ending = u"edit"_s;
        line.endingText = texts::Keys::tr("Edit");
        return;
    case ControlOffer::AtGateway:
        line.ending = view.hasKeysPage ? u"site"_s : u"none"_s;
        //: %1 is a gateway
        line.endingText = texts::Keys::tr("in %1").arg(view.row.gatewayName);
        return;
    case ControlOffer::AtCreation:
        line.ending = u"creation"_s;
        line.endingText = texts::Keys::tr("set at creation");
        return;
    case ControlOffer::NotOffered:
        line.ending = u"none"_s;
        line.endingText = texts::Keys::tr("not offered");
        return;
    }
}

ControlLine controlLine(const QString &control, const QString &name, const QString &value, ControlOffer offer,
    const KeyView &view)
{
    ControlLine line;
    line.control = control;
    line.name = name;
    line.value = value;
    addEnding(line, offer, view);
    return line;
}

//! An empty list means that everything is let through; nullopt that the gateway does not tell.
QString listText(const std::optional<QStringList> &list, ControlOffer offer)
{
    if (offer == ControlOffer::NotOffered || (list && list->isEmpty()))
        return texts::Keys::tr("None", "an allowlist");
    return list ? list->join(u", "_s) : texts::Keys::tr("not told");
}

QString byokText(const ApiKey &key, ControlOffer offer)
{
    if (!key.countsByok)
        return offer == ControlOffer::NotOffered ? texts::Keys::tr("No") : texts::Keys::tr("not told");
    return *key.countsByok ? texts::Keys::tr("Yes") : texts::Keys::tr("No, billed by the provider");
}

QString expiryText(const KeyView &view)
{
    const auto &expiresAt = view.row.key.expiresAt;
    return expiresAt ? fullDayText(expiresAt->toTimeZone(view.zone).date())
                     : texts::Keys::tr("None", "a key has no expiry");
}

//! "$3.20 of $10 in 5h"
QString windowText(const LimitFacts &window)
{
    const auto limit
        = window.limit && !window.limit->isZero() ? limitText(*window.limit) : texts::Keys::tr("no limit");
    return window.used
        //: %1 and %2 are money, %3 is a span such as "5h"
        ? texts::Keys::tr("%1 of %2 in %3").arg(moneyText(*window.used), limit, window.name)
        //: %1 is money, %2 is a span such as "5h"
        : texts::Keys::tr("%1 in %2").arg(limit, window.name);
}

QString windowsText(const QList<LimitFacts> &limits)
{
    QStringList texts;
    for (const auto &limit : limits) {
        if (limit.kind == LimitFacts::Kind::SpendWindow)
            texts.append(windowText(limit));
    }
    return texts.isEmpty() ? texts::Keys::tr("None", "spend windows") : texts.join(u", "_s);
}

//! Requests in a span of time: shown where told, changed nowhere.
void addRates(QList<ControlLine> &lines, const KeyView &view)
{
    for (const auto &limit : view.row.limits) {
        if (limit.kind != LimitFacts::Kind::RequestRate || !limit.limitCount)
            continue;
        //: %1 is a count, %2 a span such as "minute"
        const auto value = texts::Keys::tr("%1 per %2").arg(countText(*limit.limitCount), limit.name);
        lines.append(
            controlLine(u"rate"_s, texts::Keys::tr("Request rate"), value, ControlOffer::AtGateway, view));
    }
}

} // namespace

QList<ControlLine> controlLines(const KeyView &view)
{
    const auto &key = view.row.key;
    const auto &controls = view.row.controls;
    const auto cap
        = key.cap ? capText(key.cap->limit, key.cap->reset) : texts::Keys::tr("None", "a key has no cap");
    auto enabled = controlLine(u"enabled"_s, texts::Keys::tr("Enabled"),
        key.isDisabled ? texts::Keys::tr("No") : texts::Keys::tr("Yes"), controls.enabled, view);
    if (controls.enabled == ControlOffer::Editable)
        enabled.ending = u"switch"_s;
    enabled.isOn = !key.isDisabled;
    QList<ControlLine> lines{controlLine(u"cap"_s, texts::Keys::tr("Spending cap"), cap, controls.cap, view),
        controlLine(u"byok"_s, texts::Keys::tr("Count BYOK in cap"), byokText(key, controls.countsByok),
            controls.countsByok, view),
        enabled,
        controlLine(u"models"_s, texts::Keys::tr("Model allowlist"),
            listText(key.allowedModels, controls.models), controls.models, view),
        controlLine(u"addresses"_s, texts::Keys::tr("IP allowlist"),
            listText(key.allowedAddresses, controls.addresses), controls.addresses, view),
        controlLine(u"expiry"_s, texts::Keys::tr("Expiry"), expiryText(view), controls.expiry, view)};
    if (controls.windows != ControlOffer::NotOffered)
        lines.append(controlLine(u"windows"_s, texts::Keys::tr("Spend windows"), windowsText(view.row.limits),
            controls.windows, view));
    addRates(lines, view);
    return lines;
}

} // namespace tollkeeper
