// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"

#include <QCoreApplication>
#include <QTextStream>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper;
using namespace tollkeeper::ctl;

namespace {

QList<QCommandLineOption> commonOptions()
{
    return {
        {u"profile"_s, u"Use the profile in this directory."_s, u"DIR"_s},
        {u"clock"_s, u"Let the clock start at this time (UTC unless it says otherwise)."_s, u"ISO8601"_s},
        {u"json"_s, u"Print one JSON document and nothing else on standard output."_s},
        {u"quiet"_s, u"Print nothing but errors."_s},
        {u"no-color"_s, u"Accepted for scripts; the output has no colours."_s},
    };
}

//! Files are 0600 and directories 0700; no core dump may hold a key (trust.md 4).
void protectThisProcess()
{
    ::umask(0077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

QString helpText(const QList<Command> &commands)
{
    QString text = u"Usage: tollkeeperctl [options] COMMAND\n\nCommands:\n"_s;
    for (const auto &command : commands) {
        text += u"  "_s + (command.words + u' ' + command.argumentsText).leftJustified(28) + command.summary
            + u'\n';
    }
    return text + u"\ntollkeeperctl COMMAND --help tells its options.\n"_s;
}

//! The command whose words the arguments begin with. Options of a command are not known yet, so their values
//! may stand among the positional arguments, but never before the command's words.
const Command *commandFor(const QList<Command> &commands, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(commonOptions());
    parser.parse(arguments);
    const auto words = parser.positionalArguments();
    for (const auto &command : commands) {
        const auto own = command.words.split(u' ');
        if (words.size() >= own.size() && words.mid(0, own.size()) == own)
            return &command;
    }
    return nullptr;
}

Exit runCommand(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(command.summary);
    parser.addOptions(commonOptions());
    parser.addOptions(command.options);
    parser.addHelpOption();
    parser.addPositionalArgument(
        command.words, command.summary, command.words + u' ' + command.argumentsText);
    if (!parser.parse(arguments))
        return reportUsage(parser.errorText()); // Qt's are sentences
    if (parser.isSet(u"help"_s)) {
        QTextStream(stdout) << parser.helpText();
        return Exit::Done;
    }
    const OutputMode mode{parser.isSet(u"json"_s), parser.isSet(u"quiet"_s)};
    const auto own = parser.positionalArguments().mid(command.words.split(u' ').size());
    if (command.runAlone)
        return command.runAlone(parser, own, mode);
    Engine::Setup setup{parser.value(u"profile"_s), parser.value(u"clock"_s), false};
    for (const auto &option : command.options)
        setup.notifies = setup.notifies || (option.names().contains(u"notify"_s) && parser.isSet(option));
    auto needs = command.needs;
    for (const auto &option : command.readingOptions)
        needs = parser.isSet(option) ? Needs::Reading : needs;
    auto engine = Engine::start(setup, needs);
    if (!engine)
        return report(mode, engine.error());
    return command.run({parser, own, mode, **engine});
}

} // namespace

int main(int argc, char **argv)
{
    protectThisProcess();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tollkeeperctl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TK_VERSION));
    const auto arguments = QCoreApplication::arguments();
    const auto commands = allCommands();
    if (arguments.contains(u"--version"_s)) {
        QTextStream(stdout) << "tollkeeperctl " << QCoreApplication::applicationVersion() << '\n';
        return 0;
    }
    if (const auto *command = commandFor(commands, arguments))
        return static_cast<int>(runCommand(*command, arguments));
    const bool askedForHelp = arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s);
    QTextStream(askedForHelp ? stdout : stderr) << helpText(commands);
    return static_cast<int>(askedForHelp ? Exit::Done : Exit::WrongUsage);
}
