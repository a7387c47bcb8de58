// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <thread>

namespace benchmark {

//! Serves OpenAI-style streams on a loopback port, from a thread of its own: prepared bytes, so that it costs
//! the clients' processes nothing. The path says how: /big/… in writes of 64 kB, /each/… one write per event,
//! /timed/… a thousand events a second whose text is the moment they were written (monotonic clock, ns).
class StreamServer {
public:
    //! `bytes`: of the bodies of /big and /each; `moments`: events of /timed.
    StreamServer(qint64 bytes, int moments);
    ~StreamServer();
    Q_DISABLE_COPY_MOVE(StreamServer)

    [[nodiscard]] quint16 port() const { return m_port; }
    //! UTF-16 units of the text in it.
    [[nodiscard]] qint64 characters() const { return m_characters; }

private:
    void prepare(qint64 bytes);
    void serve() const;
    void answer(int connection) const;
    void answerTimed(int connection) const;

    int m_moments;
    int m_socket = -1;
    quint16 m_port = 0;
    qint64 m_characters = 0;
    QByteArray m_big; //!< the same events, in large chunks
    QList<QByteArray> m_each;
    std::jthread m_thread;
};

} // namespace benchmark
