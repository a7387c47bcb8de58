// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert.h"
#include "domain/channel.h"

#include <QMap>

namespace tollkeeper {

using RuleId = Id<struct RuleTag>;

//! One value in the sentence of a rule that a person may change.
struct RuleParameter {
    enum class Unit : std::uint8_t {
        Times, //!< hundredths: 150 is 1.5 times
        Percent,
        Minutes,
        Days,
        Polls,
        Requests,
        Amount, //!< cents, in the currency of the account or key that is looked at
        Weekday, //!< 1 Monday … 7 Sunday
        Hour, //!< 0 … 23, of the reporting zone
    };
    QString name; //!< the word in the database and on the command line: "times", "floor"
    Unit unit = Unit::Percent;
    qint64 initial = 0;
    qint64 least = 0;
    qint64 most = 0;
};

//! What can be changed of a kind of rule, in the order in which its sentence names it. Empty for budgets.
[[nodiscard]] const QList<RuleParameter> &parametersOf(AlertKind kind);

//! A rule raises alerts; each has its own sensitivity.
struct AlertRule {
    RuleId id = {};
    AlertKind kind = AlertKind::Spike; //!< REQUIRES: not of a budget
    bool isOn = true;
    AlertSeverity severity = AlertSeverity::Warning;
    QMap<QString, qint64> values = {}; //!< by RuleParameter::name; what is missing has its initial value
    QList<ChannelId> channels = {}; //!< who is told, besides the inbox

    //! The value of a parameter, within its bounds. REQUIRES: a name of parametersOf(kind).
    [[nodiscard]] qint64 value(const QString &name) const;
    friend bool operator==(const AlertRule &, const AlertRule &) = default;
};

//! One rule of each kind, as a new profile has them.
[[nodiscard]] QList<AlertRule> firstRules();

} // namespace tollkeeper
