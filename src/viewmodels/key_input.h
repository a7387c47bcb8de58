// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"
#include "base/secret.h"

#include <QDate>
#include <QObject>
#include <QStringList>

#include <optional>

namespace tollkeeper {

//! "1500.00": an amount to type over.
[[nodiscard]] QString typedMoney(Money amount);
//! A day as people type it: "2026-09-30".
[[nodiscard]] std::optional<QDate> dayFromInput(const QString &typed);
//! Networks of several lines or with commas between; nullopt where one of them is none.
[[nodiscard]] std::optional<QStringList> networksFromInput(const QString &typed);
//! Takes what stands in a text field and empties the field: what was typed there never passes through a
//! property of ours or through QML.
[[nodiscard]] QByteArray takeText(QObject *field);

} // namespace tollkeeper
