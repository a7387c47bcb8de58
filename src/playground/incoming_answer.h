// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoder/answer_reader.h"
#include "net/masked_pieces.h"
#include "playground/event_log.h"
#include "playground/playground_run.h"

#include <QElapsedTimer>

#include <functional>

namespace tollkeeper {

//! One answer while it comes in: read, told without the key, and as much of it kept as may be.
class IncomingAnswer {
public:
    using Tell = std::function<void(const QString &text)>;

    //! `sent`: the POST it answers. `tell`: hears the text, piece by piece, while it comes.
    IncomingAnswer(
        SentRequest sent, AnswerReader reader, const std::shared_ptr<const Secret> &key, Tell tell);
    Q_DISABLE_COPY_MOVE(IncomingAnswer)
    ~IncomingAnswer() = default;

    void begin(int status, const HttpHeaders &headers) { m_reader.begin(status, headers); }
    void receive(QByteArrayView bytes);
    //! Call once, when the exchange has ended, in whatever way. `now`: UTC.
    [[nodiscard]] SentRequest ended(const StreamedAnswer &answer, const QDateTime &now);

private:
    [[nodiscard]] Answer read(const StreamedAnswer &answer, const QDateTime &now);
    void readOn(const QString &text);
    void tell(const QString &text) const;

    SentRequest m_sent;
    AnswerReader m_reader;
    EventLog m_events;
    std::shared_ptr<const Secret> m_key;
    MaskedPieces m_masked;
    Tell m_tell;
    QElapsedTimer m_watch;
    std::chrono::milliseconds m_at{}; //!< of the bytes being read
    qsizetype m_read = 0; //!< characters of the text
};

} // namespace tollkeeper
