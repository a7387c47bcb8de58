// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/exchange.h"

#include <QJsonObject>

#include <mutex>

namespace tollkeeper::simulator {

//! Something that goes wrong on purpose. Without a status the true answer goes out, late or cut as asked:
//! what was asked for is done.
struct Fault {
    QByteArray match = {}; //!< prefix of the path; every path when empty
    QByteArray method = {}; //!< only this one; all when empty
    QByteArray credential = {}; //!< only requests with this key; all when empty
    std::optional<int> status = {};
    std::optional<QByteArray> body = {};
    QByteArray contentType = {};
    QByteArray retryAfter = {};
    QByteArray location = {};
    int delayMs = 0;
    std::optional<qsizetype> cutAfterBytes = {};
    bool close = false;
    bool reset = false; //!< as close, and the client is told so rudely
    HeaderList headers = {}; //!< more of them
    enum class Connection : std::uint8_t { Any, Fresh, Kept };
    Connection connection = Connection::Any; //!< only the first request of one, or only the later ones
    std::optional<int> times = {}; //!< left; nullopt: until cleared
    bool done = false; //!< what was asked for is done although a status says something else

    [[nodiscard]] bool reachesGateway() const { return !status || done; }
};

//! Reads what was posted to /_control/fault. nullopt when a member has the wrong type or range. The key's
//! name is left to the caller.
[[nodiscard]] std::optional<Fault> faultFrom(const QJsonObject &object);

//! Turns the true answer into the faulty one.
[[nodiscard]] Answer applied(const Fault &fault, Answer answer);

//! The faults in force, oldest first. Thread-safe.
class Faults {
public:
    void add(Fault fault);
    void clear();
    //! The first fault that matches, with one of its times used up.
    [[nodiscard]] std::optional<Fault> take(const Asked &asked, const QByteArray &credential);

private:
    std::mutex m_mutex;
    std::vector<Fault> m_faults;
};

} // namespace tollkeeper::simulator
