// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tollkeeper::simulator::panel {

//! {"code":0,"message":"success","data":…}
[[nodiscard]] Answer succeeded(const QJsonObject &data);
//! A refusal of the panel itself: the status once more as a number, and the reason when it has a name.
[[nodiscard]] Answer refused(int status, const QString &reason, const QString &message);
//! A refusal of what stands before it: here the code is text.
[[nodiscard]] Answer turnedAway(int status, const QString &code, const QString &message);

//! Which page of a list was asked for. What is out of range counts as not said.
struct Page {
    qint64 number = 1;
    qint64 size = 20; //!< 1 to 1000

    [[nodiscard]] qint64 first() const { return (number - 1) * size; }
};
[[nodiscard]] Page pageAsked(const Asked &asked);

//! The list's page in its envelope; `items` is the JSON text of the rows, with commas and without brackets.
[[nodiscard]] Answer paged(const QByteArray &items, qint64 total, const Page &page);

} // namespace tollkeeper::simulator::panel
