// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/engine.h"
#include "ctl/output.h"

#include <QCommandLineParser>

namespace tollkeeper::ctl {

//! Everything a command gets: what was asked, where to say the answer, and the engine.
struct Call {
    const QCommandLineParser &options;
    QStringList arguments; //!< after the command's own words
    OutputMode mode;
    Engine &engine;
};

//! One command of tollkeeperctl. A new command is one entry in the list of its file.
struct Command {
    QString words; //!< "account add"
    QString summary;
    QString argumentsText; //!< for --help: "NAME"
    Needs needs = Needs::Reading;
    QList<QCommandLineOption> options = {};
    Exit (*run)(const Call &call) = nullptr;
    QStringList readingOptions = {}; //!< with one of these it only reads
    //! Instead of run, for a command that needs no profile: options, arguments, where to say the answer.
    Exit (*runAlone)(const QCommandLineParser &, const QStringList &, const OutputMode &) = nullptr;
};

[[nodiscard]] QList<Command> accountCommands();
[[nodiscard]] QList<Command> panelCommands();
[[nodiscard]] QList<Command> keyCommands();
[[nodiscard]] QList<Command> keyListCommands();
[[nodiscard]] QList<Command> rotateCommands();
[[nodiscard]] QList<Command> pollCommands();
[[nodiscard]] QList<Command> spendCommands();
[[nodiscard]] QList<Command> forecastCommands();
[[nodiscard]] QList<Command> usageCommands();
[[nodiscard]] QList<Command> importCommands();
[[nodiscard]] QList<Command> exportCommands();
[[nodiscard]] QList<Command> ratesCommands();
[[nodiscard]] QList<Command> generationCommands();
[[nodiscard]] QList<Command> budgetCommands();
[[nodiscard]] QList<Command> alertsCommands();
[[nodiscard]] QList<Command> alertCommands();
[[nodiscard]] QList<Command> checkCommands();
[[nodiscard]] QList<Command> ruleCommands();
[[nodiscard]] QList<Command> channelCommands();
[[nodiscard]] QList<Command> zoneCommands();
[[nodiscard]] QList<Command> decodeCommands();
[[nodiscard]] QList<Command> sendCommands();
[[nodiscard]] QList<Command> allCommands();

//! The account of that name.
[[nodiscard]] Result<Account> accountNamed(Engine &engine, const QString &name);
[[nodiscard]] Result<QList<Account>> allAccounts(Engine &engine);

} // namespace tollkeeper::ctl
