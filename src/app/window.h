// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/file_dialogs.h"
#include "app/no_network.h"
#include "app/services.h"
#include "base/result.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

namespace tollkeeper {

//! The QML engine and its window. UI thread; the services must outlive it.
class Window {
public:
    Window();

    //! Loads Main.qml with the services; Error when QML does not load.
    [[nodiscard]] Outcome open(Services &services, RunKind kind);
    //! The small window that shows how far the demo's history has come.
    [[nodiscard]] Outcome openProgress();
    void showProgress(const QString &text, double share);
    void closeProgress();

    //! Shows a page or opens a dialog, by the names of pageNames(). REQUIRES: opened.
    void visit(const QString &page);
    //! Shows the window and asks the desktop to bring it to the front. REQUIRES: opened.
    void raise();
    //! Closing it hides it instead, because there is a tray to bring it back from. REQUIRES: opened.
    void setHidesWhenClosed(bool hides);
    //! What is shown has its data. REQUIRES: opened.
    [[nodiscard]] bool isSettled() const;
    void setDark(bool isDark);
    [[nodiscard]] QQuickWindow *window() const { return m_window; }

private:
    [[nodiscard]] QQuickWindow *load(const QString &file, const QVariantMap &properties);

    FileDialogs m_files;
    NoNetwork m_noNetwork;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr; //!< owned by the engine
    QQuickWindow *m_progress = nullptr; //!< owned by the engine
    bool m_isDark = false;
};

} // namespace tollkeeper
