// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/http_types.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tollkeeper {

//! The body as a JSON object. NotAnApi for HTML and other text, most often a wrong address; Protocol for JSON
//! that is cut, broken or no object (trust.md 3: an answer counts only when its JSON is complete). Total and
//! pure.
[[nodiscard]] Result<QJsonObject> jsonObject(const HttpResponse &response);

//! True for an HTML content type or a body that begins like a page.
[[nodiscard]] bool isHtml(const HttpResponse &response);

//! A field that must be an object, or a list; Protocol naming it when it is not.
[[nodiscard]] Result<QJsonObject> requiredObject(const QJsonObject &object, QStringView field);
[[nodiscard]] Result<QJsonArray> requiredArray(const QJsonObject &object, QStringView field);

} // namespace tollkeeper
