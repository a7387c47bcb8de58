// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/icon_provider.h"

#include "base/log.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! The drawing with its black strokes and fills replaced; alpha is left to the caller of requestImage.
QByteArray coloured(QByteArray svg, const QColor &colour)
{
    return svg.replace("#000000", colour.name(QColor::HexRgb).toLatin1());
}

} // namespace

IconProvider::IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) { }

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const auto name = id.section(u'/', 0, 0);
    const QColor colour(u'#' + id.section(u'/', 1, 1));
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly) || !colour.isValid()) {
        qCWarning(logApp).noquote() << "no such icon:" << id;
        return {};
    }
    QSvgRenderer renderer(coloured(file.readAll(), colour));
    const auto wanted = requestedSize.isEmpty() ? renderer.defaultSize() : requestedSize;
    QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter);
    if (size)
        *size = wanted;
    return image;
}

} // namespace tollkeeper
