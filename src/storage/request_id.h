// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

//! Ids of the table "request": the moment in epoch milliseconds times 2^20, plus a number that tells apart
//! what began in the same millisecond. So rows lie in order of time without an index for it.
namespace tollkeeper::requestid {

constexpr int SlotBits = 20;

//! Smallest id of a moment, in epoch milliseconds; ids of [a, b) are lowest(a) <= id < lowest(b).
[[nodiscard]] constexpr qint64 lowest(qint64 moment)
{
    return moment << SlotBits;
}

//! Whether a moment can be stored: from 2015, before which no gateway billed a token, to 2200.
[[nodiscard]] inline bool holds(const QDateTime &moment)
{
    constexpr qint64 Earliest = 1'420'070'400'000, Latest = 7'258'118'400'000;
    return moment.isValid() && moment.toMSecsSinceEpoch() >= Earliest && moment.toMSecsSinceEpoch() < Latest;
}

//! Where to put a request first. The request id decides, not the order of arrival: most rows of one
//! millisecond find their place at once.
[[nodiscard]] inline qint64 first(const QDateTime &moment, const QString &requestId)
{
    const auto slot = static_cast<qint64>(qHash(requestId, 0) & ((1U << SlotBits) - 1));
    return lowest(moment.toMSecsSinceEpoch()) + slot;
}

//! Where to put it when that id is taken: the next one in the same millisecond.
[[nodiscard]] constexpr qint64 next(qint64 id)
{
    constexpr qint64 Mask = (qint64(1) << SlotBits) - 1;
    return (id & ~Mask) | ((id + 1) & Mask);
}

//! Under what another request is kept whose request id is taken: always the same for the same moment.
[[nodiscard]] inline QString separate(const QString &requestId, const QDateTime &moment)
{
    return requestId + u'#' + QString::number(moment.toMSecsSinceEpoch());
}

[[nodiscard]] inline QDateTime momentOf(qint64 id)
{
    return QDateTime::fromMSecsSinceEpoch(id >> SlotBits, Qt::UTC);
}

} // namespace tollkeeper::requestid
