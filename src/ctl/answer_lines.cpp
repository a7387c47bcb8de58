// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/answer_lines.h"

#include "decoder/redaction.h"
#include "words/answer_words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {

void printMeaning(const OutputMode &mode, const Answer &answer)
{
    const auto words = explain(answer);
    printLine(mode, words.title + u". "_s + words.explanation);
    for (const auto &step : words.nextSteps)
        printLine(mode, u"- "_s + step);
    if (const auto retry = retryText(answer); !retry.isEmpty())
        printLine(mode, retry);
    if (!answer.message.isEmpty())
        printLine(mode, u"The gateway says: “%1”"_s.arg(answer.message));
    const auto status
        = answer.httpStatus > 0 ? u"HTTP status %1"_s.arg(answer.httpStatus) : u"no HTTP status"_s;
    printLine(mode,
        u"Category %1, code %2, %3. %4. To act: %5."_s.arg(toText(answer.category),
            answer.code.isEmpty() ? u"none"_s : answer.code, status, chargedText(answer.charged),
            actorText(answer.actor)));
    for (const auto &reason : answer.evidence)
        printLine(mode, u"Why: "_s + evidenceText(reason));
}

void printSource(const OutputMode &mode, const Answer &answer)
{
    if (!answer.servedModel.isEmpty())
        printLine(mode,
            u"Served by %1%2%3."_s.arg(answer.servedModel,
                answer.servedProvider.isEmpty() ? QString() : u" at "_s + answer.servedProvider,
                answer.isServedModelCertain ? QString()
                                            : u" (this gateway may hide another model behind the name)"_s));
    for (const auto &id : answer.ids.request)
        printLine(mode, u"Request id: "_s + id);
    if (!answer.ids.generation.isEmpty())
        printLine(mode, u"Generation id: "_s + answer.ids.generation);
    if (const auto trace = traceText(answer); !trace.isEmpty())
        printLine(mode, trace);
    if (answer.attempts.isEmpty())
        return;
    QList<QStringList> table{
        {u"TRIED BY"_s, u"PROVIDER"_s, u"MODEL"_s, u"STATUS"_s, u"OUTCOME"_s, u"REASON"_s}};
    for (const auto &attempt : answer.attempts) {
        const auto orUnknown = [](const QString &text) { return text.isEmpty() ? u"-"_s : text; };
        table.append({toText(attempt.origin), orUnknown(attempt.provider), orUnknown(attempt.model),
            attempt.status ? QString::number(*attempt.status) : u"-"_s, toText(attempt.outcome),
            orUnknown(attempt.reason)});
    }
    printTable(mode, table, {false, false, false, true, false, false});
}

void printText(const OutputMode &mode, const Answer &answer)
{
    if (answer.text.isEmpty())
        return;
    printLine(mode, answer.stream.isComplete ? u"Text:"_s : u"Text, not complete:"_s);
    for (const auto &line : answer.text.split(u'\n'))
        printLine(mode, line);
}

void printRaw(const OutputMode &mode, const Answer &answer, QByteArrayView body)
{
    constexpr qsizetype MostBytes = 16384;
    constexpr qsizetype MostCharacters = 4000;
    // As explain() says it: of what is known nobody has to read the bytes.
    const bool isUnknown = answer.category == Category::Unknown && answer.texts.nextSteps.isEmpty();
    if (!answer.isError || !isUnknown)
        return;
    if (body.trimmed().isEmpty()) {
        printLine(mode, u"Raw answer: nothing came."_s);
        return;
    }
    // Redacted before it is cut: half a key is none that can be told.
    const auto text = withoutSecrets(QString::fromUtf8(body.first(std::min(body.size(), MostBytes))));
    const bool isCut = body.size() > MostBytes || text.size() > MostCharacters;
    printLine(mode, isCut ? u"Raw answer, its beginning:"_s : u"Raw answer:"_s);
    for (const auto &line : text.left(MostCharacters).split(u'\n'))
        printLine(mode, line);
}

} // namespace tollkeeper::ctl
