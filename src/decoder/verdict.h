// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/answer.h"
#include "gateways/error_catalogue.h"
#include "net/http_types.h"

#include <QJsonObject>

namespace tollkeeper {

//! What is known of a failure before it is judged.
struct FailureFacts {
    QJsonObject body = {}; //!< the object that holds `error`, or is one
    int status = 0; //!< HTTP; may say success
    HttpHeaders headers = {};
    bool outputBegan = false; //!< part of an answer had come
};

//! Why an answer failed, and why we say so.
struct Verdict {
    Category category = Category::Unknown;
    std::optional<KnownCode> line; //!< of the catalogue, if one decided
    QString code; //!< the most exact one told, redacted; may be undocumented
    QList<Evidence> evidence;
    bool isByCode = false; //!< a code of the body decided
    bool isWithoutDelay = false; //!< KnownCode::withoutDelay decided
};

//! Decoder rules 1 to 3: a documented code of the body decides, then the words of the message, then the
//! family of a code, then headers, then the status, the body's own before HTTP's.
[[nodiscard]] Verdict judge(const FailureFacts &facts, const ErrorCatalogue &catalogue);

} // namespace tollkeeper
