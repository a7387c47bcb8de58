// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoder/protocols.h"

#include <QByteArray>

namespace tollkeeper {

//! Nearly all events of a long answer differ from the one before in nothing but the text they add. Remembers
//! what stands around that text, so that the next such event needs no JSON parser. What it adds is what
//! readPiece() and readCommon() would have added; whatever differs otherwise is left to them.
class RepeatedEvent {
public:
    //! Remembers an event that has just been read, if reading it again would do nothing but add its text
    //! again; forgets the one before in any case. `data`: trimmed; `piece`: the JSON object it is.
    void learn(QByteArrayView data, QByteArrayView name, ApiProtocol protocol, const QJsonObject &piece);
    void forget() { m_text = nullptr; }
    //! Adds the text of an event that is the remembered one but for its text; false: it is another one, and
    //! nothing was done. `data`: trimmed.
    [[nodiscard]] bool add(AnswerDraft &draft, QByteArrayView data, QByteArrayView name) const;

private:
    QString AnswerDraft::*m_text = nullptr; //!< what grows; null: nothing is remembered
    QByteArray m_name;
    QByteArray m_before; //!< up to the text, its quotation mark included
    QByteArray m_after;
};

} // namespace tollkeeper
