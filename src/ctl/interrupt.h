// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace tollkeeper::ctl {

//! Ctrl-C and SIGTERM while something runs that can stop cleanly. The second one ends the program as usual.
//! One at a time.
class Interrupt : public QObject {
    Q_OBJECT

public:
    Interrupt();
    ~Interrupt() override;

    [[nodiscard]] bool wasCaught() const;

Q_SIGNALS:
    void caught();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace tollkeeper::ctl
