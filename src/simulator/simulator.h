// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chosen_answers.h"
#include "simulator/clock_control.h"
#include "simulator/exchange.h"
#include "simulator/faults.h"
#include "simulator/panel_sessions.h"
#include "simulator/replays.h"
#include "simulator/request_log.h"
#include "simulator/world.h"

#include <QJsonObject>

#include <shared_mutex>

namespace tollkeeper::simulator {

//! All gateways and the control desk behind one door, without a socket. Thread-safe: a GET reads the world
//! beside others, anything else has it alone, and all other things that change guard themselves.
class Simulator {
public:
    Simulator(quint64 seed, const QDateTime &start);

    [[nodiscard]] Answer answer(const Asked &asked);
    //! The line that says where everything is, given where the server listens.
    [[nodiscard]] QJsonObject greeting(const QString &url) const;

private:
    [[nodiscard]] QJsonObject panelUser() const;
    [[nodiscard]] Answer answerInTurn(const Asked &asked);
    [[nodiscard]] Answer gatewayAnswer(const Asked &asked);
    [[nodiscard]] Answer controlAnswer(const Asked &asked);
    [[nodiscard]] Answer postedControlAnswer(const QByteArray &what, const Asked &asked);
    [[nodiscard]] Answer setClock(const QJsonObject &wish);
    [[nodiscard]] Answer addFault(const QJsonObject &wish);
    [[nodiscard]] Answer addAnswer(const QJsonObject &wish);
    [[nodiscard]] Answer tellPanelUser() const;
    [[nodiscard]] Answer tellLog(const Asked &asked) const;

    std::shared_mutex m_turns; //!< of the world
    World m_world;
    ClockControl m_clock;
    Faults m_faults;
    ChosenAnswers m_chosen;
    RequestLog m_log;
    PanelSessions m_sessions;
    Replays m_replays;
};

} // namespace tollkeeper::simulator
