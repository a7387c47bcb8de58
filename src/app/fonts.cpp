// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"

#include "base/log.h"

#include <QDir>
#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

void loadFonts()
{
    const QDir folder(u":/fonts"_s);
    for (const auto &name : folder.entryList({u"*.otf"_s})) {
        if (QFontDatabase::addApplicationFont(folder.filePath(name)) < 0)
            qCWarning(logApp).noquote() << "cannot load the font" << name;
    }
    QFont font(u"Tollkeeper Sans"_s);
    font.setPixelSize(13);
    QGuiApplication::setFont(font);
    QFont::insertSubstitution(u"JetBrains Mono"_s, u"monospace"_s);
}

} // namespace tollkeeper
