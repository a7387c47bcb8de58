// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"

namespace tollkeeper::portkey {

[[nodiscard]] ErrorCatalogue errorCodes();

//! The open source Portkey gateway. It keeps nothing: every request brings a configuration with the keys of
//! the providers along, and there is nothing to poll but that it answers.
class PortkeyConnector final : public Connector {
public:
    [[nodiscard]] QString displayName() const override;
    [[nodiscard]] QUrl defaultBaseUrl() const override;
    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] ErrorCatalogue errorCatalogue() const override;
    [[nodiscard]] AnswerPlaces answerPlaces() const override;

    [[nodiscard]] QByteArray firstCursor(const PollContext &context) const override;
    [[nodiscard]] HttpRequest request(const QUrl &baseUrl, const QByteArray &cursor) const override;
    [[nodiscard]] Result<PollPage> read(
        const QByteArray &cursor, const HttpResponse &response) const override;
};

} // namespace tollkeeper::portkey
