// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/refusal.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::chrono::seconds Shortest{1};
constexpr std::chrono::seconds Longest = std::chrono::hours(1);

std::optional<std::chrono::seconds> secondsOf(const QByteArray &text)
{
    const bool isNumber = !text.isEmpty()
        && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return std::nullopt;
    bool fits = false;
    const auto seconds = text.toLongLong(&fits);
    return fits ? std::min(std::chrono::seconds(seconds), Longest) : Longest;
}

} // namespace

// Day and time are read apart: read together they would pass through the local zone, where some moments do
// not exist.
std::optional<QDateTime> httpDate(const QByteArray &text)
{
    const auto date = QString::fromLatin1(text);
    if (date.size() != 29 || !date.endsWith(" GMT"_L1))
        return std::nullopt;
    const auto day = QLocale::c().toDate(date.mid(5, 11), u"dd MMM yyyy"_s);
    const auto time = QTime::fromString(date.mid(17, 8), u"HH:mm:ss"_s);
    if (!day.isValid() || !time.isValid())
        return std::nullopt;
    return QDateTime(day, time, Qt::UTC);
}

std::optional<std::chrono::seconds> retryAfter(const HttpHeaders &headers, const QDateTime &now)
{
    const auto text = headers.value("retry-after"_ba).trimmed();
    if (const auto seconds = secondsOf(text))
        return std::max(*seconds, Shortest);
    if (const auto moment = httpDate(text))
        return std::clamp(std::chrono::seconds(now.secsTo(*moment)), Shortest, Longest);
    return std::nullopt;
}

} // namespace tollkeeper
