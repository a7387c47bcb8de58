// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/litellm/endpoints.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::litellm {
namespace {

constexpr qsizetype HashLength = 64;

//! How the proxy names a key: its hash. Should a key ever come whole, it is hashed here, the same way.
QString hashOf(const QString &token)
{
    const bool isHash = token.size() == HashLength && std::all_of(token.cbegin(), token.cend(), [](QChar c) {
        return c.isDigit() || (c >= u'a' && c <= u'f');
    });
    if (isHash || token.isEmpty())
        return token;
    return QString::fromLatin1(QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toHex());
}

//! key_name is "sk-...12ab". Should it ever come whole, it is shortened here.
QString maskedName(const QString &name)
{
    const bool isShortened = name.contains(u"..."_s) || name.contains(u'…') || name.contains(u'*');
    return isShortened || name.size() < 12 ? name : name.left(3) + u'…' + name.right(4);
}

//! The proxy's own words are lengths of time; those that are calendar words keep the calendar's name.
QString resetOf(const QString &duration)
{
    if (duration == "24h"_L1 || duration == "1d"_L1)
        return u"daily"_s;
    if (duration == "7d"_L1 || duration == "1w"_L1)
        return u"weekly"_s;
    if (duration == "30d"_L1 || duration == "1mo"_L1)
        return u"monthly"_s;
    return {};
}

//! The names of models; words such as "all-team-models" stand for no list of its own.
std::optional<QStringList> modelsOf(const QJsonObject &info)
{
    const auto value = info["models"_L1];
    if (!value.isArray())
        return std::nullopt;
    QStringList models;
    for (const auto &model : value.toArray()) {
        if (!model.toString().startsWith("all-"_L1))
            models.append(model.toString());
    }
    return models;
}

std::optional<LimitFacts> budgetOf(const QJsonObject &info, const KeyFacts &key)
{
    const auto resetsAt = parseUtc(info["budget_reset_at"_L1].toString());
    if (!key.cap || !resetsAt)
        return std::nullopt;
    LimitFacts budget;
    budget.kind = LimitFacts::Kind::BudgetLayer;
    budget.remoteKeyId = key.remoteId;
    budget.name = info["budget_duration"_L1].toString();
    budget.limit = key.cap->limit;
    budget.used = key.cap->used;
    budget.reset = key.cap->reset;
    budget.resetsAt = resetsAt;
    return budget;
}

Result<KeyAnswer> parseKey(const QJsonObject &info, const QString &token, const QString &endpoint)
{
    const auto spend = requiredSpend(info, u"spend");
    const auto limit = optionalSpend(info, u"max_budget");
    if (!spend || !limit)
        return fail(spend ? limit.error() : spend.error());
    KeyAnswer answer;
    auto &key = answer.key;
    key.remoteId = hashOf(token);
    key.name = info["key_alias"_L1].toString();
    key.masked = maskedName(info["key_name"_L1].toString());
    key.isDisabled = info["blocked"_L1].toBool();
    key.expiresAt = parseUtc(info["expires"_L1].toString());
    key.createdAt = parseUtc(info["created_at"_L1].toString());
    key.allowedModels = modelsOf(info);
    key.remoteGroup = info["team_id"_L1].toString();
    if (*limit)
        key.cap = Cap{**limit, *spend, resetOf(info["budget_duration"_L1].toString())};
    answer.counter = CounterReading{.remoteKeyId = key.remoteId,
        .endpoint = endpoint,
        .lifetime = {*spend, Money()},
        .utcDay = {},
        .utcWeek = {},
        .utcMonth = {}};
    answer.budget = budgetOf(info, key);
    return answer;
}

Result<KeyAnswer> parseListed(const QJsonValue &value)
{
    const auto info = value.toObject();
    const auto token = value.isString() ? value.toString() : info["token"_L1].toString();
    if (token.isEmpty())
        return fail(Error::Kind::Protocol, u"a key without \"token\""_s);
    KeyAnswer answer;
    if (value.isString()) { // builds that do not know return_full_object
        answer.key.remoteId = hashOf(token);
        answer.key.name = answer.key.remoteId.left(12);
        return answer;
    }
    auto key = parseKey(info, token, u"GET /key/list"_s);
    if (key && key->key.name.isEmpty()) // the account's name cannot stand for each of them
        key->key.name = key->key.masked.isEmpty() ? key->key.remoteId.left(12) : key->key.masked;
    return key;
}

} // namespace

Result<KeyAnswer> parseOwnKey(const QJsonObject &body)
{
    const auto info = requiredObject(body, u"info");
    if (!info)
        return fail(info.error());
    auto token = body["key"_L1].toString();
    if (token.isEmpty())
        token = info->value("token"_L1).toString();
    auto answer = parseKey(*info, token, u"GET /key/info"_s);
    if (answer && token.isEmpty()) {
        answer->key.remoteId = answer->counter->remoteKeyId = u"self"_s;
        if (answer->budget)
            answer->budget->remoteKeyId = u"self"_s;
    }
    return answer;
}

Result<KeyList> parseKeyList(const QJsonObject &body, int page)
{
    const auto rows = requiredArray(body, u"keys");
    const auto pages = optionalTally(body, u"total_pages");
    if (!rows || !pages)
        return fail(rows ? pages.error() : rows.error());
    KeyList list;
    for (const auto &row : *rows) {
        auto key = parseListed(row);
        if (!key)
            return fail(key.error());
        list.keys.append(*std::move(key));
    }
    list.isLast = rows->isEmpty() || page >= pages->value_or(1);
    return list;
}

} // namespace tollkeeper::litellm
