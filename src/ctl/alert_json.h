// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"

#include <QJsonObject>
#include <QTimeZone>

namespace tollkeeper::ctl {

//! An alert and what became of its notices.
struct ListedAlert {
    Alert alert;
    QList<Delivery> deliveries; //!< newest first
};

//! It with its figures and its words. What its kind does not have is null.
[[nodiscard]] QJsonObject alertJson(
    const ListedAlert &listed, const QList<Channel> &channels, const QTimeZone &zone);

} // namespace tollkeeper::ctl
