// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/refusal.h"

#include "decoder/answer_body.h"
#include "decoder/innermost_message.h"
#include "decoder/redaction.h"
#include "decoder/retry_delay.h"
#include "decoder/verdict.h"
#include "gateways/json_body.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool saysJson(const HttpResponse &response)
{
    const auto type = response.headers.value("content-type"_ba).toLower();
    return type.isEmpty() || type.contains("json");
}

//! No answer of an API: a page, or text that is neither called JSON nor is any. An empty body has its status.
bool isNoApiAnswer(const HttpResponse &response, const QJsonObject &body)
{
    if (isHtml(response))
        return true;
    const auto text = response.body.trimmed();
    if (text.isEmpty() || !body.isEmpty())
        return false;
    return !saysJson(response) || !(text.startsWith('{') || text.startsWith('['));
}

//! Where the redirect leads: scheme, host and port of another origin, else the path; never its query.
QString targetOf(const HttpResponse &response)
{
    const QUrl target(QString::fromUtf8(response.headers.value("location"_ba).left(2000)));
    if (target.host().isEmpty())
        return redacted(target.path());
    const auto port = target.port() < 0 ? QString() : u":%1"_s.arg(target.port());
    return redacted(target.host() + port);
}

Error notAnApi(const HttpResponse &response)
{
    const auto type = QString::fromLatin1(response.headers.value("content-type"_ba));
    return Error{.kind = Error::Kind::NotAnApi, .detail = redacted(type, 60), .httpStatus = response.status};
}

Error rejected(const HttpResponse &response, const ErrorCatalogue &catalogue, const QDateTime &now)
{
    const auto body = objectOf(response.body);
    const auto delay = delayOf(response, body, now);
    const auto verdict
        = judge({.body = body, .status = response.status, .headers = response.headers}, catalogue);
    return {.kind = Error::Kind::Rejected,
        .detail = redacted(withoutIds(innermostMessage(body), userIdsIn(body))),
        .httpStatus = response.status,
        .retryAfter = delay,
        .category = verdict.category,
        .code = verdict.code};
}

} // namespace

Error explainRefusal(const HttpResponse &response, const ErrorCatalogue &catalogue, const QDateTime &now)
{
    if (response.status >= 300 && response.status < 400)
        return Error{
            .kind = Error::Kind::Redirected, .detail = targetOf(response), .httpStatus = response.status};
    if (isNoApiAnswer(response, objectOf(response.body))) {
        auto error = notAnApi(response);
        error.retryAfter = retryAfter(response.headers, now);
        return error;
    }
    return rejected(response, catalogue, now);
}

} // namespace tollkeeper
