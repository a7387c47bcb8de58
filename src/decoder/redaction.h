// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace tollkeeper {

//! Masks whatever looks like a key, an Authorization value or a user id (decoder rule 9), turns control
//! characters into spaces and cuts at `most` characters. Pure and total.
[[nodiscard]] QString redacted(QString text, qsizetype most = 300);

//! Masks the same and changes nothing else. Linear.
[[nodiscard]] QString withoutSecrets(QString text);

//! A text that a person wrote or a model said, as it was but for what looks like a key: lines, length and all
//! else stay. JSON stays JSON. Pure and total.
[[nodiscard]] QString withoutKeys(QString text);

//! The ids that a body names as the user's, also in JSON text inside of it.
[[nodiscard]] QStringList userIdsIn(const QJsonObject &body);
//! Masks such ids in a text.
[[nodiscard]] QString withoutIds(QString text, const QStringList &userIds);

//! An id of a request, a model or a provider: printable, 200 characters at most, and no key. Unlike
//! redacted() it leaves long ids whole.
[[nodiscard]] QString plainId(const QString &text);

} // namespace tollkeeper
