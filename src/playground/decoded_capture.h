// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "playground/playground_run.h"

#include <QByteArrayView>

namespace tollkeeper {

//! A kind of gateway whose answers can be read.
struct DecodableGateway {
    QString kind; //!< such as "openrouter"
    QString name; //!< for people
    bool fitsAll = false; //!< tries what each of the others knows
};
[[nodiscard]] QList<DecodableGateway> decodableGateways(); //!< the one that fits all first, then by name

//! An answer that came elsewhere, as `curl -i` prints it, read as if it had just come. Nothing is sent.
//! `now`: UTC. Error::Kind::InvalidInput: it is no HTTP response; NotFound: no such kind. Total, linear.
[[nodiscard]] Result<SentRequest> decodedCapture(
    QByteArrayView capture, QStringView gateway, ApiProtocol protocol, const QDateTime &now);

} // namespace tollkeeper
