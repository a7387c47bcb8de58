// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/incoming_answer.h"

#include "playground/cut_answer.h"
#include "playground/hidden_secret.h"
#include "playground/unanswered.h"

#include <algorithm>
#include <utility>

namespace tollkeeper {

IncomingAnswer::IncomingAnswer(
    SentRequest sent, AnswerReader reader, const std::shared_ptr<const Secret> &key, Tell tell)
    : m_sent(std::move(sent)), m_reader(std::move(reader)), m_key(key), m_masked(key), m_tell(std::move(tell))
{
    m_reader.setObserver([this](const SseEventView &event) { m_events.add(event, m_at); });
    m_watch.start();
}

void IncomingAnswer::receive(QByteArrayView bytes)
{
    m_at = std::chrono::milliseconds(m_watch.elapsed());
    m_reader.feed(bytes);
    const auto room = SentRequest::MostKeptBytes - m_sent.body.size();
    m_sent.body.append(bytes.first(std::min(room, bytes.size())));
    if (m_reader.text().size() > m_read && !m_sent.firstToken)
        m_sent.firstToken = m_at;
    readOn(m_reader.text());
}

Answer IncomingAnswer::read(const StreamedAnswer &answer, const QDateTime &now)
{
    if (!answer.status)
        return unanswered(answer.problem.value_or(Error{.kind = Error::Kind::Network}), m_sent.model,
            answer.timings.requestSent.has_value());
    auto told = m_reader.finish(now);
    return answer.problem ? cutAnswer(std::move(told), *answer.problem) : told;
}

SentRequest IncomingAnswer::ended(const StreamedAnswer &answer, const QDateTime &now)
{
    m_sent.timings = answer.timings;
    m_sent.problem = answer.problem;
    m_sent.headers = answer.headers;
    m_sent.answer = read(answer, now);
    if (m_read > 0) { // what comes whole is not told in pieces
        readOn(m_sent.answer.text);
        tell(m_masked.rest());
    }
    m_sent.answer.ids.sentRequest = m_sent.sentRequestId;
    m_sent.events = m_events.events();
    hideSecret(m_sent, *m_key);
    return std::move(m_sent);
}

void IncomingAnswer::readOn(const QString &text)
{
    if (text.size() > m_read)
        tell(m_masked.add(text.mid(std::exchange(m_read, text.size()))));
}

void IncomingAnswer::tell(const QString &text) const
{
    if (!text.isEmpty())
        m_tell(text);
}

} // namespace tollkeeper
