// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tollkeeper::simulator {

//! SIGTERM and SIGINT, held back from every thread that is started after construction, and the end of
//! standard input for those who want it. Make one at the very start of main().
class StopSignal {
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal &) = delete;
    StopSignal &operator=(const StopSignal &) = delete;

    //! Returns when it is time to go.
    void wait(bool alsoEndOfInput) const;

private:
    int m_signals = -1;
};

} // namespace tollkeeper::simulator
