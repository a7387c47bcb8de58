// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/report.h"
#include "benchmarks/stream_clients.h"
#include "benchmarks/stream_server.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdlib>

using namespace benchmark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Runs = 3;

//! What a client told of several runs.
class Figures {
public:
    void add(const QJsonObject &told) { m_told.append(told); }
    [[nodiscard]] bool isEmpty() const { return m_told.isEmpty(); }
    [[nodiscard]] double median(const QString &name) const
    {
        QList<double> values;
        for (const auto &told : m_told)
            values.append(told[name].toDouble());
        std::sort(values.begin(), values.end());
        return values.isEmpty() ? 0 : values.at(values.size() / 2);
    }

private:
    QList<QJsonObject> m_told;
};

//! Runs a client in a process of its own; nullopt where it cannot be had, which it says.
std::optional<QJsonObject> runClient(const QString &program, const QStringList &arguments)
{
    constexpr int Skipped = 77;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    if (!process.waitForFinished(600'000) || process.exitStatus() != QProcess::NormalExit)
        qFatal("%s did not end well", qPrintable(program));
    const auto said = process.readAllStandardOutput();
    if (process.exitCode() == Skipped) {
        QTextStream(stdout) << "openai for Node: " << said.trimmed() << Qt::endl;
        return std::nullopt;
    }
    const auto told = QJsonDocument::fromJson(said).object();
    if (process.exitCode() != 0 || told.isEmpty())
        qFatal("%s told nothing: %s", qPrintable(program), said.constData());
    return told;
}

class Clients {
public:
    explicit Clients(const StreamServer &server) : m_server(server) { }

    [[nodiscard]] QJsonObject run(const QString &client, const QString &path) const
    {
        const auto url = u"http://127.0.0.1:%1/%2/v1/chat/completions"_s.arg(m_server.port()).arg(path);
        auto told = *runClient(QCoreApplication::applicationFilePath(), {u"--client"_s, client, url});
        if (client == "ours"_L1 && path != "timed"_L1
            && told[u"characters"_s].toInteger() != std::min<qint64>(m_server.characters(), 4 * 1024 * 1024))
            qFatal("the text is not what was sent");
        return told;
    }

    //! The official client of OpenAI for Node, where TK_OPENAI_PEER names a folder to install it into.
    [[nodiscard]] Figures peer() const
    {
        Figures figures;
        const auto folder = qEnvironmentVariable("TK_OPENAI_PEER");
        for (int run = 0; run < Runs && !folder.isEmpty(); ++run) {
            const auto url = u"http://127.0.0.1:%1/big/v1"_s.arg(m_server.port());
            const auto told = runClient(QStringLiteral(TK_OPENAI_PEER_SCRIPT), {folder, url});
            if (!told)
                break;
            figures.add(*told);
        }
        return figures;
    }

private:
    const StreamServer &m_server;
};

void compareReading(Report &report, const Clients &clients, const QString &path, const QString &name)
{
    Figures bare;
    Figures ours;
    for (int run = 0; run < Runs; ++run) {
        bare.add(clients.run(u"bare"_s, path));
        ours.add(clients.run(u"ours"_s, path));
    }
    report.add({u"processor time of reading a stream, "_s + name, ours.median(u"cpu"_s),
        bare.median(u"cpu"_s), u"s"_s, 2, false});
    report.add(
        {u"memory growth reading a stream, "_s + name, ours.median(u"growth"_s), 32, u"MB"_s, 1, false});
    if (path != "big"_L1)
        return;
    if (const auto peer = clients.peer(); !peer.isEmpty())
        report.add({u"the same beside openai for Node"_s, ours.median(u"cpu"_s), peer.median(u"cpu"_s),
            u"s"_s, 0.1, false});
}

void compareLatency(Report &report, const Clients &clients)
{
    Figures bare;
    Figures ours;
    for (int run = 0; run < Runs; ++run) {
        bare.add(clients.run(u"bare"_s, u"timed"_s));
        ours.add(clients.run(u"ours"_s, u"timed"_s));
    }
    report.add({u"latency of an event at 1,000 a second, median"_s, ours.median(u"median"_s),
        bare.median(u"median"_s), u"ms"_s, 1.2, false});
    report.add({u"latency of an event at 1,000 a second, 99 %"_s, ours.median(u"p99"_s),
        bare.median(u"p99"_s), u"ms"_s, 1.2, false});
}

int beClient(const QString &name, const QUrl &url)
{
    const auto told = name == "ours"_L1 ? readOurs(url) : readBare(url);
    QTextStream(stdout) << QJsonDocument(told).toJson(QJsonDocument::Compact);
    return 0;
}

} // namespace

//! stream_benchmark COUNT [JSON-FILE]: streams of 100 bytes for each of COUNT, 100 MB at most, over loopback;
//! the clients are processes of their own. The reference is a QNetworkAccessManager that drops what it reads.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--client"_L1)
        return beClient(arguments.value(2), QUrl(arguments.value(3)));
    const auto count = std::min<qint64>(arguments.value(1, u"1000000"_s).toLongLong(), 1'000'000);
    Report report(arguments.value(2));
    const StreamServer server(count * 100, static_cast<int>(std::clamp<qint64>(count / 250, 100, 4000)));
    const Clients clients(server);
    compareReading(report, clients, u"big"_s, u"large writes"_s);
    compareReading(report, clients, u"each"_s, u"a write per event"_s);
    compareLatency(report, clients);
    return 0;
}
