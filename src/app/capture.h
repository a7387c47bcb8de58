// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/options.h"
#include "app/window.h"

#include <QImage>

#include <functional>

namespace tollkeeper {

//! Writes pages of a loaded window as `DIR/<page>-<theme>-<WxH>.png`, each after its data has arrived and its
//! picture has come to rest. Runs the event loop while it waits; UI thread.
class Capture {
public:
    Capture(Window &window, const Options &options) : m_window(window), m_options(options) { }

    //! Every page, theme and size asked for. Error when a page never shows its data or a file cannot be
    //! written.
    [[nodiscard]] Outcome writeAll();
    //! Shows every page without writing, for --self-test.
    [[nodiscard]] Outcome showAll();

private:
    [[nodiscard]] Outcome visit(const QString &page, const std::function<Outcome()> &whenShown);
    [[nodiscard]] Outcome waitForData();
    [[nodiscard]] Result<QImage> picture();

    Window &m_window;
    const Options &m_options;
};

} // namespace tollkeeper
