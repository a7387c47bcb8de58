// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_detail.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

void put(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object[name] = text;
}

void put(QJsonObject &object, QLatin1StringView name, const std::optional<qint64> &number)
{
    if (number)
        object[name] = *number;
}

void put(QJsonObject &object, QLatin1StringView name, const std::optional<Money> &money)
{
    if (money)
        object[name] = money->nanos();
}

std::optional<qint64> numberIn(const QJsonObject &object, QLatin1StringView name)
{
    const auto value = object.value(name);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<Money> moneyIn(const QJsonObject &object, QLatin1StringView name, Currency currency)
{
    const auto nanos = numberIn(object, name);
    return nanos ? std::optional(Money::fromNanos(*nanos, currency)) : std::nullopt;
}

std::optional<int> statusIn(const QJsonObject &object)
{
    const auto status = numberIn(object, "status"_L1);
    return status ? std::optional(static_cast<int>(*status)) : std::nullopt;
}

QJsonArray attemptsArray(const QList<AttemptFacts> &attempts)
{
    QJsonArray array;
    for (const auto &attempt : attempts) {
        QJsonObject one;
        put(one, "provider"_L1, attempt.provider);
        put(one, "model"_L1, attempt.model);
        put(one, "status"_L1, attempt.httpStatus ? std::optional<qint64>(*attempt.httpStatus) : std::nullopt);
        put(one, "ms"_L1, attempt.milliseconds);
        array.append(one);
    }
    return array;
}

QList<AttemptFacts> attemptsFrom(const QJsonArray &array)
{
    QList<AttemptFacts> attempts;
    for (const auto &value : array) {
        const auto one = value.toObject();
        attempts.append({one.value("provider"_L1).toString(), one.value("model"_L1).toString(), statusIn(one),
            numberIn(one, "ms"_L1)});
    }
    return attempts;
}

} // namespace

QString detailText(const RequestDetail &detail)
{
    if (detail.isEmpty())
        return {};
    QJsonObject object;
    put(object, "request"_L1, detail.gatewayRequestId);
    put(object, "upstream"_L1, detail.upstreamId);
    put(object, "finish"_L1, detail.finishReason);
    if (detail.isStreamed)
        object["streamed"_L1] = *detail.isStreamed;
    put(object, "cached"_L1, detail.cachedTokens);
    put(object, "reasoning"_L1, detail.reasoningTokens);
    put(object, "input_nanos"_L1, detail.parts.input);
    put(object, "output_nanos"_L1, detail.parts.output);
    put(object, "cache_nanos"_L1, detail.parts.cache);
    put(object, "tools_nanos"_L1, detail.parts.tools);
    put(object, "upstream_nanos"_L1, detail.parts.upstream);
    put(object, "error"_L1, detail.errorMessage);
    if (detail.category)
        object["category"_L1] = QString(toText(*detail.category));
    if (!detail.attempts.isEmpty())
        object["attempts"_L1] = attemptsArray(detail.attempts);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

RequestDetail detailFromText(const QString &text, Currency currency)
{
    RequestDetail detail;
    if (text.isEmpty())
        return detail;
    const auto object = QJsonDocument::fromJson(text.toUtf8()).object();
    detail.gatewayRequestId = object.value("request"_L1).toString();
    detail.upstreamId = object.value("upstream"_L1).toString();
    detail.finishReason = object.value("finish"_L1).toString();
    if (object.contains("streamed"_L1))
        detail.isStreamed = object.value("streamed"_L1).toBool();
    detail.cachedTokens = numberIn(object, "cached"_L1);
    detail.reasoningTokens = numberIn(object, "reasoning"_L1);
    detail.parts = {moneyIn(object, "input_nanos"_L1, currency), moneyIn(object, "output_nanos"_L1, currency),
        moneyIn(object, "cache_nanos"_L1, currency), moneyIn(object, "tools_nanos"_L1, currency),
        moneyIn(object, "upstream_nanos"_L1, currency)};
    detail.errorMessage = object.value("error"_L1).toString();
    if (object.contains("category"_L1))
        detail.category = categoryFromText(object.value("category"_L1).toString());
    detail.attempts = attemptsFrom(object.value("attempts"_L1).toArray());
    return detail;
}

} // namespace tollkeeper
