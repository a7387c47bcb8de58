// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/tray_picture.h"
#include "platform/tray_watch.h"

#include <QList>
#include <QMenu>
#include <QString>
#include <QSystemTrayIcon>

#include <memory>

namespace tollkeeper {

//! A line of the tray's menu that stands for an account.
struct TrayAccount {
    QString id;
    QString text; //!< "OpenRouter · main: $1,184.62 left"
    friend bool operator==(const TrayAccount &, const TrayAccount &) = default;
};

//! What the tray shows, as finished texts without anything secret.
struct TrayContents {
    TrayState state = TrayState::Normal;
    QString tip; //!< one sentence
    QStringList figures; //!< lines above everything else: spend, budget, forecast
    QString alerts; //!< "Alerts: 6 open"
    QList<TrayAccount> accounts;
    QString poll; //!< "Poll now (last 14:30)"
    bool canPoll = true;
    QString paused; //!< "Alerts are paused until 16:30"; empty: they are not
    friend bool operator==(const TrayContents &, const TrayContents &) = default;
};

//! The icon in the desktop's tray with its menu, whenever the desktop has a tray: it may come later and go
//! again. Nothing lives here alone; everything in the menu is in the window too. UI thread; needs
//! QApplication.
class Tray : public QObject {
    Q_OBJECT

public:
    enum class Pause : std::uint8_t { OneHour, EightHours, Tomorrow };

    explicit Tray(QObject *parent = nullptr);

    [[nodiscard]] bool isShown() const { return m_icon != nullptr; }
    void show(const TrayContents &contents);
    void setDark(bool isDark);
    //! A message beside the icon; plain text of our own only, because some trays read markup.
    void tell(const QString &title, const QString &text);
    [[nodiscard]] const QMenu &menu() const { return m_menu; }

Q_SIGNALS:
    void shownChanged(); //!< the tray came or went
    void openRequested();
    void alertsRequested();
    void accountRequested(const QString &account);
    void pollRequested();
    void pauseRequested(tollkeeper::Tray::Pause pause);
    void resumeRequested();
    void quitRequested();

private:
    void follow();
    void fill();
    void fillPause();
    void paint();

    TrayWatch m_watch;
    QMenu m_menu;
    TrayContents m_contents;
    std::unique_ptr<QSystemTrayIcon> m_icon; //!< null: there is no tray
    bool m_isDark = false;
};

} // namespace tollkeeper
