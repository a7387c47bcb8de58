// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "benchmarks/report.h"
#include "benchmarks/stall_watch.h"
#include "net/network_http_client.h"
#include "playground/network_playground_service.h"
#include "qml/window_setup.h"
#include "secrets/memory_secret_store.h"
#include "storage/account_repository.h"
#include "storage/storage.h"
#include "support/await.h"
#include "support/scripted_playground.h"
#include "support/temp_profile.h"
#include "viewmodels/playground/playground_view_model.h"

#include <QApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace tollkeeper;
using namespace benchmark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double LongestStallMs = 50; // of the issue: "never blocked over 50 ms"
constexpr qsizetype Megabyte = qsizetype(1) * 1024 * 1024;

//! Answers every request with one prepared answer, as fast as the loopback takes it. On a thread of its own.
class FullSpeedServer {
public:
    FullSpeedServer()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0
            || ::listen(m_listener, 8) != 0)
            qFatal("no loopback");
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~FullSpeedServer()
    {
        ::shutdown(m_listener, SHUT_RDWR);
        ::close(m_listener);
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(FullSpeedServer)

    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_port)); }
    void setAnswer(const QByteArray &answer) { m_answer = answer; } //!< while nothing is asked

private:
    void serve()
    {
        for (;;) {
            const auto socket = ::accept(m_listener, nullptr, nullptr);
            if (socket < 0)
                return;
            std::array<char, 65536> request{};
            (void)::recv(socket, request.data(), request.size(), 0);
            for (qsizetype at = 0; at < m_answer.size();) {
                const auto sent
                    = ::send(socket, m_answer.constData() + at, size_t(m_answer.size() - at), MSG_NOSIGNAL);
                if (sent <= 0)
                    break;
                at += sent;
            }
            ::close(socket);
        }
    }

    int m_listener = -1;
    quint16 m_port = 0;
    QByteArray m_answer;
    std::thread m_thread;
};

//! A stream of so much text, in pieces of a few words; `newlineEvery`: characters, 0: none at all.
QByteArray streamOf(qsizetype characters, qsizetype newlineEvery)
{
    QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    qsizetype line = 0;
    for (qsizetype said = 0; said < characters; said += 20) {
        QByteArray piece = "twenty letters, all ";
        line += piece.size();
        if (newlineEvery > 0 && line >= newlineEvery) {
            piece.replace(19, 1, "\\n");
            line = 0;
        }
        answer += "data: "
                  "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"model\":\"acme/first\",\"choices\":"
                  "[{\"index\":0,\"delta\":{\"content\":\""
            + piece + "\"}}]}\n\n";
    }
    return answer
        + "data: "
          "{\"id\":\"c1\",\"model\":\"acme/"
          "first\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
          "data: [DONE]\n\n";
}

//! The page over a real sender and this server.
struct Page {
    explicit Page(const QUrl &url)
    {
        Account one;
        one.gateway = u"openai-compatible"_s;
        one.name = u"Loopback"_s;
        one.baseUrl = url;
        one.secretName = u"own"_s;
        one.addedAt = clock.now();
        (void)await(secrets.write(
            one.secretName, std::make_shared<const Secret>(*Secret::fromInput("sk-benchmark-0123456789"))));
        account = *storage.write([one](Database &database) { return AccountRepository(database).add(one); })
                       .result();
        SendAccount choice;
        choice.id = account;
        choice.name = one.name;
        choice.protocols = {ApiProtocol::OpenAiChat};
        SendKey key;
        key.isAccountsOwn = true;
        choice.keys = {key};
        choices.known = QList<SendAccount>{choice};
        choices.asksAbove = {std::nullopt, 0}; // no price is known, about which it would ask
        prepareWindowEngine(engine);
        engine.setInitialProperties({{u"sender"_s, QVariant::fromValue<QObject *>(&sender)},
            {u"choices"_s, QVariant::fromValue<QObject *>(&choices)},
            {u"history"_s, QVariant::fromValue<QObject *>(&history)},
            {u"lookUps"_s, QVariant::fromValue<QObject *>(&lookUps)},
            {u"bundles"_s, QVariant::fromValue<QObject *>(&bundles)},
            {u"budgets"_s, QVariant::fromValue(script.budgetReports())},
            {u"sync"_s, QVariant::fromValue(script.sync())},
            {u"files"_s, QVariant::fromValue(script.files())}, {u"width"_s, 1224}, {u"height"_s, 900}});
        engine.load(QUrl::fromLocalFile(QStringLiteral(QML_TEST_DIR "/PlaygroundWindow.qml")));
        auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
        playground = window->property("playground").value<PlaygroundViewModel *>();
        liveUntil([this] { return playground->tab() && playground->tab()->composer()->hasAccounts(); });
        playground->tab()->composer()->setModel(u"acme/first"_s);
        playground->tab()->composer()->messages()->setText(1, u"Go on"_s);
    }

    SystemClock clock;
    TempProfile profile;
    NetworkHttpClient http;
    MemorySecretStore secrets;
    Storage storage{profile.profile(), Storage::Access::ReadWrite, QTimeZone::utc()};
    NetworkPlaygroundService sender{PlaygroundPartners{http, secrets, storage, clock}};
    ScriptedSendChoices choices;
    ScriptedRunHistory history;
    ScriptedRequestLookUp lookUps;
    ScriptedSupportBundles bundles;
    WindowScript script;
    AccountId account;
    QQmlApplicationEngine engine;
    PlaygroundViewModel *playground = nullptr;
};

void measure(const QString &name, Page &page, Report &report)
{
    auto *tab = page.playground->tab();
    for (int time = 0; time < 3; ++time) { // the first one also makes what is shown for the first time
        StallWatch stalls;
        tab->send();
        liveUntil([tab] { return !tab->isRunning(); });
        QElapsedTimer settled;
        settled.start();
        liveUntil([&settled] { return settled.elapsed() > 200; });
        if (tab->run()->state() != RunViewModel::State::Complete)
            qFatal("the answer is not complete: %s", qPrintable(tab->run()->title()));
        report.add({u"playground, %1, longest stall, run %2"_s.arg(name).arg(time + 1), stalls.takeLongest(),
            LongestStallMs, u"ms"_s, 1, false});
    }
}

} // namespace

//! Streams text at the full speed of the loopback into the Playground's page and tells for how long the
//! window did not answer at most.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    loadFonts();
    Report report(application.arguments().value(2));
    FullSpeedServer server;
    Page page(server.url());
    server.setAnswer(streamOf(Megabyte, 90));
    measure(u"1 MB in lines"_s, page, report);
    server.setAnswer(streamOf(Megabyte, 0));
    measure(u"1 MB without a line end"_s, page, report);
    server.setAnswer(streamOf(Megabyte, 1));
    measure(u"1 MB in lines of 20 characters"_s, page, report);
    return 0;
}
