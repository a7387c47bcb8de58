// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/field_words.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr QByteArrayView Yes[]{"true", "1", "yes", "y", "t", "stream", "streamed", "streaming"};
constexpr QByteArrayView No[]{"false", "0", "no", "n", "f", "sync", "none"};
constexpr QByteArrayView Complete[]{
    "complete", "completed", "success", "successful", "succeeded", "ok", "done", "true", "yes"};
constexpr QByteArrayView Failed[]{
    "failed", "failure", "fail", "error", "errored", "refused", "rejected", "false", "no"};
constexpr QByteArrayView Incomplete[]{
    "incomplete", "cancelled", "canceled", "aborted", "truncated", "interrupted", "partial"};

bool isAmong(std::span<const QByteArrayView> words, QByteArrayView word)
{
    return std::any_of(words.begin(), words.end(),
        [word](QByteArrayView known) { return known.compare(word, Qt::CaseInsensitive) == 0; });
}

} // namespace

std::optional<bool> truthOf(QByteArrayView word)
{
    if (isAmong(Yes, word))
        return true;
    return isAmong(No, word) ? std::optional(false) : std::nullopt;
}

std::optional<RequestOutcome> outcomeOf(QByteArrayView word)
{
    if (isAmong(Complete, word))
        return RequestOutcome::Complete;
    if (isAmong(Failed, word))
        return RequestOutcome::Failed;
    return isAmong(Incomplete, word) ? std::optional(RequestOutcome::Incomplete) : std::nullopt;
}

std::optional<QList<AttemptFacts>> attemptsOf(QByteArrayView json)
{
    const auto document = QJsonDocument::fromJson(json.toByteArray());
    if (!document.isArray())
        return std::nullopt;
    QList<AttemptFacts> attempts;
    const auto array = document.array();
    for (const auto &value : array) {
        const auto one = value.toObject();
        AttemptFacts attempt{one.value("provider"_L1).toString(), one.value("model"_L1).toString(), {}, {}};
        if (const auto status = one.value("status"_L1); status.isDouble())
            attempt.httpStatus = status.toInt();
        if (const auto ms = one.value("ms"_L1); ms.isDouble())
            attempt.milliseconds = ms.toInteger();
        attempts.append(attempt);
    }
    return attempts;
}

} // namespace tollkeeper
