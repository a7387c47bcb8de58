// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decoder/answer_reader.h"
#include "domain/answer.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace tollkeeper {

//! The moment at which the tests read answers.
inline const QDateTime ReadAt({2026, 11, 18}, {12, 0}, Qt::UTC);

//! Made once: a catalogue is put together anew each time.
inline const Dialect &dialectOf(const char *gateway)
{
    static QHash<QByteArray, Dialect> known;
    if (!known.contains(gateway))
        known.insert(gateway, *dialectFor(QString::fromLatin1(gateway)));
    return known.constFind(gateway).value();
}

struct AnswerOptions {
    ApiProtocol protocol = ApiProtocol::OpenAiChat;
    QList<HttpHeaders::Field> headers = {};
    qsizetype splitAt = -1; //!< the bytes come in two pieces
    qsizetype pieceSize = 0; //!< or in many
    QString requestedModel = {};
    QList<Attempt> earlier = {};
};

//! What a kind of gateway means by a body.
inline Answer answerOf(
    const char *gateway, int status, const QByteArray &body, const AnswerOptions &options = {})
{
    Asked asked;
    asked.protocol = options.protocol;
    asked.requestedModel = options.requestedModel;
    asked.earlier = options.earlier;
    AnswerReader reader(dialectOf(gateway), asked);
    HttpHeaders headers;
    for (const auto &[name, value] : options.headers)
        headers.append(name, value);
    reader.begin(status, headers);
    if (options.splitAt >= 0) {
        reader.feed(QByteArrayView(body).first(options.splitAt));
        reader.feed(QByteArrayView(body).sliced(options.splitAt));
    } else if (options.pieceSize > 0) {
        for (qsizetype at = 0; at < body.size(); at += options.pieceSize)
            reader.feed(QByteArrayView(body).sliced(at, std::min(options.pieceSize, body.size() - at)));
    } else {
        reader.feed(body);
    }
    return reader.finish(ReadAt);
}

//! A text as a JSON string: how gateways wrap what providers said.
inline QByteArray quoted(const QByteArray &text)
{
    const auto list = QJsonDocument(QJsonArray{QString::fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

inline QString word(Category category)
{
    return toText(category);
}

//! Everything an answer says, one line each; for comparing two.
inline QStringList linesOf(const Answer &answer)
{
    const auto count = [](const std::optional<qint64> &value) {
        return value ? QString::number(*value) : QStringLiteral("-");
    };
    const auto money
        = [](const std::optional<Money> &value) { return value ? value->amountText() : QStringLiteral("-"); };
    QStringList lines{word(answer.category), toText(answer.retry), toText(answer.actor),
        toText(answer.charged), answer.code, QString::number(answer.httpStatus), answer.provider,
        answer.message, answer.ids.request.join(u','), answer.ids.generation, answer.ids.upstream,
        answer.servedModel, answer.servedProvider, answer.stream.terminator,
        QString::number(answer.stream.events), QString::number(answer.stream.textCharacters),
        answer.stream.isStream ? QStringLiteral("stream") : QString(),
        answer.stream.isComplete ? QStringLiteral("complete") : QString(), answer.finishReason,
        count(answer.usage.inputTokens), count(answer.usage.outputTokens), count(answer.usage.cachedTokens),
        count(answer.usage.reasoningTokens), money(answer.cost.amount), money(answer.cost.upstreamAmount),
        answer.text, answer.reasoning};
    for (const auto &call : answer.toolCalls)
        lines << call.id << call.name << call.arguments;
    for (const auto &attempt : answer.attempts)
        lines << toText(attempt.origin) << attempt.provider << attempt.model << toText(attempt.outcome)
              << attempt.reason << QString::number(attempt.status.value_or(0)) << count(attempt.latencyMs);
    for (const auto &evidence : answer.evidence)
        lines << QString::number(static_cast<int>(evidence.kind)) << evidence.what << evidence.where;
    return lines;
}

} // namespace tollkeeper
