// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/http_front.h"
#include "simulator/stop_signal.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper;

namespace {

constexpr int WrongUsage = 2;
constexpr int CannotListen = 3;

struct Options {
    int port = 0;
    quint64 seed = 7;
    QDateTime start = SystemClock().now();
    bool stopWithInput = false;
};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Pretends to be LLM gateways on 127.0.0.1, for the demo and the tests."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"port"_s, u"Listens on port <n>; 0 takes any free one."_s, u"n"_s, u"0"_s},
        {u"seed"_s, u"The world to pretend; the same <n> gives the same figures."_s, u"n"_s, u"7"_s},
        {u"clock"_s, u"Starts the clock at <moment> (ISO 8601) instead of now."_s, u"moment"_s},
        {u"stop-with-stdin"_s, u"Exits when standard input ends."_s},
    });
}

std::optional<Options> readOptions(const QCommandLineParser &parser)
{
    Options options;
    bool portReadable = false;
    bool seedReadable = false;
    options.port = parser.value(u"port"_s).toInt(&portReadable);
    options.seed = parser.value(u"seed"_s).toULongLong(&seedReadable);
    options.stopWithInput = parser.isSet(u"stop-with-stdin"_s);
    if (!portReadable || options.port < 0 || options.port > 65535 || !seedReadable)
        return std::nullopt;
    if (parser.isSet(u"clock"_s)) {
        const auto start = parseUtc(parser.value(u"clock"_s));
        if (!start)
            return std::nullopt;
        options.start = *start;
    }
    return options;
}

int serve(const Options &options, const simulator::StopSignal &stopSignal)
{
    simulator::Simulator simulator(options.seed, options.start);
    simulator::HttpFront front(simulator);
    const auto port = front.bind(options.port);
    if (!port) {
        std::fputs("tollkeeper-simulator: cannot listen on this port\n", stderr);
        return CannotListen;
    }
    const auto greeting = simulator.greeting(u"http://127.0.0.1:%1"_s.arg(*port));
    std::puts(QJsonDocument(greeting).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);

    std::thread serving([&front] { front.run(); });
    stopSignal.wait(options.stopWithInput);
    front.stop();
    serving.join();
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const simulator::StopSignal stopSignal;
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tollkeeper-simulator"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TK_VERSION));

    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    const auto options = readOptions(parser);
    if (!options || !parser.positionalArguments().isEmpty()) {
        std::fputs("tollkeeper-simulator: wrong usage, see --help\n", stderr);
        return WrongUsage;
    }
    return serve(*options, stopSignal);
}
