// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/retry_delay.h"

#include "base/clock.h"
#include "decoder/innermost_message.h"
#include "decoder/refusal.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using std::chrono::seconds;

constexpr seconds LongestTold = std::chrono::hours(24 * 366);
constexpr seconds LongestPause = std::chrono::hours(1);

//! Some gateways repeat the headers of the provider inside the body, Retry-After among them.
HttpHeaders headersInside(const QJsonObject &body)
{
    const auto inner = body["error"_L1].toObject().value("metadata"_L1).toObject().value("headers"_L1);
    const auto fields = inner.toObject();
    HttpHeaders headers;
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field)
        headers.append(field.key().toUtf8(), field.value().toVariant().toString().toUtf8());
    return headers;
}

std::optional<seconds> wholeSeconds(double value)
{
    if (!std::isfinite(value) || value < 0)
        return std::nullopt;
    const auto most = static_cast<double>(LongestTold.count());
    return seconds(static_cast<qint64>(std::ceil(std::min(value, most))));
}

std::optional<seconds> number(const QByteArray &text)
{
    if (text.isEmpty()) // as it nearly always is
        return std::nullopt;
    bool isNumber = false;
    const auto value = text.trimmed().toDouble(&isNumber);
    return isNumber && value > 0 ? wholeSeconds(value) : std::nullopt;
}

std::optional<seconds> inHeaders(const HttpHeaders &headers, const QDateTime &now)
{
    if (const auto told = number(headers.value("retry-after"_ba)))
        return told;
    bool isNumber = false;
    const auto milliseconds = headers.value("retry-after-ms"_ba).trimmed().toDouble(&isNumber);
    if (isNumber && milliseconds > 0)
        return wholeSeconds(milliseconds / 1000);
    const auto moment = headers.value("retry-after"_ba);
    const auto until = moment.isEmpty() ? std::nullopt : httpDate(moment);
    if (!until)
        return std::nullopt;
    const auto sent = httpDate(headers.value("date"_ba));
    return std::clamp(seconds(sent.value_or(now).secsTo(*until)), seconds(0), LongestTold);
}

//! "12s", "1.5s", as google.rpc.RetryInfo has it, or a plain number of seconds.
std::optional<seconds> duration(const QJsonValue &value)
{
    if (value.isDouble())
        return wholeSeconds(value.toDouble());
    if (!value.isString())
        return std::nullopt;
    auto text = value.toString().trimmed();
    if (text.endsWith(u's'))
        text.chop(1);
    return number(text.toLatin1());
}

std::optional<seconds> inMembers(const QJsonObject &body)
{
    const auto error = body["error"_L1].toObject();
    const auto metadata = error["metadata"_L1].toObject();
    for (const auto &holder : {metadata, error["availability"_L1].toObject(), error, body}) {
        for (const auto member : {"retry_after"_L1, "retry_after_seconds"_L1, "retryAfter"_L1}) {
            if (const auto told = duration(holder[member]))
                return told;
        }
    }
    for (const auto &detail : error["details"_L1].toArray()) {
        if (const auto told = duration(detail.toObject().value("retryDelay"_L1)))
            return told;
    }
    return std::nullopt;
}

//! Most texts hold no number: then there is no need to try.
bool hasDigit(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

//! "Please try again in 1m30.5s", "retry after 20 seconds", "try again in 640ms".
std::optional<seconds> inWords(const QString &said)
{
    static const QRegularExpression hint(
        uR"((?:try again|retry)(?: it)? (?:in|after) (?:(\d{1,4})h)?(?:(\d{1,4})m(?!s))?(?:(\d{1,7}(?:\.\d{1,9})?) ?(ms|s)\b|(\d{1,7}) ?sec)?)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = hasDigit(said) ? hint.match(said) : QRegularExpressionMatch();
    if (!match.hasMatch())
        return std::nullopt;
    auto total = match.captured(1).toDouble() * 3600 + match.captured(2).toDouble() * 60;
    const auto last = match.captured(3).toDouble();
    total += match.captured(4).startsWith(u'm') ? last / 1000 : last;
    total += match.captured(5).toDouble();
    return total > 0 ? wholeSeconds(total) : std::nullopt;
}

//! The message itself, and else the provider's that the gateway put into its own.
std::optional<seconds> inMessage(const QJsonObject &body)
{
    constexpr qsizetype MostRead = 4000;
    const auto error = body["error"_L1].toObject();
    const auto said = error["message"_L1].toString(body["message"_L1].toString());
    if (const auto told = inWords(said.left(MostRead)))
        return told;
    const auto raw = error["metadata"_L1].toObject().value("raw"_L1);
    if (raw.isObject() || hasDigit(raw.toString()) || hasDigit(said)) // unwrapping takes its time
        return inWords(innermostMessage(body).left(MostRead));
    return std::nullopt;
}

//! Milliseconds or seconds since 1970, as text; a small number is a delay, whose beginning nobody tells.
std::optional<QDateTime> epoch(const QByteArray &text)
{
    bool isNumber = false;
    const auto value = text.trimmed().toLongLong(&isNumber);
    constexpr auto FirstMilliseconds = Q_INT64_C(1'000'000'000'000);
    constexpr auto FirstSeconds = Q_INT64_C(1'000'000'000);
    if (!isNumber || value < FirstSeconds || value > FirstMilliseconds * 9)
        return std::nullopt;
    return value >= FirstMilliseconds ? QDateTime::fromMSecsSinceEpoch(value, Qt::UTC)
                                      : QDateTime::fromSecsSinceEpoch(value, Qt::UTC);
}

//! These headers count requests a minute: of a budget they say something only where nothing is left of them.
std::optional<QDateTime> resetIn(const HttpHeaders &headers, bool isRateLimit)
{
    const auto remaining = headers.value("x-ratelimit-remaining"_ba).trimmed();
    const bool isAbout = isRateLimit || remaining == "0";
    if (auto told = isAbout ? epoch(headers.value("x-ratelimit-reset"_ba)) : std::nullopt)
        return told;
    const auto left = headers.value("anthropic-ratelimit-requests-remaining"_ba).trimmed();
    if (left == "0")
        return parseUtc(QString::fromLatin1(headers.value("anthropic-ratelimit-requests-reset"_ba)));
    return std::nullopt;
}

} // namespace

std::optional<seconds> delayOf(const HttpResponse &response, const QJsonObject &body, const QDateTime &now)
{
    if (const auto told = retryAfter(response.headers, now))
        return told;
    if (const auto told = retryAfter(headersInside(body), now))
        return told;
    const auto told = toldDelay(response.headers, body, now);
    return told ? std::optional(std::clamp(*told, seconds(1), LongestPause)) : std::nullopt;
}

std::optional<seconds> toldDelay(const HttpHeaders &headers, const QJsonObject &body, const QDateTime &now)
{
    auto told = inHeaders(headers, now);
    if (!told)
        told = inHeaders(headersInside(body), now);
    if (!told)
        told = inMembers(body);
    return told ? told : inMessage(body);
}

std::optional<QDateTime> toldReset(const HttpHeaders &headers, const QJsonObject &body, bool isRateLimit)
{
    const auto error = body["error"_L1].toObject();
    for (const auto &holder : {error["metadata"_L1].toObject(), error, body}) {
        for (const auto member : {"resets_at"_L1, "reset_at"_L1}) {
            const auto value = holder[member];
            if (value.isString()) {
                if (auto moment = parseUtc(value.toString()))
                    return moment;
            } else if (value.isDouble()) {
                if (auto moment = epoch(QByteArray::number(value.toInteger())))
                    return moment;
            }
        }
    }
    const auto told = resetIn(headers, isRateLimit);
    return told ? told : resetIn(headersInside(body), isRateLimit);
}

} // namespace tollkeeper
