// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"

namespace tollkeeper::openrouter {

//! OpenRouter with an ordinary or a management key; README.md says what is asked and in which order.
class OpenRouterConnector final : public Connector {
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

    [[nodiscard]] HttpRequest generationRequest(const QUrl &baseUrl, const QString &id) const override;
    [[nodiscard]] Result<RequestFacts> readGeneration(const HttpResponse &response) const override;

    [[nodiscard]] KeyControls keyControls(KeyRole role, bool hasPanelLogin) const override;
    [[nodiscard]] const KeyManagement *keyManagement() const override;
    [[nodiscard]] QUrl keysPage(const QUrl &baseUrl) const override;
};

} // namespace tollkeeper::openrouter
