// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "platform/polkit_authority.h"
#include "secrets/secret_gate.h"

#include <QTimer>

#include <optional>

namespace tollkeeper {

//! The app's own lock in front of secrets: after some minutes without input in our windows, or on demand,
//! until the person proves through polkit who they are. Polling goes on, and the keyring is never touched. UI
//! thread.
//!
//! It is offered only where it can be opened again: turning it on asks for the password once, because polkit
//! does not tell whether anybody in this session would show its question. Once it is on, the program begins
//! locked, so that starting it anew is no way around; where polkit has gone meanwhile, it is not in force.
class SecretLock final : public SecretGate {
    Q_OBJECT

public:
    //! What is kept from run to run.
    struct Settings {
        bool isOn = false;
        int idleMinutes = 0; //!< 0: only on demand
        friend bool operator==(const Settings &, const Settings &) = default;
    };

    //! `clock` must outlive the lock; it is looked at every `tick`.
    explicit SecretLock(const Clock &clock, std::chrono::milliseconds tick = std::chrono::seconds(5),
        QObject *parent = nullptr);

    //! Once, at the program's start.
    void begin(Settings settings);

    [[nodiscard]] bool isLocked() const override { return m_isLocked; }
    [[nodiscard]] Settings settings() const { return m_settings; }
    [[nodiscard]] bool isAsking() const { return m_isAsking; } //!< the person is being asked
    //! NotOffered with what is in the way, as far as known; nullopt: nothing.
    [[nodiscard]] std::optional<Error> obstacle() const { return m_obstacle; }
    //! Why the last question did not end in an open lock.
    [[nodiscard]] std::optional<Error> problem() const { return m_problem; }

    void turnOn(int idleMinutes); //!< asks for the password
    void turnOff(); //!< nothing happens while it is locked
    void setIdleMinutes(int minutes); //!< nothing happens while it is locked
    void lockNow(); //!< nothing happens while it is off
    void unlock(); //!< asks for the password; one question at a time

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void stateChanged();
    void settingsChanged(); //!< by the person; to be kept

private:
    void ask(std::function<void()> proven);
    void lookAtClock();
    void watchInput();
    void setLocked(bool isLocked);
    void change(Settings settings);
    [[nodiscard]] bool isIdle() const;

    const Clock &m_clock;
    PolkitAuthority m_polkit;
    Settings m_settings;
    QTimer m_tick;
    QDateTime m_lastInput; //!< UTC
    std::optional<Error> m_obstacle;
    std::optional<Error> m_problem;
    bool m_isLocked = false;
    bool m_isAsking = false;
};

} // namespace tollkeeper
