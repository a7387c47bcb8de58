// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/send_order.h"
#include "playground/playground_run.h"

#include <QObject>

namespace tollkeeper {

//! Makes support bundles and lets none go that holds what it must not. UI thread; answers come without
//! blocking it.
class SupportBundles : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! As supportBundle() says it. Error::Kind::Leak: the scan has found something that must not leave this
    //! machine; detail: what, by name. Secrets of a locked keychain are not looked for; their form is.
    [[nodiscard]] virtual Async<QString> bundle(SendOrder order, PlaygroundRun run, bool hasPrompt) = 0;
};

} // namespace tollkeeper
