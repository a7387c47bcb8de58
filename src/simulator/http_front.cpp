// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/http_front.h"

#include <atomic>
#include <chrono>
#include <httplib.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>

namespace tollkeeper::simulator {
namespace {

using namespace std::chrono_literals;

constexpr auto Host = "127.0.0.1";

//! The port of a TCP socket's near or far end; 0 for anything else.
int portOf(int descriptor, decltype(&::getsockname) end)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (end(descriptor, reinterpret_cast<sockaddr *>(&address), &size) != 0 || address.sin_family != AF_INET)
        return 0;
    return ntohs(address.sin_port);
}

//! Shuts connections of our port down: that from one remote port, or all with 0. The library has no way to
//! drop a connection without an answer, nor to stop waiting on kept-alive ones, so we look for its sockets.
void dropConnections(int ownPort, int remotePort)
{
    constexpr int MostDescriptors = 4096;
    for (int descriptor = 3; descriptor < MostDescriptors; ++descriptor) {
        const auto far = portOf(descriptor, &::getpeername);
        if (far != 0 && (remotePort == 0 || far == remotePort)
            && portOf(descriptor, &::getsockname) == ownPort)
            ::shutdown(descriptor, SHUT_RDWR);
    }
}

//! The socket of a client; -1 when it has none any more.
int socketOf(int ownPort, int remotePort)
{
    constexpr int MostDescriptors = 4096;
    for (int descriptor = 3; descriptor < MostDescriptors; ++descriptor) {
        if (portOf(descriptor, &::getpeername) == remotePort && portOf(descriptor, &::getsockname) == ownPort)
            return descriptor;
    }
    return -1;
}

bool hasGone(int descriptor)
{
    char byte = 0;
    return ::recv(descriptor, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

//! Drops a connection so that the client sees a reset: connecting a socket to nowhere does that (Linux), and
//! the library still closes it as its own.
void resetConnection(int ownPort, int remotePort)
{
    sockaddr nowhere{};
    nowhere.sa_family = AF_UNSPEC;
    if (const int descriptor = socketOf(ownPort, remotePort); descriptor >= 0)
        ::connect(descriptor, &nowhere, sizeof nowhere);
}

//! The how-manieth request this is on its connection. The library serves a connection on one thread.
int countOnConnection(int remotePort)
{
    thread_local int port = 0;
    thread_local int count = 0;
    count = port == remotePort ? count + 1 : 1;
    port = remotePort;
    return count;
}

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

//! The library adds these to the headers of a request.
bool isOwnAddition(const std::string &name)
{
    return name == "REMOTE_ADDR" || name == "REMOTE_PORT" || name == "LOCAL_ADDR" || name == "LOCAL_PORT";
}

Asked readRequest(const httplib::Request &request)
{
    Asked asked{.method = bytes(request.method), .path = bytes(request.path), .body = bytes(request.body)};
    asked.onConnection = countOnConnection(request.remote_port);
    if (const auto mark = request.target.find('?'); mark != std::string::npos)
        asked.query = bytes(request.target.substr(mark + 1));
    for (const auto &[name, value] : request.headers) {
        if (!isOwnAddition(name))
            asked.headers.emplace_back(bytes(name), bytes(value));
    }
    return asked;
}

void writeCut(httplib::Response &response, const Answer &answer)
{
    const auto body = answer.body.toStdString();
    const auto sent = std::min(body.size(), static_cast<std::size_t>(*answer.cutAfterBytes));
    response.set_content_provider(body.size(), answer.contentType.toStdString(),
        [body, sent](std::size_t offset, std::size_t, httplib::DataSink &sink) {
            if (offset >= sent)
                return false;
            return sink.write(body.data() + offset, sent - offset);
        });
}

//! Waits in small steps. False when it was to be given up.
template<typename GoesOn>
bool waited(int milliseconds, const GoesOn &goesOn)
{
    for (auto passed = 0ms; passed.count() < milliseconds; passed += 10ms) {
        if (!goesOn())
            return false;
        std::this_thread::sleep_for(std::min(10ms, std::chrono::milliseconds(milliseconds) - passed));
    }
    return goesOn();
}

//! Piece by piece, without telling the length.
void writeStream(httplib::Response &response, const Answer &answer, const std::atomic<bool> &stopping)
{
    auto pieces = answer.pieces;
    if (pieces.empty())
        pieces.push_back({answer.body.size(), 0});
    const auto last = answer.cutAfterBytes.value_or(answer.body.size());
    response.set_chunked_content_provider(answer.contentType.toStdString(),
        [body = answer.body, pieces, last, cut = answer.cutAfterBytes.has_value(), &stopping, next = 0UL,
            sent = qsizetype(0)](std::size_t, httplib::DataSink &sink) mutable {
            if (next == pieces.size() || sent >= last) {
                if (!cut)
                    sink.done();
                return !cut;
            }
            const auto piece = pieces[next++];
            if (!waited(piece.delayMs, [&] { return !stopping && sink.is_writable(); }))
                return false;
            const auto end = qMin(piece.end, last);
            const bool written
                = end <= sent || sink.write(body.constData() + sent, static_cast<std::size_t>(end - sent));
            sent = qMax(sent, end);
            return written;
        });
}

void writeAnswer(httplib::Response &response, const Answer &answer, const std::atomic<bool> &stopping)
{
    response.status = answer.status;
    for (const auto &[name, value] : answer.headers)
        response.set_header(name.toStdString(), value.toStdString());
    if (answer.stream)
        writeStream(response, answer, stopping);
    else if (answer.cutAfterBytes && *answer.cutAfterBytes < answer.body.size())
        writeCut(response, answer);
    else
        response.set_content(answer.body.toStdString(), answer.contentType.toStdString());
}

} // namespace

struct HttpFront::Parts {
    explicit Parts(Simulator &theSimulator) : simulator(theSimulator) { }

    void handle(const httplib::Request &request, httplib::Response &response)
    {
        const auto answer = simulator.answer(readRequest(request));
        if (answer.delayMs > 0) {
            // Who waits for what hangs gives up some time, and must not hold its thread until the end.
            const auto descriptor = socketOf(port, request.remote_port);
            waited(answer.delayMs, [&] { return !stopping && !hasGone(descriptor); });
        }
        if (answer.reset)
            resetConnection(port, request.remote_port);
        else if (answer.close)
            dropConnections(port, request.remote_port);
        else
            writeAnswer(response, answer, stopping);
    }

    Simulator &simulator;
    httplib::Server server;
    int port = 0;
    std::atomic<bool> stopping = false;
    std::atomic<bool> finished = false;
};

HttpFront::HttpFront(Simulator &simulator) : m_parts(std::make_unique<Parts>(simulator))
{
    auto &server = m_parts->server;
    server.new_task_queue
        = [] { return new httplib::ThreadPool(64); }; // a kept-alive connection holds a thread
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(1'000'000'000);
    server.set_keep_alive_timeout(60);
    server.set_payload_max_length(8 * 1024 * 1024);
    // The library's own choice lets a second simulator share the port.
    server.set_socket_options([](int descriptor) {
        const int yes = 1;
        ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    const auto handler = [parts = m_parts.get()](const httplib::Request &request,
                             httplib::Response &response) { parts->handle(request, response); };
    server.Get(".*", handler);
    server.Post(".*", handler);
    server.Put(".*", handler);
    server.Patch(".*", handler);
    server.Delete(".*", handler);
}

HttpFront::~HttpFront() = default;

std::optional<int> HttpFront::bind(int port)
{
    auto &server = m_parts->server;
    m_parts->port = port == 0 ? server.bind_to_any_port(Host) : (server.bind_to_port(Host, port) ? port : -1);
    return m_parts->port > 0 ? std::optional(m_parts->port) : std::nullopt;
}

void HttpFront::run()
{
    m_parts->server.listen_after_bind();
    m_parts->finished = true;
}

void HttpFront::stop()
{
    m_parts->stopping = true;
    // stop() does nothing before the library has begun to listen.
    while (!m_parts->server.is_running() && !m_parts->finished)
        std::this_thread::sleep_for(1ms);
    m_parts->server.stop();
    while (!m_parts->finished) {
        dropConnections(m_parts->port, 0);
        std::this_thread::sleep_for(5ms);
    }
}

} // namespace tollkeeper::simulator
