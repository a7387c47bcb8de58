// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kept_run.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tollkeeper {

// What the profile keeps of the Playground, as JSON. What is not set is left out; members that are not known
// are passed over, so that a newer profile is read as far as it goes. Pure.

[[nodiscard]] QJsonObject toJson(const PlaygroundRequest &request);
[[nodiscard]] PlaygroundRequest playgroundRequestFrom(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const Preset &preset); //!< without its name
[[nodiscard]] Preset presetFrom(const QString &name, const QJsonObject &json);

//! How long to wait for each attempt, beside the parameters of a request.
void putTimeout(QJsonObject &json, const std::optional<std::chrono::milliseconds> &timeout);
[[nodiscard]] std::optional<std::chrono::milliseconds> timeoutFrom(const QJsonObject &json);

[[nodiscard]] QJsonArray toJson(const QList<Attempt> &trace);
[[nodiscard]] QList<Attempt> traceFrom(const QJsonArray &json);

[[nodiscard]] QJsonObject toJson(const AnswerIds &ids);
[[nodiscard]] AnswerIds answerIdsFrom(const QJsonObject &json);

[[nodiscard]] QStringList textsFrom(const QJsonValue &json);

//! The same request as far as it says nothing of what was asked: no system text, messages, body, tools,
//! schema.
[[nodiscard]] PlaygroundRequest withoutBodies(PlaygroundRequest request);

} // namespace tollkeeper
