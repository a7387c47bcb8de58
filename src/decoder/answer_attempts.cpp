// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/answer_attempts.h"

#include "decoder/body_codes.h"
#include "decoder/innermost_message.h"
#include "decoder/redaction.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype MostAttempts = 100;

std::optional<int> statusOf(const QJsonValue &value)
{
    const auto status = value.isString() ? value.toString().toInt() : value.toInt();
    return status >= 100 && status < 600 ? std::optional(status) : std::nullopt;
}

AttemptOutcome outcomeOf(std::optional<int> status)
{
    return status && *status < 400 ? AttemptOutcome::Served : AttemptOutcome::Failed;
}

//! `attempts` with provider, model and status; `provider_responses` of a look-up with a latency besides.
QList<Attempt> listed(const QJsonArray &list)
{
    QList<Attempt> attempts;
    for (const auto &value : list) {
        const auto told = value.toObject();
        Attempt attempt;
        attempt.provider = plainId(told["provider"_L1].toString(told["provider_name"_L1].toString()));
        attempt.model = plainId(told["model"_L1].toString(told["model_permaslug"_L1].toString()));
        attempt.status = statusOf(told["status"_L1]);
        attempt.outcome = outcomeOf(attempt.status);
        readCount(attempt.latencyMs, told, u"latency");
        attempts.append(attempt);
        if (attempts.size() == MostAttempts)
            break;
    }
    return attempts;
}

//! A route without a list still says which attempt won, and who was chosen.
QList<Attempt> wonAttempts(const QJsonObject &route, bool isError)
{
    const auto count = std::clamp(route["attempt"_L1].toInt(), 0, int(MostAttempts));
    if (count == 0)
        return {};
    QList<Attempt> attempts(count);
    const auto available = route["endpoints"_L1].toObject().value("available"_L1).toArray();
    for (const auto &value : available) {
        const auto endpoint = value.toObject();
        if (!endpoint["selected"_L1].toBool())
            continue;
        attempts.last().provider = plainId(endpoint["provider"_L1].toString());
        attempts.last().model = plainId(endpoint["model"_L1].toString());
    }
    attempts.last().outcome = isError ? AttemptOutcome::Failed : AttemptOutcome::Served;
    return attempts;
}

Attempt failed(const QJsonObject &error, const QString &provider, const QStringList &userIds)
{
    Attempt attempt;
    attempt.provider = plainId(provider);
    attempt.status = statusOf(error["code"_L1]);
    if (!attempt.status)
        attempt.status = statusOf(error["status"_L1]);
    // An entry has its raw text beside its message; innermostMessage() looks for it in metadata.
    const QJsonObject metadata{{u"raw"_s, error["raw"_L1]}};
    const auto raw = innermostMessage({{u"error"_s, QJsonObject{{u"metadata"_s, metadata}}}});
    const auto said = raw.isEmpty() ? innermostMessage({{u"error"_s, error}}) : raw;
    attempt.reason = redacted(withoutIds(said, userIds));
    return attempt;
}

//! The errors before, then the one that was passed on where the gateway names its provider.
QList<Attempt> toldByError(const ReceivedAnswer &received)
{
    const auto &failure = received.draft.failure;
    const auto error = failure["error"_L1].toObject();
    const auto metadata = error["metadata"_L1].toObject();
    QList<Attempt> attempts;
    for (const auto &value : metadata["previous_errors"_L1].toArray()) {
        const auto told = value.toObject();
        const auto provider = told["provider_name"_L1].toString(told["provider"_L1].toString());
        attempts.append(failed(told, provider, received.userIds));
        if (attempts.size() == MostAttempts)
            break;
    }
    auto provider = providerInError(failure);
    if (provider.isEmpty() && received.status < 400 && !failure.isEmpty())
        provider = received.draft.provider; // it broke while this one answered
    if (provider.isEmpty())
        return attempts;
    auto last = failed(error, provider, received.userIds);
    if (const auto raw = metadata["raw"_L1]; !raw.isUndefined())
        last.reason = redacted(withoutIds(innermostMessage(failure), received.userIds));
    if (!last.status && received.status >= 400)
        last.status = received.status;
    attempts.append(last);
    return attempts;
}

//! Each provider that was asked was told when it was asked, so the last of them is the one that answered.
QList<Attempt> toldWhileStreaming(const ReceivedAnswer &received, bool isError)
{
    auto attempts = received.draft.asked;
    for (auto &attempt : attempts) {
        attempt.provider = plainId(attempt.provider);
        attempt.model = plainId(attempt.model);
    }
    if (!attempts.isEmpty() && !isError)
        attempts.last().outcome = AttemptOutcome::Served;
    return attempts;
}

HttpHeaders::Field firstHeader(const HttpHeaders &headers, const QList<const char *> &names)
{
    for (const auto *name : names) {
        if (auto value = headers.value(name).trimmed(); !value.isEmpty())
            return {name, value};
    }
    return {};
}

//! Of "config.targets[1].targets[0]": 1 and 0.
QList<int> placesIn(const QByteArray &path)
{
    static const QRegularExpression target(uR"(\.targets\[(\d{1,2})\])"_s);
    QList<int> places;
    if (path.isEmpty()) // most gateways name no target
        return places;
    auto all = target.globalMatch(QString::fromLatin1(path.left(200)));
    while (all.hasNext())
        places.append(all.next().captured(1).toInt());
    return places;
}

//! How many targets failed before the one with that path: only where they are tried one after the other. By
//! any other strategy, and at a level that is not known, one was picked.
int targetsBefore(const QByteArray &path, QJsonObject level)
{
    int before = 0;
    for (const auto place : placesIn(path)) {
        const auto targets = level.value("targets"_L1).toArray();
        const bool isFallback = level.value("strategy"_L1).toObject().value("mode"_L1) == "fallback"_L1;
        if (isFallback && place < targets.size())
            before += place;
        level = targets.at(place).toObject();
    }
    return std::min(before, int(MostAttempts));
}

//! Counts alone: how many failed before, not who or why.
QList<Attempt> toldByHeaders(const ReceivedAnswer &received, const AnswerPlaces &places,
    const QJsonObject &configuration, bool isError)
{
    const auto target = firstHeader(received.headers, places.targetHeaders).second;
    int before = targetsBefore(target, configuration);
    bool isTold = !target.isEmpty();
    for (const auto *name : places.retryCountHeaders) {
        bool isNumber = false;
        const auto count = received.headers.value(name).trimmed().toInt(&isNumber);
        isTold = isTold || isNumber;
        before += std::clamp(count, 0, int(MostAttempts));
    }
    if (!isTold)
        return {};
    QList<Attempt> attempts(std::min(before, int(MostAttempts)));
    Attempt last;
    last.provider
        = plainId(QString::fromLatin1(firstHeader(received.headers, places.providerHeaders).second));
    last.model = plainId(received.draft.model);
    last.status = received.status;
    last.outcome = isError ? AttemptOutcome::Failed : AttemptOutcome::Served;
    if (isError)
        last.reason = redacted(withoutIds(innermostMessage(received.draft.failure), received.userIds));
    attempts.append(last);
    return attempts;
}

} // namespace

QString providerInError(const QJsonObject &failure)
{
    const auto error = failure["error"_L1].toObject();
    const auto metadata = error["metadata"_L1].toObject();
    const auto name = metadata["provider_name"_L1].toString();
    return plainId(name.isEmpty() ? error["provider_name"_L1].toString() : name);
}

LaterTarget laterTarget(const ReceivedAnswer &received, const AnswerPlaces &places)
{
    const auto [name, path] = firstHeader(received.headers, places.targetHeaders);
    const auto known = placesIn(path);
    const bool isLater = std::any_of(known.cbegin(), known.cend(), [](int place) { return place > 0; });
    if (!isLater)
        return {};
    return {QString::fromLatin1(name), plainId(QString::fromLatin1(path))};
}

QList<Attempt> gatewayAttempts(const ReceivedAnswer &received, const AnswerPlaces &places,
    const QJsonObject &configuration, bool isError)
{
    const auto &draft = received.draft;
    auto attempts = listed(draft.route["attempts"_L1].toArray());
    if (attempts.isEmpty())
        attempts = wonAttempts(draft.route, isError);
    attempts = joinedAttempts(attempts, toldWhileStreaming(received, isError));
    attempts = joinedAttempts(attempts, toldByError(received));
    if (attempts.isEmpty())
        attempts = toldByHeaders(received, places, configuration, isError);
    // A provider that began and broke off has not served, whatever its status was.
    const bool broke = isError && received.status < 400 && !attempts.isEmpty();
    if (broke)
        attempts.last().outcome = AttemptOutcome::Failed;
    return attempts;
}

} // namespace tollkeeper
