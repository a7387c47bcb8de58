// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/tray.h"

#include <QAction>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! A name as a menu shows it: on the bus an underscore marks the letter to press, and so does the first
//! ampersand, which Qt turns into one.
QString menuText(QString text)
{
    text.replace(u'_', u"__"_s);
    if (const auto place = text.indexOf(u'&'); place >= 0)
        text.insert(place, u'&');
    return text;
}

void addLine(QMenu &menu, const QString &text)
{
    menu.addAction(menuText(text))->setEnabled(false);
}

} // namespace

Tray::Tray(QObject *parent) : QObject(parent)
{
    connect(&m_watch, &TrayWatch::availableChanged, this, &Tray::follow);
    fill();
}

void Tray::follow()
{
    if (m_watch.isAvailable() == isShown())
        return;
    if (!m_watch.isAvailable()) {
        m_icon.reset();
        Q_EMIT shownChanged();
        return;
    }
    m_icon = std::make_unique<QSystemTrayIcon>();
    connect(
        m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason != QSystemTrayIcon::Context)
                Q_EMIT openRequested();
        });
    m_icon->setContextMenu(&m_menu);
    paint();
    m_icon->show();
    Q_EMIT shownChanged();
}

void Tray::show(const TrayContents &contents)
{
    if (m_contents == contents) // a menu that is open stays as it is
        return;
    m_contents = contents;
    fill();
    paint();
}

void Tray::setDark(bool isDark)
{
    if (m_isDark == isDark)
        return;
    m_isDark = isDark;
    paint();
}

void Tray::paint()
{
    if (!m_icon)
        return;
    m_icon->setIcon(trayPicture(m_contents.state, m_isDark));
    m_icon->setToolTip(m_contents.tip);
}

void Tray::tell(const QString &title, const QString &text)
{
    if (m_icon)
        m_icon->showMessage(title, text, QSystemTrayIcon::Information);
}

void Tray::fill()
{
    m_menu.clear();
    for (const auto &figure : m_contents.figures)
        addLine(m_menu, figure);
    if (!m_contents.figures.isEmpty())
        m_menu.addSeparator();
    m_menu.addAction(tr("Open Tollkeeper"), this, &Tray::openRequested);
    if (!m_contents.alerts.isEmpty())
        m_menu.addAction(m_contents.alerts, this, &Tray::alertsRequested);
    if (!m_contents.accounts.isEmpty())
        m_menu.addSeparator();
    for (const auto &account : m_contents.accounts)
        m_menu.addAction(
            menuText(account.text), this, [this, id = account.id] { Q_EMIT accountRequested(id); });
    m_menu.addSeparator();
    if (!m_contents.poll.isEmpty()) {
        auto *poll = m_menu.addAction(m_contents.poll, this, &Tray::pollRequested);
        poll->setEnabled(m_contents.canPoll);
    }
    fillPause();
    m_menu.addSeparator();
    m_menu.addAction(tr("Quit Tollkeeper"), this, &Tray::quitRequested);
}

void Tray::fillPause()
{
    if (!m_contents.paused.isEmpty()) {
        addLine(m_menu, m_contents.paused);
        m_menu.addAction(tr("Resume alerts"), this, &Tray::resumeRequested);
        return;
    }
    auto *pause = m_menu.addMenu(tr("Pause alerts"));
    const auto add = [&](const QString &text, Pause length) {
        pause->addAction(text, this, [this, length] { Q_EMIT pauseRequested(length); });
    };
    add(tr("For 1 hour"), Pause::OneHour);
    add(tr("For 8 hours"), Pause::EightHours);
    add(tr("Until tomorrow, 08:00"), Pause::Tomorrow);
}

} // namespace tollkeeper
