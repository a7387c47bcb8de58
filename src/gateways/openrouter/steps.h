// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"
#include "gateways/cursor.h"

#include <QJsonObject>
#include <QUrlQuery>

namespace tollkeeper::openrouter {

//! Where a step asks: below the address of the API.
struct Question {
    QString path; //!< "/keys"
    QUrlQuery query = {};
    QByteArray body = {}; //!< not empty: a POST of JSON
};

//! The address of an endpoint. A bare host means the gateway's own path.
[[nodiscard]] QUrl urlOf(const QUrl &baseUrl, const Question &question);

//! One kind of request of a conversation. A step reads its answer and says what comes next, most often with
//! nextStep().
struct Step {
    QLatin1StringView name;
    Question (*question)(const Cursor &cursor);
    Result<PollPage> (*read)(Cursor cursor, const QJsonObject &body);
    //! As Connector::afterRefusal(). Null: a refusal is the failure of the conversation.
    std::optional<PollPage> (*afterRefusal)(Cursor cursor, const Error &refusal) = nullptr;
    //! Whether the step has something to do when its turn comes. Null: always.
    bool (*isDue)(const Cursor &cursor) = nullptr;
};

inline constexpr QLatin1StringView KeyStep("key");
inline constexpr QLatin1StringView WorkspacesStep("workspaces");
inline constexpr QLatin1StringView KeysStep("keys");
inline constexpr QLatin1StringView CreditsStep("credits");
inline constexpr QLatin1StringView ActivityStep("activity");
inline constexpr QLatin1StringView KeyActivityStep("keyActivity");
inline constexpr QLatin1StringView ModelsTodayStep("modelsToday");
inline constexpr QLatin1StringView ProvidersTodayStep("providersToday");
inline constexpr QLatin1StringView CatalogueStep("catalogue");

//! Writes down which steps follow, in order.
void planSteps(Cursor &cursor, const QList<QLatin1StringView> &steps);
//! The cursor at the next planned step that is due; none: the conversation is over.
[[nodiscard]] std::optional<QByteArray> nextStep(Cursor cursor);
//! The step a cursor stands at; that of a cursor nobody can read is the first one.
[[nodiscard]] const Step &stepOf(const Cursor &cursor);

// Each file of steps tells its own.
[[nodiscard]] Step keyStep();
[[nodiscard]] Step workspacesStep();
[[nodiscard]] Step keysStep();
[[nodiscard]] Step creditsStep();
[[nodiscard]] Step activityStep();
[[nodiscard]] Step keyActivityStep();
[[nodiscard]] Step modelsTodayStep();
[[nodiscard]] Step providersTodayStep();
[[nodiscard]] Step catalogueStep();

} // namespace tollkeeper::openrouter
