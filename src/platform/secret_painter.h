// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QFont>
#include <QRectF>

class QPainter;

namespace tollkeeper {

//! How much room a secret takes when it is broken anywhere to fit `width`.
[[nodiscard]] QSizeF sizeOfSecret(const Secret &secret, const QFont &font, qreal width);

//! Draws it with the painter's font and pen, broken anywhere. The one way of a secret to the screen: no text
//! property in between that QML or an accessibility client could read.
void paintSecret(QPainter &painter, const QRectF &area, const Secret &secret);

} // namespace tollkeeper
