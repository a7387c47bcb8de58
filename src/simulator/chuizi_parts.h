// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/routes.h"

namespace tollkeeper::simulator::chuizi {

//! How a refusal is named in the two generations of the gateway's documents.
struct Refusal {
    int status = 400;
    QString code = {}; //!< of the current one; the old ones have the status there, as text
    QString type = {}; //!< of the current one: a family
    QString oldType = {};
    QString message = {};
};
[[nodiscard]] Answer refused(Dialect dialect, const Refusal &refusal);

//! Micro-dollars as the text of dollars with eight decimals.
[[nodiscard]] QString amountText(qint64 micros);

//! GET /key/info in the form of the key's account.
[[nodiscard]] Answer keyInfo(const Visit &visit, const Key &key);
//! GET /generation?id=: the bill of one request.
[[nodiscard]] Answer generation(const Visit &visit, const Key &key);

} // namespace tollkeeper::simulator::chuizi
