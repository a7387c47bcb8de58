// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"

namespace tollkeeper::openai_compatible {

inline constexpr auto OwnKind = "openai-compatible"; //!< as the registry calls it

[[nodiscard]] ErrorCatalogue errorCodes();
[[nodiscard]] AnswerPlaces answerPlaces();

//! Any endpoint of the OpenAI protocol: proves the key and counts models, knows nothing of money.
class OpenAiCompatibleConnector final : public Connector {
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

} // namespace tollkeeper::openai_compatible
