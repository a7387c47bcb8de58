// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"
#include "gateways/cursor.h"

namespace tollkeeper::litellm {

//! A LiteLLM proxy with an ordinary key, or with one that may list keys; README.md says what is asked.
class LiteLlmConnector final : public Connector {
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

private:
    [[nodiscard]] static Result<PollPage> readInfo(Cursor cursor, const QJsonObject &body);
    [[nodiscard]] static Result<PollPage> readList(Cursor cursor, const QJsonObject &body);
    [[nodiscard]] static Result<PollPage> readActivity(Cursor cursor, const QJsonObject &body);
};

} // namespace tollkeeper::litellm
