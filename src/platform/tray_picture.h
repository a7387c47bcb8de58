// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace tollkeeper {

//! What the icon in the tray says; each has a mark of its own shape, not only of its own colour.
enum class TrayState : std::uint8_t {
    Normal, //!< no mark
    Warning, //!< triangle
    Critical, //!< dot
    Paused, //!< struck through: alerts are paused, or no gateway can be reached
};

//! The program's sign in one colour, for a dark or a light panel, in all sizes that panels ask for.
[[nodiscard]] QIcon trayPicture(TrayState state, bool isDark);

} // namespace tollkeeper
