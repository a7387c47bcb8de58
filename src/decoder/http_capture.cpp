// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/http_capture.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype MostFieldLines = 1000;
constexpr qsizetype MostValue = qsizetype(64) * 1024;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Takes a line off the front, without its end.
QByteArrayView takeLine(QByteArrayView &bytes)
{
    const auto end = bytes.indexOf('\n');
    auto line = end < 0 ? bytes : bytes.first(end);
    bytes = end < 0 ? QByteArrayView() : bytes.sliced(end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

//! The status of "HTTP/1.1 200 OK" or "HTTP/2 200".
std::optional<int> statusOf(QByteArrayView line)
{
    if (!line.startsWith("HTTP/") || line.size() < 10 || !isDigit(line.at(5)))
        return std::nullopt;
    const auto blank = line.indexOf(' ');
    if (blank < 0 || blank > 8)
        return std::nullopt;
    const auto rest = line.sliced(blank + 1);
    const bool isStatus = rest.size() >= 3 && std::all_of(rest.begin(), rest.begin() + 3, isDigit)
        && (rest.size() == 3 || rest.at(3) == ' ');
    if (!isStatus || rest.at(0) == '0')
        return std::nullopt;
    return rest.first(3).toByteArray().toInt();
}

bool beginsResponse(QByteArrayView bytes)
{
    return statusOf(takeLine(bytes)).has_value();
}

//! Adds a line to what a field says, up to the cap.
void appendLine(QByteArray &value, QByteArrayView line)
{
    const auto more = line.trimmed();
    if (!value.isEmpty() && !more.isEmpty() && value.size() < MostValue)
        value.append(' ');
    value.append(more.first(std::min(more.size(), MostValue - value.size())));
}

//! Fields up to the blank line; a line that begins with a blank goes on with the field before.
HttpHeaders takeFields(QByteArrayView &bytes)
{
    HttpHeaders headers;
    std::pair<QByteArray, QByteArray> field;
    qsizetype count = 0;
    while (!bytes.isEmpty()) {
        const auto line = takeLine(bytes);
        if (line.isEmpty())
            break;
        const bool isWithin = ++count <= MostFieldLines;
        if (line.at(0) == ' ' || line.at(0) == '\t') {
            if (isWithin && !field.first.isEmpty())
                appendLine(field.second, line);
            continue;
        }
        if (!field.first.isEmpty())
            headers.append(field.first, field.second);
        const auto colon = line.indexOf(':');
        field = {};
        if (colon <= 0 || !isWithin)
            continue;
        field.first = line.first(colon).trimmed().toByteArray();
        appendLine(field.second, line.sliced(colon + 1));
    }
    if (!field.first.isEmpty())
        headers.append(field.first, field.second);
    return headers;
}

} // namespace

Result<HttpResponse> parseCapture(QByteArrayView bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    while (!bytes.isEmpty() && (bytes.at(0) == '\r' || bytes.at(0) == '\n'))
        bytes = bytes.sliced(1);
    HttpResponse response;
    do {
        const auto status = statusOf(takeLine(bytes));
        if (!status)
            return fail(Error::Kind::InvalidInput, u"no HTTP response"_s);
        response.status = *status;
        response.headers = takeFields(bytes);
    } while (beginsResponse(bytes));
    if (response.status < 200)
        return fail(Error::Kind::InvalidInput, u"no HTTP response after the interim one"_s);
    response.body = bytes.toByteArray();
    return response;
}

} // namespace tollkeeper
