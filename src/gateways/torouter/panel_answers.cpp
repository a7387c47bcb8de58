// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/panel_answers.h"

#include "base/clock.h"
#include "gateways/amounts.h"
#include "gateways/json_body.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::torouter {
namespace {

constexpr qsizetype ShownEnd = 4;
constexpr qsizetype ShortestKey = 16;
constexpr qsizetype LongestMask = 24;

bool isMark(QChar c)
{
    return c == u'.' || c == u'*' || c == u'…' || c == u'•';
}

bool isShortened(const QString &key)
{
    return std::any_of(key.cbegin(), key.cend(), isMark);
}

//! Some builds keep only the hash of a key and may show that.
bool isHash(const QString &key)
{
    return key.size() == 64 && std::all_of(key.cbegin(), key.cend(), [](QChar c) {
        return c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f');
    });
}

//! What may be shown of the key, and what tells it apart, from the text the panel has for it.
void readKeyText(const QString &text, PanelKey &key)
{
    if (isShortened(text)) {
        key.facts.masked = text.size() <= LongestMask ? text : text.left(9) + u'…' + text.right(ShownEnd);
        return;
    }
    if (text.size() < ShortestKey || isHash(text))
        return;
    if (const auto secret = Secret::fromInput(text.toUtf8())) {
        key.facts.masked = secret->masked();
        key.fingerprint = secret->fingerprint();
    }
}

//! A cap or a window limit of 0 is none.
Result<std::optional<Cap>> capOf(const QJsonObject &item)
{
    const auto quota = optionalSpend(item, u"quota");
    const auto used = optionalSpend(item, u"quota_used");
    if (!quota || !used)
        return fail(quota ? used.error() : quota.error());
    if (!*quota || (*quota)->isZero())
        return std::optional<Cap>();
    return std::optional(Cap{.limit = **quota, .used = *used, .reset = {}});
}

//! The limits of the key's windows and, of those that have one, how much is used. Older builds have none.
Outcome readWindows(const QJsonObject &item, PanelKey &key)
{
    for (const auto &window : windowNames()) {
        const auto limit = optionalSpend(item, QString(u"rate_limit_"_s + window));
        const auto used = optionalSpend(item, QString(u"usage_"_s + window));
        if (!limit || !used)
            return fail(limit ? used.error() : limit.error());
        if (!*limit)
            continue;
        if (!key.facts.windows)
            key.facts.windows.emplace();
        key.facts.windows->insert(window, **limit);
        if ((*limit)->isZero())
            continue;
        LimitFacts facts;
        facts.name = window;
        facts.limit = *limit;
        facts.used = *used;
        facts.resetsAt = parseUtc(item.value(QString(u"reset_"_s + window + u"_at"_s)).toString());
        key.windows.append(facts);
    }
    return Done{};
}

//! A list of networks; none told where it is absent, empty where it is null: the source writes both for none.
std::optional<QStringList> addressesIn(const QJsonObject &item, QLatin1StringView field)
{
    const auto value = item.value(field);
    if (value.isUndefined())
        return std::nullopt;
    QStringList addresses;
    for (const auto &address : value.toArray())
        addresses.append(address.toString());
    return addresses;
}

//! Ids are numbers in the source; text is taken too.
QString idIn(const QJsonObject &item, QLatin1StringView field)
{
    const auto value = item.value(field);
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

} // namespace

const QStringList &windowNames()
{
    static const QStringList names{u"5h"_s, u"1d"_s, u"7d"_s};
    return names;
}

Result<QJsonObject> panelData(const QJsonObject &body)
{
    const auto code = body.value("code"_L1);
    if (!code.isDouble() || code.toInteger(-1) != 0)
        return fail(Error::Kind::Protocol, u"\"code\" is not 0"_s);
    return requiredObject(body, u"data");
}

Result<QJsonObject> panelData(const HttpResponse &response)
{
    const auto body = jsonObject(response);
    if (!body)
        return fail(body.error());
    return panelData(*body);
}

Result<PanelPage> parsePage(const QJsonObject &data, int page)
{
    const auto items = requiredArray(data, u"items");
    const auto total = optionalTally(data, u"total");
    const auto size = optionalTally(data, u"page_size");
    for (const auto *problem : {items ? nullptr : &items.error(), total ? nullptr : &total.error(),
             size ? nullptr : &size.error()}) {
        if (problem)
            return fail(*problem);
    }
    if (!*total)
        return fail(Error::Kind::Protocol, u"\"total\" is missing"_s);
    const auto perPage = std::max<qint64>(1, size->value_or(items->size()));
    return PanelPage{*items, **total, items->isEmpty() || page >= (**total + perPage - 1) / perPage};
}

Result<PanelKey> parseKey(const QJsonObject &item)
{
    PanelKey key;
    const auto cap = capOf(item);
    const auto windows = readWindows(item, key);
    if (!cap || !windows)
        return fail(cap ? windows.error() : cap.error());
    key.facts.remoteId = idIn(item, "id"_L1);
    if (key.facts.remoteId.isEmpty())
        return fail(Error::Kind::Protocol, u"a key without \"id\""_s);
    key.facts.name = item.value("name"_L1).toString();
    key.facts.isDisabled = item.value("status"_L1).toString(u"active"_s) != "active"_L1;
    key.facts.cap = *cap;
    key.facts.expiresAt = parseUtc(item.value("expires_at"_L1).toString());
    key.facts.createdAt = parseUtc(item.value("created_at"_L1).toString());
    key.facts.lastUsedAt = parseUtc(item.value("last_used_at"_L1).toString());
    key.facts.allowedAddresses = addressesIn(item, "ip_whitelist"_L1);
    key.facts.deniedAddresses = addressesIn(item, "ip_blacklist"_L1);
    key.facts.remoteGroup = idIn(item, "group_id"_L1);
    readKeyText(item.value("key"_L1).toString(), key);
    return key;
}

bool looksLike(const QString &shortened, const QString &mask)
{
    if (!isShortened(shortened) || !isShortened(mask))
        return false;
    const auto beginning = [](const QString &text) {
        return text.left(std::find_if(text.cbegin(), text.cend(), isMark) - text.cbegin());
    };
    const auto a = beginning(shortened);
    const auto b = beginning(mask);
    const auto end = mask.right(ShownEnd);
    return !isShortened(end) && end.size() == ShownEnd && shortened.endsWith(end)
        && (a.startsWith(b) || b.startsWith(a));
}

bool isSameKey(const PanelKey &key, const QString &fingerprint, const QString &mask)
{
    return key.fingerprint.isEmpty() ? looksLike(key.facts.masked, mask) : key.fingerprint == fingerprint;
}

Result<std::optional<BalanceFacts>> parseMe(const QJsonObject &data)
{
    const auto nested = data.value("user"_L1);
    const auto balance = optionalMoney(nested.isObject() ? nested.toObject() : data, u"balance");
    if (!balance)
        return fail(balance.error());
    if (!*balance)
        return std::optional<BalanceFacts>();
    return std::optional(BalanceFacts{.amount = **balance, .endpoint = u"GET /api/v1/auth/me"_s});
}

} // namespace tollkeeper::torouter
