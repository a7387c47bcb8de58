// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "secrets/one_shot.h"

#include <QObject>

#include <deque>
#include <memory>

namespace tollkeeper {

//! One at a time, in the order of asking. Await take(), then hold a Turn for as long as it lasts.
class Turns {
public:
    [[nodiscard]] OneShot<Done> take();
    //! Calls everybody who waits, all at once: they are to leave without doing anything.
    void close();
    [[nodiscard]] bool isClosed() const { return m_isClosed; }

private:
    friend class Turn;
    void pass();
    void callNext();

    QObject m_context;
    std::deque<OneShot<Done>> m_waiting;
    bool m_isTaken = false;
    bool m_isClosed = false;
};

//! Passes the turn on when it dies. Make it right after awaiting take().
class Turn {
public:
    explicit Turn(std::shared_ptr<Turns> turns) : m_turns(std::move(turns)) { }
    Q_DISABLE_COPY_MOVE(Turn)
    ~Turn() { m_turns->pass(); }

private:
    std::shared_ptr<Turns> m_turns;
};

} // namespace tollkeeper
