// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"

namespace tollkeeper {

//! What a channel says; plain text, the channel escapes it where it must.
struct AlertMessage {
    AlertId alert = {}; //!< 0: a test, or several alerts together
    AlertKind kind = AlertKind::BudgetSpent;
    NoticeReason reason = NoticeReason::Raised;
    AlertSeverity severity = AlertSeverity::Warning;
    QString title = {};
    QString body = {};
    QString advice = {}; //!< what to do; empty: nothing
    QDateTime raisedAt = {}; //!< UTC
    AlertFacts facts = {}; //!< for channels that pass figures on
    bool isRepeated = false;
    bool isTest = false;
};

} // namespace tollkeeper
