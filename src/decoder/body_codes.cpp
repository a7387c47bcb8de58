// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/body_codes.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool isNumber(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

class Codes {
public:
    void add(const QJsonValue &value, const QString &place)
    {
        const auto code = value.isString() ? value.toString().trimmed() : QString();
        if (!code.isEmpty() && !isNumber(code))
            m_found.append({code, place});
    }
    //! A member that says it by being there at all.
    void addPresence(const QJsonObject &object, const QString &member, const QString &place)
    {
        const auto value = object.value(member);
        const bool isThere = value.isDouble() || !value.toString().isEmpty() || !value.toArray().isEmpty();
        if (isThere)
            m_found.append({member, place + u'.' + member});
    }
    [[nodiscard]] const QList<BodyCode> &found() const { return m_found; }

private:
    QList<BodyCode> m_found;
};

//! google.rpc.ErrorInfo: the reason behind a status that says little.
QJsonValue googleReason(const QJsonObject &error)
{
    for (const auto &detail : error["details"_L1].toArray()) {
        auto reason = detail.toObject().value("reason"_L1);
        if (reason.isString())
            return reason;
    }
    return {};
}

std::optional<int> statusFrom(const QJsonValue &value)
{
    const auto status = value.isString() ? value.toString().toInt() : value.toInt();
    return status >= 400 && status < 600 ? std::optional(status) : std::nullopt;
}

} // namespace

QList<BodyCode> codesIn(const QJsonObject &body)
{
    const auto error = body["error"_L1].toObject();
    const auto metadata = error["metadata"_L1].toObject();
    Codes codes;
    codes.add(body["code"_L1], u"code"_s);
    codes.add(body["reason"_L1], u"reason"_s);
    codes.add(metadata["limit_source"_L1], u"error.metadata.limit_source"_s);
    codes.add(metadata["reason"_L1], u"error.metadata.reason"_s);
    codes.add(error["availability"_L1].toObject().value("code"_L1), u"error.availability.code"_s);
    codes.add(metadata["failed_routing_step"_L1], u"error.metadata.failed_routing_step"_s);
    if (!metadata.isEmpty()) {
        for (const auto &member :
            {u"failed_routing_step"_s, u"flagged_input"_s, u"reasons"_s, u"patterns"_s, u"spend_usd"_s})
            codes.addPresence(metadata, member, u"error.metadata"_s);
    }
    codes.add(metadata["error_type"_L1], u"error.metadata.error_type"_s);
    codes.add(error["error_type"_L1], u"error.error_type"_s);
    codes.add(body["error_type"_L1], u"error_type"_s);
    codes.add(error["code"_L1], u"error.code"_s);
    codes.add(googleReason(error), u"error.details.reason"_s);
    codes.add(error["type"_L1], u"error.type"_s);
    codes.add(error["status"_L1], u"error.status"_s);
    codes.add(body["error"_L1], u"error"_s);
    return codes.found();
}

std::optional<int> statusIn(const QJsonObject &body)
{
    const auto error = body["error"_L1].toObject();
    auto status = statusFrom(error["code"_L1]);
    if (!status)
        status = statusFrom(error["http_status"_L1]);
    if (!status)
        status = statusFrom(body["code"_L1]);
    return status ? status : statusFrom(error["status"_L1]);
}

} // namespace tollkeeper
