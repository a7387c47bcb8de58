// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_refusals.h"

#include "simulator/json_answer.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

QString messageOf(const Refused &refused)
{
    return refused.message.isEmpty() ? QString::fromUtf8(refused.failure->message) : refused.message;
}

//! Without what only tells two of one code apart.
QString codeOf(const Failure &failure)
{
    return QString::fromLatin1(failure.code).section(u'-', 0, 0);
}

QJsonObject moreOf(const Failure &failure)
{
    return QJsonDocument::fromJson('{' + QByteArray(failure.more) + '}').object();
}

QJsonValue numberOrText(const Refused &refused)
{
    const auto status = refused.failure->status;
    return refused.codeAsText ? QJsonValue(QString::number(status)) : QJsonValue(status);
}

QJsonObject googleError(const Refused &refused)
{
    return {{u"error"_s,
        QJsonObject{{u"code"_s, refused.failure->status}, {u"message"_s, messageOf(refused)},
            {u"status"_s, googleStatus(refused.failure->status)}}}};
}

QJsonObject anthropicError(const QString &type, const Refused &refused)
{
    return {{u"type"_s, u"error"_s},
        {u"error"_s, QJsonObject{{u"type"_s, type}, {u"message"_s, messageOf(refused)}}}};
}

QJsonArray previousErrors(const std::vector<Try> &earlier)
{
    QJsonArray list;
    for (const auto &one : earlier) {
        if (one.failure)
            list.append(QJsonObject{{u"code"_s, one.failure->status},
                {u"message"_s, QString::fromUtf8(one.failure->message)}, {u"provider_name"_s, one.provider},
                {u"raw"_s, u"{\"message\":\"%1\"}"_s.arg(QString::fromUtf8(one.failure->message))}});
    }
    return list;
}

//! What a 500 was about stays inside the gateway.
QJsonObject openRouterMetadata(const Refused &refused)
{
    auto metadata = moreOf(*refused.failure);
    if (const auto type = QString::fromLatin1(refused.failure->type); !type.isEmpty())
        metadata[u"error_type"_s] = type;
    if (const auto previous = previousErrors(refused.earlier); !previous.isEmpty())
        metadata[u"previous_errors"_s] = previous;
    return metadata;
}

QJsonObject openRouterMessagesError(const Refused &refused)
{
    auto body = anthropicError(anthropicType(refused.failure->status), refused);
    auto error = body[u"error"_s].toObject();
    if (const auto type = QString::fromLatin1(refused.failure->type); !type.isEmpty())
        error[u"error_type"_s] = type;
    body[u"error"_s] = error;
    body[u"request_id"_s] = refused.generationId.isEmpty()
        ? QJsonValue(QJsonValue::Null)
        : QJsonValue(QString::fromLatin1(refused.generationId));
    return body;
}

//! Since August 2026 a missing model is told in a form of its own.
QJsonObject availabilityError(const Refused &refused, QJsonObject availability)
{
    availability[u"requested_models"_s] = QJsonArray{refused.model};
    availability[u"docs_url"_s] = u"https://example.org/docs/availability"_s;
    return {{u"error_type"_s, QString::fromLatin1(refused.failure->type)},
        {u"http_status"_s, refused.failure->status}, {u"message"_s, messageOf(refused)},
        {u"availability"_s, availability}};
}

QJsonObject openRouterError(const Refused &refused)
{
    if (refused.protocol == Protocol::Messages)
        return openRouterMessagesError(refused);
    auto metadata = openRouterMetadata(refused);
    QJsonObject error{{u"code"_s, numberOrText(refused)}, {u"message"_s, messageOf(refused)}};
    if (metadata.contains(u"availability"_s))
        error = availabilityError(refused, metadata[u"availability"_s].toObject());
    else if (!metadata.isEmpty())
        error[u"metadata"_s] = metadata;
    QJsonObject body{{u"error"_s, error}, {u"user_id"_s, u"user_halden"_s}};
    if (refused.protocol == Protocol::Responses && metadata.contains(u"error_type"_s))
        body[u"error_type"_s] = metadata[u"error_type"_s];
    return body;
}

QJsonObject sub2apiNestedError(const Refused &refused)
{
    const auto type = QString::fromLatin1(refused.failure->type);
    if (refused.protocol == Protocol::Messages || refused.failure->shape == Shape::Anthropic)
        return anthropicError(type, refused);
    if (refused.protocol == Protocol::Responses && !refused.ofOpenAiGroup)
        return {{u"error"_s, QJsonObject{{u"code"_s, type}, {u"message"_s, messageOf(refused)}}}};
    auto error = moreOf(*refused.failure);
    error[u"type"_s] = type;
    error[u"message"_s] = messageOf(refused);
    return {{u"error"_s, error}};
}

QJsonObject sub2apiError(const Refused &refused)
{
    const auto &failure = *refused.failure;
    if (refused.protocol == Protocol::Gemini)
        return googleError(refused);
    if (failure.shape == Shape::Flat)
        return {{u"code"_s, codeOf(failure)}, {u"message"_s, messageOf(refused)}};
    if (failure.shape == Shape::Text)
        return {{u"error"_s, QString::fromLatin1(failure.type)}, {u"message"_s, messageOf(refused)}};
    return sub2apiNestedError(refused);
}

//! The older dialects have OpenAI's form on every protocol, and the status as the code.
QJsonObject chuiziError(const Refused &refused)
{
    const bool isCurrent = refused.dialect == Dialect::Current;
    const auto &failure = *refused.failure;
    const auto type = QString::fromLatin1(isCurrent ? failure.type : failure.oldType);
    if (isCurrent && refused.protocol == Protocol::Messages)
        return anthropicError(type, refused);
    if (isCurrent && refused.protocol == Protocol::Gemini)
        return googleError(refused);
    return {{u"error"_s,
        QJsonObject{{u"message"_s, messageOf(refused)}, {u"type"_s, type},
            {u"code"_s, isCurrent ? codeOf(failure) : QString::number(failure.status)}}}};
}

QJsonObject openAiError(const Refused &refused)
{
    QJsonObject error{{u"type"_s, QString::fromLatin1(refused.failure->type)},
        {u"message"_s, messageOf(refused)}, {u"param"_s, QJsonValue::Null}};
    const auto more = moreOf(*refused.failure);
    for (auto member = more.begin(); member != more.end(); ++member)
        error[member.key()] = member.value();
    if (refused.place == Place::LiteLlm) {
        error[u"param"_s] = u"None"_s;
        error[u"code"_s] = QString::number(refused.failure->status);
    } else if (refused.place == Place::NewApi) {
        error[u"message"_s]
            = messageOf(refused) + u" (request id: "_s + QString::fromLatin1(refused.generationId) + u')';
        error[u"param"_s] = QString();
        if (!error.contains(u"code"_s))
            error[u"code"_s] = QString();
    }
    return {{u"error"_s, error}};
}

} // namespace

QString googleStatus(int status)
{
    switch (status) {
    case 400:
        return u"INVALID_ARGUMENT"_s;
    case 401:
        return u"UNAUTHENTICATED"_s;
    case 403:
        return u"PERMISSION_DENIED"_s;
    case 404:
        return u"NOT_FOUND"_s;
    case 429:
        return u"RESOURCE_EXHAUSTED"_s;
    case 500:
        return u"INTERNAL"_s;
    default:
        return u"UNKNOWN"_s;
    }
}

QString anthropicType(int status)
{
    switch (status) {
    case 400:
        return u"invalid_request_error"_s;
    case 401:
        return u"authentication_error"_s;
    case 402:
        return u"billing_error"_s;
    case 403:
        return u"permission_error"_s;
    case 404:
        return u"not_found_error"_s;
    case 413:
        return u"request_too_large"_s;
    case 429:
        return u"rate_limit_error"_s;
    case 503:
    case 529:
        return u"overloaded_error"_s;
    case 504:
        return u"timeout_error"_s;
    default:
        return u"api_error"_s;
    }
}

QJsonObject errorBody(const Refused &refused)
{
    switch (refused.place) {
    case Place::OpenRouter:
        return openRouterError(refused);
    case Place::ToRouter:
    case Place::Sub2api:
        return sub2apiError(refused);
    case Place::Chuizi:
        return chuiziError(refused);
    case Place::OpenAi:
    case Place::LiteLlm:
    case Place::NewApi:
        break;
    }
    return openAiError(refused);
}

Answer refusal(const Refused &refused)
{
    auto answer = jsonAnswer(errorBody(refused), refused.failure->status);
    if (refused.failure->retryAfter > 0)
        answer.headers.emplace_back("Retry-After", QByteArray::number(refused.failure->retryAfter));
    const auto headers = moreOf(*refused.failure)[u"headers"_s].toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        answer.headers.emplace_back(header.key().toLatin1(), header.value().toString().toLatin1());
    return answer;
}

} // namespace tollkeeper::simulator
