// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace tollkeeper {

//! A code and where it stands, such as "error.metadata.limit_source".
struct BodyCode {
    QString code; //!< not redacted
    QString place;
};

//! Every place a code may stand in, the most exact first (decoder rule 1). The limit that was hit refines the
//! type of the error, which for some is "payment_required" whatever the limit; a gateway's own error_type
//! says more than the type its protocol makes it choose. Plain numbers are no codes.
[[nodiscard]] QList<BodyCode> codesIn(const QJsonObject &body);

//! The HTTP status of 400 and above that the body itself names, if it does.
[[nodiscard]] std::optional<int> statusIn(const QJsonObject &body);

} // namespace tollkeeper
