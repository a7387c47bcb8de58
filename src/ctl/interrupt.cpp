// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/interrupt.h"

#include <QSocketNotifier>

#include <atomic>
#include <csignal>
#include <sys/eventfd.h>
#include <unistd.h>

namespace tollkeeper::ctl {
namespace {

std::atomic<int> wakeUp = -1; // what a signal handler may touch
std::atomic<bool> isCaught = false;

void onSignal(int)
{
    isCaught = true;
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wakeUp, &one, sizeof one);
}

void handle(int signalNumber)
{
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART); // the next one is not ours
    ::sigaction(signalNumber, &action, nullptr);
}

} // namespace

Interrupt::Interrupt()
{
    isCaught = false;
    wakeUp = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(wakeUp.load(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT caught();
    });
    handle(SIGINT);
    handle(SIGTERM);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    m_notifier.reset();
    ::close(wakeUp.exchange(-1));
}

bool Interrupt::wasCaught() const
{
    return isCaught;
}

} // namespace tollkeeper::ctl
