// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secret_custody.h"

#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

const auto IsOnKey = u"lock/on"_s;
const auto MinutesKey = u"lock/idle_minutes"_s;

} // namespace

SecretCustody::SecretCustody(const Profile &profile, const Clock &clock)
    : m_settingsPath(profile.settingsPath()), m_lock(clock)
{
    QObject::connect(&m_lock, &SecretLock::settingsChanged, &m_lock, [this] { keep(); });
    QObject::connect(&m_lock, &SecretGate::lockChanged, &m_clipboard, [this] {
        if (m_lock.isLocked())
            m_clipboard.clear();
    });
}

void SecretCustody::begin()
{
    m_lock.begin(kept());
}

SecretLock::Settings SecretCustody::kept() const
{
    const QSettings settings(m_settingsPath, QSettings::IniFormat);
    return {settings.value(IsOnKey).toBool(), settings.value(MinutesKey).toInt()};
}

void SecretCustody::keep() const
{
    QSettings settings(m_settingsPath, QSettings::IniFormat);
    settings.setValue(IsOnKey, m_lock.settings().isOn);
    settings.setValue(MinutesKey, m_lock.settings().idleMinutes);
}

} // namespace tollkeeper
