// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"

namespace tollkeeper::new_api {

//! A new-api or one-api installation with an API key; README.md says what is asked.
class NewApiConnector final : public Connector {
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
    [[nodiscard]] std::optional<PollPage> afterRefusal(
        const QByteArray &cursor, const Error &refusal) const override;

    [[nodiscard]] KeyControls keyControls(KeyRole role, bool hasPanelLogin) const override;
    [[nodiscard]] QUrl keysPage(const QUrl &baseUrl) const override;
};

} // namespace tollkeeper::new_api
