// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QStringList>

#include <memory>

namespace tollkeeper {

//! Hides a secret in a text that comes in pieces, however it is split among them. What could be the beginning
//! of the secret waits for what follows it; all that is handed out, joined, is what Secret::maskedIn() makes
//! of the whole. A configuration hides itself and every key in it. Does no I/O; one thread at a time.
class MaskedPieces {
public:
    explicit MaskedPieces(std::shared_ptr<const Secret> secret);

    //! What can be shown once this piece has come; may be empty.
    [[nodiscard]] QString add(const QString &piece);
    //! At the end of the text: what has waited until then.
    [[nodiscard]] QString rest();

private:
    [[nodiscard]] qsizetype heldIn(QStringView text) const;

    std::shared_ptr<const Secret> m_secret;
    QStringList m_keys;
    QString m_held; //!< shorter than the longest key, but for an ellipsis behind it
};

} // namespace tollkeeper
