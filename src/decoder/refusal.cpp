// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/refusal.h"

#include "decoder/innermost_message.h"
#include "decoder/redaction.h"
#include "decoder/request_category.h"
#include "gateways/json_body.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! The body as an object; Google wraps its errors into a list of one.
QJsonObject objectOf(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body.trimmed());
    return document.isArray() ? document.array().first().toObject() : document.object();
}

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

//! Every place a code may stand in, the most exact first (decoder rule 1). The limit that was hit refines the
//! type of the error, which for OpenRouter is "payment_required" whatever the limit.
QStringList codesIn(const QJsonObject &body)
{
    const auto error = body["error"_L1].toObject();
    const auto metadata = error["metadata"_L1].toObject();
    const QList<QJsonValue> places{body["code"_L1], body["reason"_L1], error["code"_L1],
        metadata["limit_source"_L1], error["type"_L1], error["status"_L1], error["error_type"_L1],
        metadata["error_type"_L1], body["error_type"_L1], error["availability"_L1].toObject()["code"_L1],
        body["error"_L1]};
    QStringList codes;
    for (const auto &place : places) {
        const auto code = place.toString().trimmed();
        if (!code.isEmpty())
            codes.append(code);
    }
    return codes;
}

const KnownCode *knownLine(const QStringList &codes, const ErrorCatalogue &catalogue)
{
    for (const auto &code : codes) {
        const auto line = std::find_if(catalogue.cbegin(), catalogue.cend(), [&code](const KnownCode &known) {
            return !known.isMessage && code == QLatin1StringView(known.code);
        });
        if (line != catalogue.cend())
            return &*line;
    }
    return nullptr;
}

const KnownCode *knownMessage(const QString &message, const ErrorCatalogue &catalogue)
{
    const auto line = std::find_if(catalogue.cbegin(), catalogue.cend(), [&message](const KnownCode &known) {
        return known.isMessage && message.contains(QLatin1StringView(known.code), Qt::CaseInsensitive);
    });
    return line == catalogue.cend() ? nullptr : &*line;
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

//! Masks ids the gateway names as such wherever else they appear.
QString withoutIds(QString message, const QJsonObject &body)
{
    const auto error = body["error"_L1].toObject();
    for (const auto &holder : {body, error, error["metadata"_L1].toObject()}) {
        if (const auto id = holder["user_id"_L1].toString(); id.size() > 2)
            message.replace(id, u"…"_s);
    }
    return message;
}

//! OpenRouter repeats the headers of the provider inside the body, Retry-After among them.
std::optional<std::chrono::seconds> delayOf(
    const HttpResponse &response, const QJsonObject &body, const QDateTime &now)
{
    if (const auto told = retryAfter(response.headers, now))
        return told;
    const auto inner = body["error"_L1].toObject()["metadata"_L1].toObject()["headers"_L1].toObject();
    HttpHeaders headers;
    for (auto field = inner.constBegin(); field != inner.constEnd(); ++field)
        headers.append(field.key().toUtf8(), field.value().toVariant().toString().toUtf8());
    return retryAfter(headers, now);
}

Error rejected(const HttpResponse &response, const ErrorCatalogue &catalogue, const QDateTime &now)
{
    const auto body = objectOf(response.body);
    const auto codes = codesIn(body);
    const auto message = innermostMessage(body);
    const auto *line = knownLine(codes, catalogue);
    const bool byCode = line != nullptr;
    if (!byCode)
        line = knownMessage(message + u' ' + body["error"_L1].toObject()["message"_L1].toString(), catalogue);

    Error error{.kind = Error::Kind::Rejected,
        .detail = redacted(withoutIds(message, body)),
        .httpStatus = response.status,
        .retryAfter = delayOf(response, body, now),
        .category = line ? line->category : categoryOfStatus(response.status)};
    if (line && line->withoutDelay && !error.retryAfter)
        error.category = *line->withoutDelay;
    if (byCode)
        error.code = QLatin1StringView(line->code);
    else if (!codes.isEmpty() && !body["error"_L1].isString())
        error.code = redacted(codes.constFirst(), 60);
    return error;
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
