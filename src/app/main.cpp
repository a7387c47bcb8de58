// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/fonts.h"
#include "words/explain.h"

#include <QApplication>
#include <QQuickStyle>
#include <QTextStream>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper;

namespace {

//! Files are 0600 and directories 0700; no core dump may hold a key (trust.md 4).
void protectThisProcess()
{
    ::umask(0077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace

int main(int argc, char **argv)
{
    protectThisProcess();
    QQuickStyle::setStyle(u"Basic"_s);
    const QApplication application(argc, argv); // Qt Charts draws with Graphics View
    QApplication::setApplicationName(u"tollkeeper"_s);
    QApplication::setApplicationDisplayName(u"Tollkeeper"_s);
    QApplication::setApplicationVersion(QStringLiteral(TK_VERSION));
    QApplication::setDesktopFileName(u"tollkeeper"_s);

    const auto options = readOptions(QApplication::arguments());
    if (!options) {
        QTextStream(stderr) << explain(options.error()).sentence << '\n';
        return 2;
    }
    loadFonts();
    return Application(*options).run();
}
