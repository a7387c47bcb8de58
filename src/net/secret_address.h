// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/http_types.h"

#include <QString>

namespace tollkeeper {

//! The address with its added query, whole. InvalidInput naming the part and nothing of its content where it
//! is no https address, or http on this machine. Only for net/, and only at the last moment.
[[nodiscard]] Result<QUrl> urlOf(const SecretAddress &address);

//! What may be shown of an address that is a secret: its host, and its port where it names one. Fails as
//! urlOf().
[[nodiscard]] Result<QString> hostOf(const Secret &address);

//! A text of the other side without what it says back of a secret: the whole of it and, of an address, the
//! parts of its path and query that are long enough to be one. Pure.
[[nodiscard]] QString withoutSecret(QString text, const Secret &secret);

} // namespace tollkeeper
