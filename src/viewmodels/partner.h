// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tollkeeper {

//! Gives a view-model another service to work with: the old one is no longer heard. False where it is the
//! same one. UI thread.
template<typename Partner>
[[nodiscard]] bool exchangePartner(const QObject *self, Partner *&held, Partner *given)
{
    if (held == given)
        return false;
    if (held)
        held->disconnect(self);
    held = given;
    return true;
}

} // namespace tollkeeper
