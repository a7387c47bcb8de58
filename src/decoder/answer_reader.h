// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoder/repeated_event.h"
#include "gateways/registry.h"
#include "net/http_types.h"
#include "net/sse_reader.h"

#include <QJsonObject>

#include <functional>

namespace tollkeeper {

//! What was asked, as far as it helps to read the answer.
struct Asked {
    ApiProtocol protocol = ApiProtocol::OpenAiChat;
    QString requestedModel;
    QString sentRequestId; //!< the id this program sent along; empty: none
    QList<Attempt> earlier; //!< attempts of this program before the one that is read
    //! The targets that went along with it to choose from, each level with its `strategy` and `targets`; no
    //! keys. Empty: none, or not known.
    QJsonObject configuration;
};

//! How an answer came, gathered until it ends.
struct ReceivedAnswer {
    enum class Body : std::uint8_t { Empty, Json, CutJson, Text, Page };

    int status = 0;
    HttpHeaders headers;
    Body body = Body::Empty;
    bool isStream = false;
    bool isTooLarge = false;
    qint64 events = 0;
    qint64 unreadable = 0; //!< events whose data is no JSON
    QByteArray head; //!< the first bytes, for a message where there is none
    QJsonObject other; //!< the body, where it is neither an answer nor a failure in any form that is known
    QStringList userIds; //!< that the failure names: to be masked wherever they are repeated
    ApiProtocol protocol = ApiProtocol::OpenAiChat; //!< the one it turned out to be in
    AnswerDraft draft;
};

//! Reads one answer of a gateway, plain or streamed, while it comes in: the one decoder there is. However the
//! bytes are split, the result is the same. Total: any bytes give an Answer, in time linear to their number;
//! it keeps no more than `MostBytes` of them. Does no I/O; one thread at a time.
class AnswerReader {
public:
    static constexpr qsizetype MostBytes = qsizetype(16) * 1024 * 1024;

    AnswerReader(Dialect dialect, Asked asked);

    //! Is told of every event of a stream before it is read.
    void setObserver(std::function<void(const SseEventView &)> observer) { m_observer = std::move(observer); }
    //! Call once, before the first bytes.
    void begin(int status, const HttpHeaders &headers);
    void feed(QByteArrayView bytes);
    //! The text of the answer so far.
    [[nodiscard]] const QString &text() const { return m_received.draft.text; }
    //! Call once, when the answer has ended, in whatever way. `now`: UTC.
    [[nodiscard]] Answer finish(const QDateTime &now);

private:
    [[nodiscard]] bool beginsAsStream(QByteArrayView bytes) const;
    void feedStream(QByteArrayView bytes);
    void readEvent(const SseEventView &event);
    void readObject(const QJsonObject &object, const QString &event);
    void readWhole();
    void readList();

    Dialect m_dialect;
    Asked m_asked;
    ReceivedAnswer m_received;
    SseReader m_events;
    std::function<void(const SseEventView &)> m_observer;
    RepeatedEvent m_repeated;
    QByteArray m_body;
    qint64 m_bytes = 0;
    bool m_saysStream = false; //!< by its content type
};

//! The same for an answer that is already whole.
[[nodiscard]] Answer readAnswer(
    const HttpResponse &response, const Dialect &dialect, const Asked &asked, const QDateTime &now);

} // namespace tollkeeper
