// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "inbox_script.h"
#include "window_setup.h"

#include <QApplication>
#include <QQmlContext>
#include <QtQuickTest>

class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine *engine)
    {
        prepareWindowEngine(*engine);
        engine->rootContext()->setContextProperty(QStringLiteral("script"), &m_script);
        engine->rootContext()->setContextProperty(QStringLiteral("inboxScript"), &m_inboxScript);
    }

private:
    WindowScript m_script;
    InboxScript m_inboxScript;
};

// Not QUICK_TEST_MAIN: Qt Charts draws with Graphics View, which needs a QApplication.
int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    tollkeeper::loadFonts();
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "window", QUICK_TEST_SOURCE_DIR, &setup);
}
#include "tst_window.moc"
