// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/secret_lock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace tollkeeper {
namespace {

constexpr int MostMinutes = 24 * 60;

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::Wheel:
        return true;
    default:
        return false;
    }
}

bool saysNotOffered(const std::optional<Error> &error)
{
    return error && error->kind == Error::Kind::NotOffered;
}

} // namespace

SecretLock::SecretLock(const Clock &clock, std::chrono::milliseconds tick, QObject *parent)
    : SecretGate(parent), m_clock(clock), m_lastInput(clock.now())
{
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &SecretLock::lookAtClock);
    qApp->installEventFilter(this);
}

void SecretLock::begin(Settings settings)
{
    m_settings = settings;
    m_settings.idleMinutes = std::clamp(settings.idleMinutes, 0, MostMinutes);
    m_lastInput = m_clock.now();
    setLocked(settings.isOn); // until we know whether it can be opened at all
    m_polkit.look([this](const Outcome &answer) {
        m_obstacle = answer ? std::nullopt : std::optional(answer.error());
        if (m_obstacle)
            setLocked(false);
        watchInput();
        Q_EMIT stateChanged();
    });
}

void SecretLock::turnOn(int idleMinutes)
{
    if (m_settings.isOn)
        return setIdleMinutes(idleMinutes);
    ask([this, idleMinutes] { change({true, idleMinutes}); });
}

void SecretLock::turnOff()
{
    if (!m_isLocked)
        change({false, m_settings.idleMinutes});
}

void SecretLock::setIdleMinutes(int minutes)
{
    if (!m_isLocked)
        change({m_settings.isOn, minutes});
}

void SecretLock::lockNow()
{
    if (m_settings.isOn && !m_obstacle)
        setLocked(true);
}

void SecretLock::unlock()
{
    if (m_isLocked)
        ask([this] {
            m_lastInput = m_clock.now();
            setLocked(false);
        });
}

void SecretLock::ask(std::function<void()> proven)
{
    if (m_isAsking)
        return;
    m_isAsking = true;
    m_problem.reset();
    Q_EMIT stateChanged();
    m_polkit.authenticate([this, proven = std::move(proven)](const Outcome &answer) {
        m_isAsking = false;
        m_problem = answer ? std::nullopt : std::optional(answer.error());
        // While it is locked, an agent that is missing is no reason to open it.
        if (answer || (saysNotOffered(m_problem) && !m_isLocked))
            m_obstacle = m_problem;
        if (answer)
            proven();
        watchInput();
        Q_EMIT stateChanged();
    });
}

void SecretLock::change(Settings settings)
{
    settings.idleMinutes = std::clamp(settings.idleMinutes, 0, MostMinutes);
    if (m_settings == settings)
        return;
    m_settings = settings;
    m_lastInput = m_clock.now();
    watchInput();
    Q_EMIT settingsChanged();
    Q_EMIT stateChanged();
}

void SecretLock::watchInput()
{
    if (m_settings.isOn && m_settings.idleMinutes > 0 && !m_isLocked && !m_obstacle)
        m_tick.start();
    else
        m_tick.stop();
}

//! By the clock, which runs on while the machine sleeps.
bool SecretLock::isIdle() const
{
    return m_tick.isActive() && m_lastInput.secsTo(m_clock.now()) >= qint64(m_settings.idleMinutes) * 60;
}

void SecretLock::lookAtClock()
{
    if (m_clock.now() < m_lastInput) // the clock was set back
        m_lastInput = m_clock.now();
    if (isIdle())
        setLocked(true);
}

//! The input that ends a long absence comes too late: whose it is has to be proven first.
bool SecretLock::eventFilter(QObject *watched, QEvent *event)
{
    if (m_tick.isActive() && event->spontaneous() && isInput(event->type())) {
        if (isIdle())
            setLocked(true);
        else
            m_lastInput = m_clock.now();
    }
    return SecretGate::eventFilter(watched, event);
}

void SecretLock::setLocked(bool isLocked)
{
    if (m_isLocked == isLocked)
        return;
    m_isLocked = isLocked;
    watchInput();
    Q_EMIT lockChanged();
    Q_EMIT stateChanged();
}

} // namespace tollkeeper
