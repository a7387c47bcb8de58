// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/answer_reader.h"

#include "decoder/answer_body.h"
#include "decoder/answer_outcome.h"
#include "decoder/json_list.h"
#include "decoder/protocols.h"
#include "decoder/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype HeadBytes = 8000;

//! Without the byte order mark and leading white space.
QByteArrayView contentOf(QByteArrayView bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    return bytes.trimmed();
}

//! A stream that is not called one: gateways and captures lose the content type.
bool looksLikeEvents(QByteArrayView content)
{
    static constexpr std::array Beginnings{"data:", "event:", "id:", "retry:", ":"};
    return std::ranges::any_of(
        Beginnings, [content](const char *begin) { return content.startsWith(begin); });
}

bool beginsOtherwise(QByteArrayView content)
{
    return content.startsWith('{') || content.startsWith('[') || content.startsWith('<');
}

//! Most failures do not, and to look through all they say takes its time.
bool mayNameUser(const QByteArray &head)
{
    return head.size() >= HeadBytes
        || std::string_view(head.constData(), std::size_t(head.size())).find("user")
        != std::string_view::npos;
}

} // namespace

AnswerReader::AnswerReader(Dialect dialect, Asked asked)
    : m_dialect(std::move(dialect)), m_asked(std::move(asked))
{
    m_received.protocol = m_asked.protocol;
}

void AnswerReader::begin(int status, const HttpHeaders &headers)
{
    m_received.status = status;
    m_received.headers = headers;
    m_saysStream = headers.value("content-type"_ba).toLower().contains("event-stream");
}

void AnswerReader::feed(QByteArrayView bytes)
{
    m_bytes += bytes.size();
    if (m_received.head.size() < HeadBytes)
        m_received.head.append(bytes.first(std::min(bytes.size(), HeadBytes - m_received.head.size())));
    if (!m_received.isStream && m_saysStream && beginsAsStream(bytes)) {
        m_received.isStream = true;
        feedStream(std::exchange(m_body, {}));
    }
    if (m_received.isStream)
        return feedStream(bytes);
    if (m_body.size() + bytes.size() > MostBytes) {
        m_received.isTooLarge = true;
        bytes = bytes.first(MostBytes - m_body.size());
    }
    m_body.append(bytes);
}

//! Told by what came so far and these bytes. Before anything is cut: a stream has no largest size.
bool AnswerReader::beginsAsStream(QByteArrayView bytes) const
{
    constexpr qsizetype MostBlanks = 256;
    const auto known = std::min(m_body.size(), MostBlanks);
    const auto begin
        = m_body.first(known) + bytes.first(std::min(bytes.size(), MostBlanks - known)).toByteArray();
    const auto content = contentOf(begin);
    return !beginsOtherwise(content) && (!content.isEmpty() || begin.size() == MostBlanks);
}

void AnswerReader::feedStream(QByteArrayView bytes)
{
    m_events.feed(bytes, [this](const SseEventView &event) { readEvent(event); });
}

void AnswerReader::readEvent(const SseEventView &event)
{
    ++m_received.events;
    if (m_observer)
        m_observer(event);
    const auto data = event.data.trimmed();
    if (data == "[DONE]") {
        if (m_received.protocol == ApiProtocol::OpenAiChat)
            m_received.draft.terminator = QString::fromLatin1(data);
        return;
    }
    if (m_repeated.add(m_received.draft, data, event.type))
        return;
    m_repeated.forget();
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(data.data(), data.size()));
    const auto name = QString::fromUtf8(event.type);
    if (document.isObject()) {
        const auto object = document.object();
        readObject(object, name);
        m_repeated.learn(data, event.type, m_received.protocol, object);
        return;
    }
    if (!document.isArray() && !data.isEmpty())
        ++m_received.unreadable;
    for (const auto &object : document.array())
        readObject(object.toObject(), name);
}

void AnswerReader::readObject(const QJsonObject &object, const QString &event)
{
    if (object.isEmpty())
        return;
    const AnswerPiece piece{object, event};
    auto &draft = m_received.draft;
    if (const auto told = protocolOf(piece)) {
        if (!std::exchange(draft.sawAnswer, true))
            m_received.protocol = *told;
    }
    readPiece(draft, m_received.protocol, piece);
    readCommon(draft, object, m_dialect.places);
    // Responses and messages stand inside the events about them.
    for (const auto member : {"response"_L1, "message"_L1}) {
        if (const auto inner = object[member].toObject(); !inner.isEmpty())
            readCommon(draft, inner, m_dialect.places);
    }
    if (m_received.status >= 400)
        keepFailure(draft, object);
    else if (event == "error"_L1)
        keepFailure(draft, object.contains("error"_L1) ? object : QJsonObject{{u"error"_s, object}});
}

void AnswerReader::readList()
{
    const auto listed = objectsOfList(m_body);
    for (const auto &bytes : listed.objects)
        readObject(QJsonDocument::fromJson(bytes.toByteArray()).object(), {});
    m_received.isStream = m_received.draft.sawAnswer;
    m_received.events = m_received.isStream ? listed.objects.size() : 0;
    m_received.body = listed.isClosed ? ReceivedAnswer::Body::Json : ReceivedAnswer::Body::CutJson;
}

void AnswerReader::readWhole()
{
    using Body = ReceivedAnswer::Body;
    const auto bytes = contentOf(m_body);
    const auto content = QByteArray::fromRawData(bytes.data(), bytes.size()); // no longer than m_body
    const bool isPage = m_received.headers.value("content-type"_ba).toLower().contains("html");
    if (content.isEmpty()) {
        m_received.isStream = m_saysStream;
    } else if (isPage || content.startsWith('<')) {
        m_received.body = Body::Page;
    } else if (content.startsWith('[')) {
        readList();
    } else if (content.startsWith('{')) {
        const auto document = QJsonDocument::fromJson(content);
        m_received.body = document.isObject() ? Body::Json : Body::CutJson;
        readObject(document.object(), {});
    } else {
        m_received.body = Body::Text;
    }
    const auto &draft = m_received.draft;
    if (m_received.body == Body::Json && !draft.sawAnswer && !draft.hasFailed())
        m_received.other = objectOf(content);
}

Answer AnswerReader::finish(const QDateTime &now)
{
    if (!m_received.isStream && looksLikeEvents(contentOf(m_body))) {
        m_received.isStream = true;
        feedStream(std::exchange(m_body, {}));
    }
    if (m_received.isStream) {
        const auto last = m_events.takeUnfinished();
        const bool isWhole = last && (last->data.trimmed() == "[DONE]" || !objectOf(last->data).isEmpty());
        if (isWhole)
            readEvent({last->type, last->data, last->id});
        m_received.body = m_received.events > 0 ? ReceivedAnswer::Body::Json : ReceivedAnswer::Body::Empty;
    } else {
        readWhole();
    }
    m_received.isTooLarge = m_received.isTooLarge || m_events.isOverflown();
    if (mayNameUser(m_received.head))
        m_received.userIds = userIdsIn(m_received.draft.failure) + userIdsIn(m_received.other);
    return concluded(m_received, m_dialect, m_asked, now);
}

Answer readAnswer(
    const HttpResponse &response, const Dialect &dialect, const Asked &asked, const QDateTime &now)
{
    AnswerReader reader(dialect, asked);
    reader.begin(response.status, response.headers);
    reader.feed(response.body);
    return reader.finish(now);
}

} // namespace tollkeeper
