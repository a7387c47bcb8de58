// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "net/http_client.h"

#include <QJsonObject>
#include <QProcess>

namespace tollkeeper {

//! The simulator beside this program, for the demo: started, asked, and stopped with this object. UI thread;
//! `http` must outlive it.
class DemoSimulator {
public:
    explicit DemoSimulator(HttpClient &http) : m_http(http) { }
    ~DemoSimulator();
    Q_DISABLE_COPY_MOVE(DemoSimulator)

    //! Its clock stands at `beginning`, UTC. Error when it is not there, or does not tell in time where it
    //! is.
    [[nodiscard]] Async<Done> start(QDateTime beginning);
    //! Its own line once it has started: addresses and keys.
    [[nodiscard]] const QJsonObject &places() const { return m_places; }
    //! Moves its clock, UTC.
    [[nodiscard]] Async<Done> moveTo(QDateTime moment);
    //! What it says at a path of its control interface. REQUIRES: started.
    [[nodiscard]] Async<QJsonObject> control(QByteArray method, QString path, QJsonObject body);

private:
    HttpClient &m_http;
    QProcess m_process;
    QJsonObject m_places;
};

} // namespace tollkeeper
