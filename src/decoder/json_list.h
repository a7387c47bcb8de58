// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>

namespace tollkeeper {

//! The complete objects of a JSON list, also of one that breaks off: Gemini streams its pieces so where it is
//! not asked for events. Linear; looks at brackets and strings only.
struct ListedObjects {
    QList<QByteArrayView> objects; //!< into the bytes that were read
    bool isClosed = false; //!< the list's own end came
};
[[nodiscard]] ListedObjects objectsOfList(QByteArrayView bytes);

} // namespace tollkeeper
