// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/secret_lock_view_model.h"

#include "viewmodels/partner.h"
#include "words/lock_words.h"

namespace tollkeeper {

void SecretLockViewModel::setLock(SecretLock *lock)
{
    if (!exchangePartner(this, m_lock, lock))
        return;
    if (m_lock)
        connect(m_lock, &SecretLock::stateChanged, this, &SecretLockViewModel::stateChanged);
    Q_EMIT lockChanged();
    Q_EMIT stateChanged();
}

QString SecretLockViewModel::reason() const
{
    const auto obstacle = m_lock ? m_lock->obstacle() : std::nullopt;
    return obstacle ? explainLock(*obstacle).sentence : QString();
}

QString SecretLockViewModel::problem() const
{
    const auto problem = m_lock ? m_lock->problem() : std::nullopt;
    return problem ? explainLock(*problem).sentence : QString();
}

void SecretLockViewModel::setIdleMinutes(int minutes)
{
    if (m_lock)
        m_lock->setIdleMinutes(minutes);
}

void SecretLockViewModel::turnOn(int idleMinutes)
{
    if (m_lock)
        m_lock->turnOn(idleMinutes);
}

void SecretLockViewModel::turnOff()
{
    if (m_lock)
        m_lock->turnOff();
}

void SecretLockViewModel::lockNow()
{
    if (m_lock)
        m_lock->lockNow();
}

void SecretLockViewModel::unlock()
{
    if (m_lock)
        m_lock->unlock();
}

} // namespace tollkeeper
