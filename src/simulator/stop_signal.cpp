// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/stop_signal.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace tollkeeper::simulator {

StopSignal::StopSignal()
{
    sigset_t awaited;
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGTERM);
    sigaddset(&awaited, SIGINT);
    pthread_sigmask(SIG_BLOCK, &awaited, nullptr);
    m_signals = signalfd(-1, &awaited, SFD_CLOEXEC);
}

StopSignal::~StopSignal()
{
    ::close(m_signals);
}

void StopSignal::wait(bool alsoEndOfInput) const
{
    std::array<pollfd, 2> watched{
        pollfd{m_signals, POLLIN, 0}, pollfd{alsoEndOfInput ? STDIN_FILENO : -1, POLLIN, 0}};
    for (;;) {
        if (::poll(watched.data(), watched.size(), -1) < 0) {
            if (errno == EINTR)
                continue;
            return;
        }
        if (watched[0].revents != 0)
            return;
        if (watched[1].revents != 0) {
            std::array<char, 256> ignored{};
            if (::read(STDIN_FILENO, ignored.data(), ignored.size()) <= 0)
                return;
        }
    }
}

} // namespace tollkeeper::simulator
