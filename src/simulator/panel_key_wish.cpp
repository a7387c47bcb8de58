// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/panel_key_wish.h"

#include "base/clock.h"
#include "base/json_amount.h"
#include "simulator/panel_envelope.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::panel {
namespace {

using Refusal = tl::unexpected<Answer>;

Answer unreadable(const QString &field)
{
    return refused(400, {}, u"Invalid request: %1"_s.arg(field));
}

//! An amount from 0 in micro-dollars; `otherwise` where it is not there.
tl::expected<qint64, Answer> limitIn(const QJsonObject &body, const QString &field, qint64 otherwise)
{
    const auto value = body[field];
    if (value.isUndefined() || value.isNull())
        return otherwise;
    const auto limit = optionalMoney(body, field);
    if (!value.isDouble() || !limit)
        return Refusal(unreadable(field));
    if ((*limit)->isNegative())
        return Refusal(refused(400, u"API_KEY_LIMIT_INVALID"_s, u"%1 is below zero"_s.arg(field)));
    return (*limit)->nanos() / 1000;
}

//! An address or a network, of either family, as far as its form tells.
bool isNetwork(const QString &text)
{
    static const QRegularExpression four(
        u"^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$|/)|(?=$|/))){4}(/(3[0-2]|[12]?\\d))?$"_s);
    static const QRegularExpression six(u"^(?=.*:)[0-9a-fA-F:]{2,39}(/(12[0-8]|1[01]\\d|[1-9]?\\d))?$"_s);
    return four.match(text).hasMatch() || six.match(text).hasMatch();
}

tl::expected<QStringList, Answer> networksIn(
    const QJsonObject &body, const QString &field, const QStringList &otherwise)
{
    const auto value = body[field];
    if (value.isUndefined() || value.isNull())
        return otherwise;
    if (!value.isArray())
        return Refusal(unreadable(field));
    QStringList networks;
    for (const auto &entry : value.toArray())
        networks.append(entry.toString());
    if (!std::ranges::all_of(networks, isNetwork))
        return Refusal(refused(400, u"INVALID_IP_PATTERN"_s, u"invalid IP or CIDR pattern"_s));
    return networks;
}

//! Group 1 spends the balance, group 2 is the subscription.
std::optional<Answer> readGroup(const QJsonObject &body, KeyPlan &plan)
{
    const auto value = body[u"group_id"_s];
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isDouble())
        return unreadable(u"group_id"_s);
    if (value.toInt() != 1 && value.toInt() != 2)
        return refused(403, u"GROUP_NOT_ALLOWED"_s, u"the group is not yours to use"_s);
    plan.billing = value.toInt() == 2 ? Billing::Subscription : Billing::Plain;
    return std::nullopt;
}

std::optional<Answer> readLimits(const QJsonObject &body, KeyPlan &plan)
{
    const auto quota = limitIn(body, u"quota"_s, plan.limitMicros.value_or(0));
    if (!quota)
        return quota.error();
    plan.limitMicros = *quota > 0 ? std::optional(*quota) : std::nullopt;
    std::vector<WindowPlan> windows;
    for (const auto &name : {u"5h"_s, u"1d"_s, u"7d"_s}) {
        const auto known = std::ranges::find(plan.windows, name, &WindowPlan::name);
        const auto limit
            = limitIn(body, u"rate_limit_"_s + name, known == plan.windows.end() ? 0 : known->limitMicros);
        if (!limit)
            return limit.error();
        if (*limit > 0)
            windows.push_back({name, *limit});
    }
    plan.windows = std::move(windows);
    return std::nullopt;
}

} // namespace

tl::expected<KeyPlan, Answer> wishedPlan(KeyPlan plan, const QJsonObject &body)
{
    const auto name = body[u"name"_s];
    if (!name.isUndefined() && !name.isString())
        return Refusal(unreadable(u"name"_s));
    if (!name.toString().isEmpty())
        plan.name = name.toString();
    if (auto refusal = readGroup(body, plan))
        return Refusal(std::move(*refusal));
    if (auto refusal = readLimits(body, plan))
        return Refusal(std::move(*refusal));
    const auto allowed = networksIn(body, u"ip_whitelist"_s, plan.allowedAddresses);
    const auto denied = networksIn(body, u"ip_blacklist"_s, plan.deniedAddresses);
    if (!allowed || !denied)
        return Refusal(allowed ? denied.error() : allowed.error());
    plan.allowedAddresses = *allowed;
    plan.deniedAddresses = *denied;
    return plan;
}

tl::expected<QString, Answer> wishedExpiryOfNew(const QJsonObject &body, const QDateTime &now)
{
    const auto value = body[u"expires_in_days"_s];
    if (value.isUndefined() || value.isNull())
        return QString();
    if (!value.isDouble() || value.toDouble() != value.toInt())
        return Refusal(unreadable(u"expires_in_days"_s));
    if (value.toInt() <= 0)
        return Refusal(
            refused(400, u"API_KEY_EXPIRY_INVALID"_s, u"expires_in_days must be greater than zero"_s));
    return utcText(now.addDays(value.toInt()));
}

std::optional<Answer> refusalOfKeyText(const QString &text)
{
    static const QRegularExpression form(u"^[A-Za-z0-9_-]*$"_s);
    if (text.size() < 16)
        return refused(400, u"API_KEY_TOO_SHORT"_s, u"a key has at least 16 characters"_s);
    if (!form.match(text).hasMatch())
        return refused(400, u"API_KEY_INVALID_CHARS"_s, u"a key has letters, digits, _ and - only"_s);
    return std::nullopt;
}

tl::expected<KeyPlan, Answer> changedPlan(KeyPlan plan, const QJsonObject &body)
{
    if (const auto status = body[u"status"_s].toString(); !body[u"status"_s].isUndefined()) {
        if (status != u"active"_s && status != u"inactive"_s)
            return Refusal(unreadable(u"status"_s));
        plan.disabled = status == u"inactive"_s;
    }
    if (const auto expiry = body[u"expires_at"_s]; !expiry.isUndefined() && !expiry.isNull()) {
        const auto moment = parseUtc(expiry.toString());
        if (!expiry.isString() || (!expiry.toString().isEmpty() && !moment))
            return Refusal(refused(400, {}, u"Invalid expires_at format"_s));
        plan.expires = moment ? utcText(*moment) : QString();
    }
    return wishedPlan(std::move(plan), body);
}

} // namespace tollkeeper::simulator::panel
