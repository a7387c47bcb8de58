// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/secret_painter.h"

#include <QFontMetricsF>
#include <QPainter>

namespace tollkeeper {
namespace {

constexpr auto Flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere;

} // namespace

QSizeF sizeOfSecret(const Secret &secret, const QFont &font, qreal width)
{
    auto text = QString::fromLatin1(secret.reveal());
    const QRectF room(0, 0, width, std::numeric_limits<qint16>::max());
    const auto size = QFontMetricsF(font).boundingRect(room, Flags, text).size();
    text.fill(u'\0');
    return size;
}

void paintSecret(QPainter &painter, const QRectF &area, const Secret &secret)
{
    auto text = QString::fromLatin1(secret.reveal());
    painter.drawText(area, Flags, text);
    text.fill(u'\0');
}

} // namespace tollkeeper
