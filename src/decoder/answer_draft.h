// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/answer.h"
#include "gateways/answer_places.h"

#include <QHash>
#include <QJsonObject>

namespace tollkeeper {

//! What the pieces of an answer have said so far, in whatever protocol. Pieces of another shape than expected
//! are passed over: gateways add fields as they like.
struct AnswerDraft {
    //! More text than this is cut, so that an endless answer stays bounded.
    static constexpr qsizetype MostText = qsizetype(4) * 1024 * 1024;
    static constexpr qsizetype MostName = 200; //!< characters of an id, a name or a fixed word
    static constexpr qsizetype MostToolCalls = 128;
    static constexpr qsizetype MostArguments = qsizetype(256) * 1024; //!< of each tool call

    QString id;
    QString model;
    QString provider;
    QString finishReason;
    QString blockReason; //!< why the prompt was not answered at all
    QString text;
    QString reasoning;
    QString refusal; //!< what the model said instead of an answer
    QList<ToolCall> toolCalls;
    QHash<QString, qsizetype> callsByName; //!< their places, by what later pieces call them
    qsizetype lastCall = -1; //!< the place of what began last; -1: it is no tool call
    bool hasMedia = false; //!< sound or images, which are not kept
    bool hasOtherOutput = false; //!< such as calls of tools the provider runs itself; not kept either
    AnswerUsage usage;
    AnswerCost cost;
    QString generationId; //!< from an object of the gateway's own
    QJsonObject route; //!< the gateway's own account of its attempts
    QList<Attempt> asked; //!< providers that were asked, told while streaming
    QJsonObject failure; //!< the body of the first error
    QString terminator;
    bool sawAnswer = false; //!< at least one piece had the shape of an answer
    QJsonObject rawUsage; //!< counts that Anthropic and Google tell in parts

    [[nodiscard]] bool hasFailed() const { return !failure.isEmpty(); }
    //! Something that is kept.
    [[nodiscard]] bool hasContent() const
    {
        return !text.isEmpty() || !reasoning.isEmpty() || !refusal.isEmpty() || !toolCalls.isEmpty();
    }
    [[nodiscard]] bool hasOutput() const { return hasContent() || hasMedia || hasOtherOutput; }
};

//! Adds a piece of text, up to the cap.
void appendText(QString &text, const QString &piece);
void appendText(QString &text, QLatin1StringView piece);
//! An id, a name or a fixed word, up to its cap. What is absent, empty or no text leaves what is known.
void readName(QString &name, const QJsonValue &value);
//! Adds a piece of a tool call's arguments, up to their cap.
void appendArguments(ToolCall &call, const QString &piece);
//! The tool call at that place of the answer, made if need be; null beyond the cap.
[[nodiscard]] ToolCall *toolCallAt(AnswerDraft &draft, qsizetype index);
//! A tool call begins, which later pieces call by any of these names; beyond the cap it is left out.
void addToolCall(AnswerDraft &draft, const ToolCall &call, const QStringList &names);
//! Something else begins under these names: arguments that come for it are no tool call's.
void forgetCall(AnswerDraft &draft, const QStringList &names);
//! Adds a piece of arguments to the call of the first name that is known; without any name, to what began
//! last. What names no call is dropped.
void addArguments(AnswerDraft &draft, const QStringList &names, const QString &piece);

//! Reads what gateways add to an answer or a piece of one in every protocol: ids, cost, route, errors.
void readCommon(AnswerDraft &draft, const QJsonObject &piece, const AnswerPlaces &places);
//! Reads `cost`, `is_byok` and `cost_details` of a usage object (USD).
void readCost(AnswerDraft &draft, const QJsonObject &usage);
//! A count that may be absent, null or nonsense, such as more than a request can have; what is nonsense is as
//! good as absent.
void readCount(std::optional<qint64> &count, const QJsonObject &object, QStringView member);
//! Keeps the first error only.
void keepFailure(AnswerDraft &draft, const QJsonObject &body);

} // namespace tollkeeper
