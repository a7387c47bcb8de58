// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>

#include <functional>

namespace tollkeeper {

//! Lets polkit ask the person for their password (org.freedesktop.PolicyKit1 on the system bus). The action
//! stands in packaging/org.tollkeeper.policy. UI thread; asking never blocks.
//!
//! What an error says: NotOffered, with "polkit" (it does not run here), "policy" (it does not know our
//! action), "agent" (no program of this session shows its question) or "refused" (its rules never allow it)
//! in detail; Cancelled: the person thought better of it; AppLocked: they did not prove who they are.
class PolkitAuthority : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    using Told = std::function<void(const Outcome &)>;

    //! Whether it could ask, as far as that can be known without asking. Not whether an agent runs: polkit
    //! tells nobody, so that only the first authenticate() proves it.
    void look(Told told);
    //! Shows the question. Takes as long as the person takes.
    void authenticate(Told told);

    static constexpr auto Action = "org.tollkeeper.unlock-secrets";

private:
    enum class Interaction : quint32 { None = 0, Allowed = 1 };
    void check(Interaction interaction, int timeout, Told told);
};

} // namespace tollkeeper
