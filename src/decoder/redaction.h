// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace tollkeeper {

//! Masks whatever looks like a key, an Authorization value or a user id (decoder rule 9), turns control
//! characters into spaces and cuts at `most` characters. Pure and total.
[[nodiscard]] QString redacted(QString text, qsizetype most = 300);

//! Masks in a text the ids that its body names as the user's, wherever else they appear.
[[nodiscard]] QString withoutIds(QString text, const QJsonObject &body);

//! An id of a request, a model or a provider: printable, 200 characters at most, and no key. Unlike
//! redacted() it leaves long ids whole.
[[nodiscard]] QString plainId(const QString &text);

} // namespace tollkeeper
