// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/key_comparison.h"

#include "base/clock.h"

#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString textOf(const std::optional<Cap> &cap)
{
    if (!cap)
        return u"none"_s;
    const auto limit = cap->limit.amountText() + u' ' + cap->limit.currency().code();
    return cap->reset.isEmpty() ? limit : limit + u' ' + cap->reset;
}

QString textOf(const std::optional<QStringList> &list)
{
    return list ? list->join(u", "_s) : u"not told"_s;
}

QString textOf(const std::optional<QMap<QString, Money>> &windows)
{
    if (!windows)
        return u"not told"_s;
    QStringList texts;
    for (auto window = windows->constBegin(); window != windows->constEnd(); ++window)
        texts.append(window.key() + u' ' + window->amountText());
    return texts.join(u", "_s);
}

bool isShown(const CapWish &wish, const std::optional<Cap> &cap)
{
    if (!wish.limit)
        return !cap;
    return cap && cap->limit == *wish.limit && cap->reset == wish.reset;
}

//! Gateways drop the milliseconds.
bool isShown(const std::optional<QDateTime> &wish, const std::optional<QDateTime> &moment)
{
    if (!wish || !moment)
        return wish.has_value() == moment.has_value();
    return wish->toSecsSinceEpoch() == moment->toSecsSinceEpoch();
}

//! A single address is a network of one, however it is written.
QStringList asNetworks(const QStringList &addresses)
{
    QStringList networks;
    for (const auto &address : addresses) {
        const QHostAddress single(address);
        const auto network = single.isNull()
            ? QHostAddress::parseSubnet(address)
            : std::pair(single, single.protocol() == QHostAddress::IPv6Protocol ? 128 : 32);
        networks.append(
            network.first.isNull() ? address : u"%1/%2"_s.arg(network.first.toString()).arg(network.second));
    }
    networks.sort();
    networks.removeDuplicates();
    return networks;
}

bool isShown(const QStringList &wish, const std::optional<QStringList> &list)
{
    return asNetworks(wish) == asNetworks(list.value_or(QStringList()));
}

bool isShown(const QMap<QString, Money> &wish, const std::optional<QMap<QString, Money>> &windows)
{
    for (auto window = wish.constBegin(); window != wish.constEnd(); ++window) {
        const auto told = windows ? windows->value(window.key()) : Money();
        if (window->nanos() != told.nanos() || (!told.isZero() && window->currency() != told.currency()))
            return false;
    }
    return true;
}

bool canBeSet(ControlOffer offer)
{
    return offer == ControlOffer::Editable || offer == ControlOffer::AtCreation;
}

//! Where it is not told how long the other was to live, the date of its end has to do.
std::optional<QDateTime> expiryLike(const KeyFacts &other, const QDateTime &now)
{
    if (!other.expiresAt)
        return std::nullopt;
    if (!other.createdAt || *other.createdAt >= *other.expiresAt)
        return *other.expiresAt > now ? other.expiresAt : std::nullopt;
    const auto life = other.createdAt->secsTo(*other.expiresAt);
    return QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch() + life, Qt::UTC);
}

} // namespace

QString notShown(const KeyChange &wanted, const KeyFacts &told)
{
    QStringList missing;
    if (wanted.name && *wanted.name != told.name)
        missing.append(u"name "_s + told.name);
    if (wanted.cap && !isShown(*wanted.cap, told.cap))
        missing.append(u"cap "_s + textOf(told.cap));
    if (wanted.countsByok && wanted.countsByok != told.countsByok)
        missing.append(
            u"byok "_s + (told.countsByok ? (*told.countsByok ? u"yes"_s : u"no"_s) : u"not told"_s));
    if (wanted.isDisabled && *wanted.isDisabled != told.isDisabled)
        missing.append(told.isDisabled ? u"disabled"_s : u"enabled"_s);
    if (wanted.expiresAt && !isShown(*wanted.expiresAt, told.expiresAt))
        missing.append(u"expiry "_s + (told.expiresAt ? utcText(*told.expiresAt) : u"none"_s));
    if (wanted.allowedAddresses && !isShown(*wanted.allowedAddresses, told.allowedAddresses))
        missing.append(u"allowed addresses "_s + textOf(told.allowedAddresses));
    if (wanted.deniedAddresses && !isShown(*wanted.deniedAddresses, told.deniedAddresses))
        missing.append(u"denied addresses "_s + textOf(told.deniedAddresses));
    if (wanted.windows && !isShown(*wanted.windows, told.windows))
        missing.append(u"windows "_s + textOf(told.windows));
    return missing.join(u"; "_s);
}

QString notShown(const KeyDraft &wanted, const KeyFacts &told)
{
    KeyChange all;
    all.name = wanted.name;
    all.cap = wanted.cap;
    all.countsByok = wanted.countsByok;
    all.expiresAt = std::optional(wanted.expiresAt);
    all.allowedAddresses = wanted.allowedAddresses;
    all.deniedAddresses = wanted.deniedAddresses;
    all.windows = wanted.windows;
    return notShown(all, told);
}

KeyDraft draftLike(
    const KeyFacts &other, const KeyControls &controls, const QString &name, const QDateTime &now)
{
    KeyDraft draft{.name = name};
    if (other.cap && canBeSet(controls.cap))
        draft.cap = {other.cap->limit, controls.resets.contains(other.cap->reset) ? other.cap->reset : u""_s};
    if (canBeSet(controls.countsByok))
        draft.countsByok = other.countsByok;
    if (canBeSet(controls.expiry))
        draft.expiresAt = expiryLike(other, now);
    if (canBeSet(controls.addresses)) {
        draft.allowedAddresses = other.allowedAddresses.value_or(QStringList());
        draft.deniedAddresses = other.deniedAddresses.value_or(QStringList());
    }
    if (canBeSet(controls.windows))
        draft.windows = other.windows.value_or(QMap<QString, Money>());
    draft.remoteGroup = other.remoteGroup;
    return draft;
}

bool areEditable(const KeyChange &change, const KeyControls &controls)
{
    const auto allows
        = [](bool isWanted, ControlOffer offer) { return !isWanted || offer == ControlOffer::Editable; };
    return allows(change.name.has_value(), controls.name) && allows(change.cap.has_value(), controls.cap)
        && allows(change.countsByok.has_value(), controls.countsByok)
        && allows(change.isDisabled.has_value(), controls.enabled)
        && allows(change.expiresAt.has_value(), controls.expiry)
        && allows(change.allowedAddresses || change.deniedAddresses, controls.addresses)
        && allows(change.windows.has_value(), controls.windows);
}

} // namespace tollkeeper
