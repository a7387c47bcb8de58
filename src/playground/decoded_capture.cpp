// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/decoded_capture.h"

#include "decoder/answer_reader.h"
#include "decoder/http_capture.h"

#include <algorithm>

namespace tollkeeper {

QList<DecodableGateway> decodableGateways()
{
    QList<DecodableGateway> known;
    for (const auto &kind : dialectNames()) {
        const auto connector = connectorFor(kind);
        known.append({kind, dialectFor(kind)->displayName, connector && connector->capabilities().mayBeAny});
    }
    std::sort(known.begin(), known.end(), [](const DecodableGateway &one, const DecodableGateway &other) {
        return one.fitsAll != other.fitsAll ? one.fitsAll : one.name.localeAwareCompare(other.name) < 0;
    });
    return known;
}

Result<SentRequest> decodedCapture(
    QByteArrayView capture, QStringView gateway, ApiProtocol protocol, const QDateTime &now)
{
    auto dialect = dialectFor(gateway);
    if (!dialect)
        return fail(Error::Kind::NotFound, gateway.toString());
    const auto response = parseCapture(capture);
    if (!response)
        return fail(response.error());
    Asked asked;
    asked.protocol = protocol;
    SentRequest sent;
    sent.headers = response->headers;
    sent.body = response->body.first(std::min(response->body.size(), SentRequest::MostKeptBytes));
    sent.answer = readAnswer(*response, *dialect, asked, now);
    return sent;
}

} // namespace tollkeeper
