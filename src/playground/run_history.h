// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/kept_run.h"
#include "playground/playground_run.h"

#include <QObject>

namespace tollkeeper {

//! What was sent from the Playground, kept in the profile and nowhere else. UI thread; answers come without
//! blocking it.
class RunHistory : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! What was asked and answered is kept only where keepsBodies() says so, redacted.
    [[nodiscard]] virtual Async<RunId> add(SendOrder order, PlaygroundRun run) = 0;
    //! Newest first, at most `most`; `text` is looked for in models, names, codes, ids and kept bodies.
    [[nodiscard]] virtual Async<QList<RunLine>> lines(QString text, int most) = 0;
    [[nodiscard]] virtual Async<KeptRun> run(RunId id) = 0;
    [[nodiscard]] virtual Async<Done> remove(RunId id) = 0;
    [[nodiscard]] virtual Async<Done> removeAll() = 0; //!< the ledger's rows stay

    [[nodiscard]] virtual Async<bool> keepsBodies() = 0; //!< false until the person allows it
    //! false: those kept so far are removed.
    [[nodiscard]] virtual Async<Done> setKeepsBodies(bool keeps) = 0;

    [[nodiscard]] virtual Async<QList<Preset>> presets() = 0; //!< by name
    [[nodiscard]] virtual Async<Done> savePreset(Preset preset) = 0; //!< replaces one of the same name
    [[nodiscard]] virtual Async<Done> removePreset(QString name) = 0;

Q_SIGNALS:
    void changed();
    void presetsChanged();
};

} // namespace tollkeeper
