// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/simulator.h"

#include <QString>

#include <memory>

namespace tollkeeper::simulator {

//! The HTTP side: listens on 127.0.0.1 only and hands every request to the simulator, on threads of its own.
class HttpFront {
public:
    explicit HttpFront(Simulator &simulator);
    ~HttpFront();
    Q_DISABLE_COPY_MOVE(HttpFront)

    //! Takes a port, 0 for any free one; connections queue from here on. nullopt when it cannot be had.
    [[nodiscard]] std::optional<int> bind(int port);
    //! Answers until stop() is called from another thread.
    void run();
    //! Ends run() soon, also while connections are kept alive. REQUIRES: bind() succeeded and run() was or
    //! will be called.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace tollkeeper::simulator
