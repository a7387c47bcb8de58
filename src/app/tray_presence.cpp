// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tray_presence.h"

#include "base/translation_contexts.h"

#include <QApplication>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

const auto WasToldKey = u"tray/told_that_it_keeps_running"_s;

} // namespace

TrayPresence::TrayPresence(Services &services, Window &window, const Profile &profile)
    : m_window(window)
    , m_settingsPath(profile.settingsPath())
    , m_model({services.reports(), services.alertReports(), services.alerts(), services.sync(),
          &services.channels()})
{
    QObject::connect(
        &m_model, &TrayViewModel::contentsChanged, &m_tray, [this] { m_tray.show(m_model.contents()); });
    QObject::connect(&m_tray, &Tray::shownChanged, &m_tray, [this] { follow(); });
    QObject::connect(&m_tray, &Tray::openRequested, &m_tray, [this] { m_window.raise(); });
    QObject::connect(&m_tray, &Tray::alertsRequested, &m_tray, [this] {
        m_window.visit(u"inbox"_s);
        m_window.raise();
    });
    QObject::connect(&m_tray, &Tray::accountRequested, &m_tray, [this] {
        m_window.visit(u"overview"_s);
        m_window.raise();
    });
    QObject::connect(&m_tray, &Tray::pollRequested, &m_model, &TrayViewModel::pollNow);
    QObject::connect(&m_tray, &Tray::pauseRequested, &m_model, &TrayViewModel::pause);
    QObject::connect(&m_tray, &Tray::resumeRequested, &m_model, &TrayViewModel::resume);
    QObject::connect(&m_tray, &Tray::quitRequested, &QApplication::quit);
    QObject::connect(m_window.window(), &QWindow::visibleChanged, &m_tray, [this](bool isVisible) {
        if (!isVisible && m_tray.isShown())
            tellOnce();
    });
}

void TrayPresence::follow()
{
    m_window.setHidesWhenClosed(m_tray.isShown());
    QApplication::setQuitOnLastWindowClosed(!m_tray.isShown());
    if (!m_tray.isShown() && !m_window.window()->isVisible())
        m_window.raise(); // else it would be out of reach
}

void TrayPresence::tellOnce()
{
    QSettings settings(m_settingsPath, QSettings::IniFormat);
    if (settings.value(WasToldKey).toBool())
        return;
    settings.setValue(WasToldKey, true);
    m_tray.tell(texts::Tray::tr("Tollkeeper keeps running"),
        texts::Tray::tr("It goes on polling and warning. Open it or quit it from its icon in the tray."));
}

} // namespace tollkeeper
