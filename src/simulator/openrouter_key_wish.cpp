// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/openrouter_key_wish.h"

#include "base/clock.h"
#include "base/json_amount.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

using Wrong = tl::unexpected<QString>;

//! Text and null are what the field may be; nothing when it is anything else.
std::optional<QString> textOrNull(const QJsonValue &value)
{
    if (value.isNull())
        return QString();
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

bool isReset(const QString &text)
{
    return text.isEmpty() || text == u"daily"_s || text == u"weekly"_s || text == u"monthly"_s;
}

bool readFlag(const QJsonObject &body, const QString &name, bool &into)
{
    const auto value = body[name];
    if (value.isUndefined())
        return true;
    into = value.toBool();
    return value.isBool();
}

bool readName(const QJsonObject &body, QString &into)
{
    const auto value = body[u"name"_s];
    if (value.isUndefined())
        return true;
    into = value.toString();
    return value.isString() && !into.isEmpty();
}

bool readLimit(const QJsonObject &body, std::optional<qint64> &into)
{
    const auto value = body[u"limit"_s];
    if (value.isUndefined())
        return true;
    const auto limit = optionalMoney(body, u"limit");
    if (value.isString() || !limit || (*limit && (*limit)->isNegative()))
        return false;
    into = *limit ? std::optional((*limit)->nanos() / 1000) : std::nullopt;
    return true;
}

bool readReset(const QJsonObject &body, QString &into)
{
    if (body[u"limit_reset"_s].isUndefined())
        return true;
    const auto reset = textOrNull(body[u"limit_reset"_s]);
    into = reset.value_or(QString());
    return reset && isReset(into) && !(body[u"limit_reset"_s].isString() && into.isEmpty());
}

} // namespace

tl::expected<KeyPlan, QString> wishedPlan(KeyPlan plan, const QJsonObject &body)
{
    if (!readName(body, plan.name))
        return Wrong(u"name must be a text that is not empty"_s);
    if (!readLimit(body, plan.limitMicros))
        return Wrong(u"limit must be a number from 0 or null"_s);
    if (!readReset(body, plan.limitReset))
        return Wrong(u"limit_reset must be daily, weekly, monthly or null"_s);
    if (!readFlag(body, u"include_byok_in_limit"_s, plan.byokInLimit))
        return Wrong(u"include_byok_in_limit must be true or false"_s);
    const bool isSwitched = !body[u"disabled"_s].isUndefined();
    if (!readFlag(body, u"disabled"_s, plan.disabled))
        return Wrong(u"disabled must be true or false"_s);
    if (isSwitched)
        plan.retired.clear();
    return plan;
}

tl::expected<QString, QString> wishedExpiry(const QJsonObject &body, const QDateTime &now)
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$"_s);
    const auto value = body[u"expires_at"_s];
    if (value.isUndefined() || value.isNull())
        return QString();
    const auto text = value.toString();
    const auto moment = form.match(text).hasMatch() ? parseUtc(text) : std::nullopt;
    if (!moment)
        return Wrong(u"expires_at must be a moment in UTC with seconds"_s);
    if (*moment <= now)
        return Wrong(u"expires_at is over already"_s);
    return utcText(*moment);
}

} // namespace tollkeeper::simulator::openrouter
