// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <chrono>

namespace tollkeeper {

//! How long to wait for an answer of a model where nobody has said: 30 s for small and fast ones, 60 s for
//! ordinary ones, 120 s for large ones, 300 s for those that think or search first. A rule of thumb by the
//! words in the name: no gateway tells the kind of a model. Pure.
[[nodiscard]] std::chrono::seconds defaultTimeout(QStringView model);

} // namespace tollkeeper
