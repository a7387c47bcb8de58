// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/stream_server.h"

#include <QString>

#include <arpa/inet.h>
#include <array>
#include <ctime>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace benchmark {
namespace {

constexpr qsizetype WriteBytes = 64 * 1024;

const QByteArray Head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
                        "Cache-Control: no-cache\r\nTransfer-Encoding: chunked\r\n\r\n";
const QByteArray Done = "data: [DONE]\n\n";

//! What models say, as JSON has it: words, escapes and letters beyond ASCII.
constexpr std::array Words{" the", " gateway", " answers", ",", " and", " what", " it", " costs", " is",
    " told", ".", "\\n\\n", " \\\"once\\\"", " caf\xc3\xa9", " per", " token", " \xe6\x97\xa5\xe6\x9c\xac",
    " of", " a", " stream", " 42", ":", " \\u00fcber", " model"};

QByteArray event(const QByteArray &delta, const QByteArray &finish = "null")
{
    return R"(data: {"id":"chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT","object":"chat.completion.chunk",)"
           R"("created":1741569952,"model":"gpt-4.1-2025-04-14","service_tier":"default",)"
           R"("system_fingerprint":"fp_44709d6fcb","choices":[{"index":0,"delta":{)"
        + delta + R"(},"logprobs":null,"finish_reason":)" + finish + "}]}\n\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

bool sendAll(int connection, const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const auto count = ::send(connection, bytes.constData() + sent,
            static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

//! The head of a request and its body, as far as its length is told.
QByteArray receive(int connection)
{
    QByteArray request;
    std::array<char, 16 * 1024> buffer{};
    for (;;) {
        const auto end = request.indexOf("\r\n\r\n");
        const auto field = request.toLower().indexOf("content-length:");
        const auto length
            = field < 0 ? 0 : request.mid(field + 15, 12).split('\r').constFirst().trimmed().toInt();
        if (end >= 0 && request.size() >= end + 4 + length)
            return request;
        const auto count = ::recv(connection, buffer.data(), buffer.size(), 0);
        if (count <= 0)
            return {};
        request.append(buffer.data(), count);
    }
}

} // namespace

StreamServer::StreamServer(qint64 bytes, int moments) : m_moments(moments)
{
    prepare(bytes);
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (m_socket < 0 || ::bind(m_socket, generic, size) != 0 || ::listen(m_socket, 8) != 0
        || ::getsockname(m_socket, generic, &size) != 0)
        qFatal("no port to serve on");
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this] { serve(); });
}

StreamServer::~StreamServer()
{
    ::shutdown(m_socket, SHUT_RDWR); // ends accept()
    m_thread.join();
    ::close(m_socket);
}

void StreamServer::prepare(qint64 bytes)
{
    m_each.append(chunk(event(R"("role":"assistant","content":"")")));
    QByteArray gathered;
    qint64 size = 0;
    for (std::size_t i = 0; size < bytes; ++i) {
        const QByteArray word(Words.at(i * 7 % Words.size()));
        const auto one = event("\"content\":\"" + word + '"');
        size += one.size();
        gathered += one;
        m_each.append(chunk(one));
        m_characters += word.contains('\\')
            ? word.contains("\\u") ? word.size() - 5 : word.size() - word.count('\\')
            : QString::fromUtf8(word).size();
        if (gathered.size() >= WriteBytes)
            m_big += chunk(std::exchange(gathered, {}));
    }
    const auto last = event({}, "\"stop\"");
    m_big += chunk(gathered + last + Done) + "0\r\n\r\n";
    m_big.prepend(m_each.constFirst());
    m_each.append(chunk(last));
    m_each.append(chunk(Done) + "0\r\n\r\n");
}

void StreamServer::serve() const
{
    for (;;) {
        const int connection = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            return;
        const int now = 1;
        ::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &now, sizeof now);
        answer(connection);
        ::close(connection);
    }
}

void StreamServer::answer(int connection) const
{
    const auto request = receive(connection);
    if (request.isEmpty() || !sendAll(connection, Head))
        return;
    if (request.startsWith("POST /timed/"))
        return answerTimed(connection);
    if (request.startsWith("POST /big/")) {
        for (qsizetype at = 0; at < m_big.size(); at += WriteBytes) {
            if (!sendAll(connection, m_big.mid(at, WriteBytes)))
                return;
        }
        return;
    }
    for (const auto &one : m_each) {
        if (!sendAll(connection, one))
            return;
    }
}

void StreamServer::answerTimed(int connection) const
{
    timespec next{};
    clock_gettime(CLOCK_MONOTONIC, &next);
    for (int i = 0; i < m_moments; ++i) {
        next.tv_nsec += 1'000'000;
        if (next.tv_nsec >= 1'000'000'000) {
            next.tv_nsec -= 1'000'000'000;
            ++next.tv_sec;
        }
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &next, nullptr);
        timespec now{};
        clock_gettime(CLOCK_MONOTONIC, &now);
        const auto moment = QByteArray::number(qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec);
        if (!sendAll(connection, chunk(event("\"content\":\"" + moment + " \""))))
            return;
    }
    sendAll(connection, chunk(event({}, "\"stop\"") + Done) + "0\r\n\r\n");
}

} // namespace benchmark
