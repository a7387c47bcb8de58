// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/colour_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QGuiApplication>
#include <QPalette>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto Service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto Path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto Interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto Area = "org.freedesktop.appearance"_L1;
constexpr auto Key = "color-scheme"_L1;
constexpr uint PrefersDark = 1; // 0: no preference, 2: light

//! Read() wraps its answer in a variant of a variant.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

ColourScheme::ColourScheme(QObject *parent) : QObject(parent)
{
    followPalette();
    qGuiApp->installEventFilter(this);
    QDBusConnection::sessionBus().connect(Service, Path, Interface, u"SettingChanged"_s, this,
        SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask();
}

bool ColourScheme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        followPalette();
    return QObject::eventFilter(watched, event);
}

void ColourScheme::ask()
{
    auto call = QDBusMessage::createMethodCall(Service, Path, Interface, u"Read"_s);
    call.setArguments({QString(Area), QString(Key)});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 3000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        const QDBusPendingReply<QDBusVariant> answer = *finished;
        if (!answer.isError())
            take(unwrapped(QVariant::fromValue(answer.value())));
        finished->deleteLater();
    });
}

void ColourScheme::settingChanged(const QString &area, const QString &key, const QDBusVariant &value)
{
    if (area == Area && key == Key)
        take(unwrapped(QVariant::fromValue(value)));
}

void ColourScheme::take(const QVariant &value)
{
    bool isNumber = false;
    const auto scheme = value.toUInt(&isNumber);
    if (!isNumber)
        return;
    m_portalAnswers = true;
    set(scheme == PrefersDark);
}

void ColourScheme::followPalette()
{
    if (!m_portalAnswers)
        set(QGuiApplication::palette().color(QPalette::Window).lightness() < 128);
}

void ColourScheme::set(bool isDark)
{
    if (m_isDark == isDark)
        return;
    m_isDark = isDark;
    Q_EMIT changed();
}

} // namespace tollkeeper
