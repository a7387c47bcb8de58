// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "app/window.h"
#include "platform/tray.h"
#include "viewmodels/tray_view_model.h"

namespace tollkeeper {

//! The tray beside the window. With a tray, closing the window hides it and Tollkeeper keeps running, which
//! is said once; without one, closing the window quits. A window that is hidden comes back when the tray
//! goes. UI thread; services and window must outlive it.
class TrayPresence {
public:
    //! REQUIRES: the window is open.
    TrayPresence(Services &services, Window &window, const Profile &profile);
    Q_DISABLE_COPY_MOVE(TrayPresence)

    void setDark(bool isDark) { m_tray.setDark(isDark); }

private:
    void follow();
    void tellOnce();

    Window &m_window;
    QString m_settingsPath;
    TrayViewModel m_model;
    Tray m_tray;
};

} // namespace tollkeeper
