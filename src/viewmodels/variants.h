// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QVariantList>

namespace tollkeeper {

//! Rows as QML reads them.
template<typename Row>
[[nodiscard]] QVariantList variants(const QList<Row> &rows)
{
    QVariantList list;
    for (const auto &row : rows)
        list.append(QVariant::fromValue(row));
    return list;
}

} // namespace tollkeeper
