// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"
#include "net/http_types.h"

namespace tollkeeper::channels {

//! Our own form, for programs. A POST whose body is a JSON object in UTF-8:
//!
//!   version    1; a later number means that a member has changed its meaning, not that one was added
//!   alert      number of the alert in this profile; 0: a test, or several alerts told together
//!   kind       "budget_spent", "spike", … as in `tollkeeperctl alerts --json`
//!   reason     "raised", "snooze_over" or "resolved"
//!   severity   "info", "warning" or "critical"
//!   title, body, advice   sentences for people, plain text in the person's language
//!   raised_at  UTC, ISO 8601
//!   facts      what the sentences are made of; only what applies; money is {"amount": "12.34", "currency":
//!   "USD"} repeated   true: it may have been sent before, because of a crash in between test       true:
//!   nothing has happened, somebody tries the channel out
//!
//! An answer of 2xx is a receipt. The channel's secret, where there is one, is used by its setting
//! "secret_use": "bearer" sends it as Authorization: Bearer; "signature", the default, signs with it (see
//! signedHeaders()).
[[nodiscard]] QByteArray webhookBody(const AlertMessage &message);

//! Tollkeeper-Timestamp: seconds since 1970, UTC; Tollkeeper-Signature: "sha256=" and the hexadecimal
//! HMAC-SHA256 of "timestamp.body", keyed by the secret. A receiver works it out again and refuses timestamps
//! that are too old.
[[nodiscard]] HttpHeaders signedHeaders(const Secret &secret, const QByteArray &body, const QDateTime &now);

} // namespace tollkeeper::channels
