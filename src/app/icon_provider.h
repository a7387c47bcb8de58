// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace tollkeeper {

//! Draws the icons of qrc:/icons in a colour: image://tk/<name>/<colour as rrggbb or aarrggbb>. Add it to the
//! engine as "tk". Called from Qt's loader thread too; it has no state.
class IconProvider final : public QQuickImageProvider {
public:
    IconProvider();
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace tollkeeper
