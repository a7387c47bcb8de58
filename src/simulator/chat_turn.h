// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chat_failures.h"
#include "simulator/chat_scenarios.h"
#include "simulator/chat_wish.h"
#include "simulator/request_row.h"
#include "simulator/world.h"

namespace tollkeeper::simulator {

//! Why an answer ends. Blank: the gateway does not say.
enum class Ending : std::uint8_t { Stop, Length, Tool, Filtered, Error, Blank };

struct ToolCall {
    QString id = {};
    QString name = {};
    QStringList argumentPieces = {}; //!< joined they are JSON text
};

//! A try at a provider before the answer, and what it failed with; null for the one that answered.
struct Try {
    QString provider = {};
    QString model = {}; //!< as the gateway names it
    std::size_t modelIndex = 0;
    const Failure *failure = nullptr;
};

//! A model as somebody named it: one of the catalogue, or a scenario that costs what one of it costs.
struct NamedModel {
    QString name = {}; //!< as the gateway shows it
    std::size_t index = 0; //!< in the catalogue
    std::optional<ChosenScenario> scenario = {}; //!< of a model that is one
    QString strategy = {}; //!< how OpenRouter chose it, "direct"
};

//! One answered question: everything an answer tells, before any protocol or gateway gives it a form.
struct Turn {
    Place place = Place::OpenRouter;
    Dialect dialect = Dialect::Current;
    ChatWish wish = {};
    Twist twist = Twist::None;
    QByteArray id = {}; //!< of the request, as the gateway's own records have it
    QByteArray letters = {}; //!< 24 hexadecimal digits, for all other ids
    qint64 momentMs = 0; //!< milliseconds since 1970 UTC
    NamedModel asked = {};
    NamedModel served = {};
    QString provider = {}; //!< empty where the gateway does not tell
    QStringList reasoning = {}; //!< in pieces
    QStringList text = {}; //!< in pieces
    std::optional<ToolCall> tool = {};
    Ending ending = Ending::Stop;
    Figures figures = {};
    CostParts parts = {};
    std::vector<Try> tries = {}; //!< the last one answered
    bool tellsTries = false; //!< the client asked for them
    int totalMs = 0;
    int firstTokenMs = 0;
};

//! Gives a turn its words, its ending, its tokens and its cost. Everything before `reasoning` must be set.
void fillIn(Turn &turn, quint64 draw);
//! What the gateway keeps of a turn.
[[nodiscard]] RequestRow rowOf(const Turn &turn, RequestOutcome outcome);
//! A turn that broke with an error: nobody pays for it.
void makeFree(Turn &turn);
//! What a turn's figures are when a stream breaks half-way: the tokens until there, and what they cost.
void halve(Turn &turn);

} // namespace tollkeeper::simulator
