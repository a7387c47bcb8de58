// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace tollkeeper {

//! A JSON object as one line of visible ASCII and spaces, fit for a header: white space between its parts
//! goes, other characters are written as \u escapes. Nothing else changes: order, repeated members and digits
//! of numbers stay as they were written. Error::Kind::InvalidInput with detail "json": no whole JSON object,
//! or one that a strict reader would refuse. Pure.
[[nodiscard]] Result<QByteArray> compactJson(const QByteArray &text);

//! The values in a JSON object that its members' names call secret ("api_key", "aws_secret_access_key"),
//! however deep, longest first; values of fewer than six characters are left out, being words. Pure.
[[nodiscard]] QList<QByteArray> secretValuesIn(const QByteArray &json);

//! How a JSON object chooses among its targets: of each level `strategy.mode` and `targets`, and nothing
//! else, so that it may be kept without its keys. Empty: no JSON object, or one without targets. Pure.
[[nodiscard]] QJsonObject strategiesIn(const QByteArray &json);

} // namespace tollkeeper
