// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo_company.h"
#include "app/options.h"
#include "app/services.h"
#include "app/tray_presence.h"
#include "app/window.h"
#include "platform/colour_scheme.h"

#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace tollkeeper {

//! One run of the program: opens the profile, builds the services, shows the window or writes pictures. UI
//! thread.
class Application {
public:
    explicit Application(Options options);

    //! Runs until the window is closed or the work is done; answers with the exit status.
    [[nodiscard]] int run();

private:
    [[nodiscard]] Outcome prepare();
    [[nodiscard]] Outcome openProfile();
    [[nodiscard]] Outcome buildDemo();
    [[nodiscard]] Outcome writeTruth();
    [[nodiscard]] int work();
    [[nodiscard]] int tell(const Error &error);
    [[nodiscard]] bool isUnattended() const
    {
        return m_options.selfTest || !m_options.captureDirectory.isEmpty();
    }

    Options m_options;
    RunKind m_kind;
    std::optional<QTemporaryDir> m_temporary;
    std::optional<Profile> m_profile;
    std::optional<WriterLock> m_lock;
    std::unique_ptr<Clock> m_clock;
    StartedClock *m_demoClock = nullptr; //!< m_clock, in a demo
    std::unique_ptr<Services> m_services;
    std::unique_ptr<DemoCompany> m_demo;
    ColourScheme m_colours;
    Window m_window;
    std::unique_ptr<TrayPresence> m_tray; //!< null in the demo and where nobody looks
};

} // namespace tollkeeper
