// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faults.h"

#include "simulator/json_answer.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

//! A whole number from 0 to `most`; absent is fine, anything else is not.
bool readCount(const QJsonObject &object, const QString &name, int most, std::optional<int> &into)
{
    const auto value = object[name];
    if (value.isUndefined() || value.isNull())
        return true;
    const auto number = value.toInt(-1);
    if (number < 0 || number > most)
        return false;
    into = number;
    return true;
}

bool readText(const QJsonObject &object, const QString &name, std::optional<QByteArray> &into)
{
    const auto value = object[name];
    if (value.isUndefined() || value.isNull())
        return true;
    if (!value.isString())
        return false;
    into = value.toString().toUtf8();
    return true;
}

//! A member that is true, false or absent.
bool readFlag(const QJsonObject &object, const QString &name, bool &into)
{
    const auto value = object[name];
    into = value.toBool();
    return value.isUndefined() || value.isBool();
}

bool readHeaders(const QJsonObject &object, HeaderList &into)
{
    const auto value = object[u"headers"_s];
    const auto headers = value.toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        const auto name = header.key().toUtf8();
        const auto text = header.value().toString().toUtf8();
        if (!header.value().isString() || (name + text).contains('\r') || (name + text).contains('\n'))
            return false;
        into.emplace_back(name, text);
    }
    return value.isUndefined() || value.isObject();
}

bool readConnection(const QJsonObject &object, Fault::Connection &into)
{
    const auto value = object[u"connection"_s];
    if (value == u"fresh"_s)
        into = Fault::Connection::Fresh;
    else if (value == u"kept"_s)
        into = Fault::Connection::Kept;
    return value.isUndefined() || into != Fault::Connection::Any;
}

bool fits(const Fault &fault, const Asked &asked)
{
    const bool isKept = asked.onConnection > 1;
    return fault.connection == Fault::Connection::Any
        || isKept == (fault.connection == Fault::Connection::Kept);
}

//! A header value; a line break in it would be a second header.
bool readHeader(const QJsonObject &object, const QString &name, QByteArray &into)
{
    std::optional<QByteArray> text;
    if (!readText(object, name, text))
        return false;
    into = text.value_or(QByteArray());
    return !into.contains('\r') && !into.contains('\n');
}

} // namespace

std::optional<Fault> faultFrom(const QJsonObject &object)
{
    Fault fault;
    std::optional<QByteArray> match;
    std::optional<int> delay;
    std::optional<int> cut;
    const bool readable = readText(object, u"match"_s, match) && readText(object, u"body"_s, fault.body)
        && readHeader(object, u"method"_s, fault.method)
        && readHeader(object, u"content_type"_s, fault.contentType)
        && readHeader(object, u"retry_after"_s, fault.retryAfter)
        && readHeader(object, u"location"_s, fault.location)
        && readCount(object, u"status"_s, 599, fault.status)
        && readCount(object, u"delay_ms"_s, 600'000, delay)
        && readCount(object, u"cut_after_bytes"_s, 1 << 30, cut)
        && readCount(object, u"times"_s, 1 << 30, fault.times) && readFlag(object, u"close"_s, fault.close)
        && readFlag(object, u"reset"_s, fault.reset) && readFlag(object, u"done"_s, fault.done)
        && readHeaders(object, fault.headers) && readConnection(object, fault.connection);
    if (!readable || (fault.status && *fault.status < 200))
        return std::nullopt;
    fault.match = match.value_or(QByteArray());
    fault.delayMs = delay.value_or(0);
    if (cut)
        fault.cutAfterBytes = *cut;
    if (fault.times == 0)
        fault.times.reset();
    return fault;
}

Answer applied(const Fault &fault, Answer answer)
{
    if (fault.status) {
        const QJsonObject error{{u"code"_s, *fault.status}, {u"message"_s, u"simulated fault"_s}};
        answer = jsonAnswer({{u"error"_s, error}}, *fault.status);
    }
    if (fault.body) {
        answer.body = *fault.body;
        answer.pieces.clear();
    }
    if (!fault.contentType.isEmpty())
        answer.contentType = fault.contentType;
    if (!fault.retryAfter.isEmpty())
        answer.headers.emplace_back("Retry-After", fault.retryAfter);
    if (!fault.location.isEmpty())
        answer.headers.emplace_back("Location", fault.location);
    answer.headers.insert(answer.headers.end(), fault.headers.begin(), fault.headers.end());
    answer.delayMs = qMax(answer.delayMs, fault.delayMs);
    answer.close = answer.close || fault.close;
    answer.reset = answer.reset || fault.reset;
    if (fault.cutAfterBytes)
        answer.cutAfterBytes = fault.cutAfterBytes;
    return answer;
}

void Faults::add(Fault fault)
{
    const std::scoped_lock lock(m_mutex);
    m_faults.push_back(std::move(fault));
}

void Faults::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_faults.clear();
}

std::optional<Fault> Faults::take(const Asked &asked, const QByteArray &credential)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::ranges::find_if(m_faults, [&](const Fault &fault) {
        return asked.path.startsWith(fault.match) && (fault.method.isEmpty() || fault.method == asked.method)
            && (fault.credential.isEmpty() || fault.credential == credential) && fits(fault, asked);
    });
    if (found == m_faults.end())
        return std::nullopt;
    auto fault = *found;
    if (found->times && --*found->times == 0)
        m_faults.erase(found);
    return fault;
}

} // namespace tollkeeper::simulator
