// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/tray_picture.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace tollkeeper {
namespace {

constexpr double Box = 24; // what the places below are measured in

void paintSign(QPainter &painter)
{
    painter.drawLine(QPointF(6, 20), QPointF(6, 10));
    painter.drawLine(QPointF(6, 10), QPointF(18.5, 5.6));
    painter.drawLine(QPointF(11, 14.5), QPointF(18, 14.5));
    painter.drawLine(QPointF(11, 18.8), QPointF(15.5, 18.8));
}

//! With a gap around it, because nobody tells what lies behind the icon.
void paintMark(QPainter &painter, const QPainterPath &mark, const QColor &colour)
{
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setPen(QPen(Qt::black, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::black);
    painter.drawPath(mark);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPath(mark);
}

QPainterPath triangle()
{
    QPainterPath path(QPointF(18.5, 14.5));
    path.lineTo(23, 22.5);
    path.lineTo(14, 22.5);
    path.closeSubpath();
    return path;
}

QPainterPath dot()
{
    QPainterPath path;
    path.addEllipse(QPointF(18.5, 18.5), 4.5, 4.5);
    return path;
}

QPixmap paint(TrayState state, bool isDark, int size)
{
    QPixmap picture(size, size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / Box, size / Box);
    const QColor ink = isDark ? QColor(0xe7, 0xed, 0xf0) : QColor(0x14, 0x20, 0x2a);
    painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap));
    paintSign(painter);
    if (state == TrayState::Warning)
        paintMark(painter, triangle(), isDark ? QColor(0xf0, 0xbf, 0x66) : QColor(0x85, 0x4a, 0x00));
    else if (state == TrayState::Critical)
        paintMark(painter, dot(), isDark ? QColor(0xf0, 0x79, 0x6c) : QColor(0xb0, 0x23, 0x18));
    else if (state == TrayState::Paused)
        painter.drawLine(QPointF(3, 3), QPointF(21, 21));
    return picture;
}

} // namespace

QIcon trayPicture(TrayState state, bool isDark)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 44, 48, 64})
        icon.addPixmap(paint(state, isDark, size));
    return icon;
}

} // namespace tollkeeper
