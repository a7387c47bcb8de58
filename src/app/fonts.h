// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tollkeeper {

//! Makes Tollkeeper Sans (qrc:/fonts) known and the application's font. Call once, after QApplication and
//! before the first window. JetBrains Mono comes from the system; without it Qt picks another monospaced
//! font.
void loadFonts();

} // namespace tollkeeper
