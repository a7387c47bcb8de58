// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_turn.h"

#include "simulator/catalogue.h"
#include "simulator/chance.h"
#include "simulator/chat_text.h"
#include "simulator/key_maker.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

constexpr int ShortWords = 8;
constexpr int LongWords = 4000;
constexpr int ReasoningWords = 12;
//! A free choice: all answers to one prompt are the same in every world.
constexpr quint64 TextSeed = 5;

int wordsOf(const Turn &turn)
{
    switch (turn.twist) {
    case Twist::Empty:
        return 0;
    case Twist::Long:
        return LongWords;
    case Twist::EndAtLength:
    case Twist::Filter:
    case Twist::FinishError:
        return ShortWords;
    default:
        return answerWords(TextSeed, turn.wish.prompt);
    }
}

Ending endingOf(Twist twist)
{
    switch (twist) {
    case Twist::Empty:
        return Ending::Blank;
    case Twist::EndAtLength:
        return Ending::Length;
    case Twist::Filter:
        return Ending::Filtered;
    case Twist::FinishError:
        return Ending::Error;
    default:
        return Ending::Stop;
    }
}

qint64 tokensIn(const QStringList &pieces)
{
    return tokensOf(pieces.join(QString()).toUtf8());
}

//! Takes words off the end until the tokens are within the limit. True when some had to go.
bool shorten(QStringList &pieces, qint64 limit)
{
    const auto before = pieces.size();
    qsizetype bytes = 0;
    qsizetype kept = 0;
    while (kept < before && tokensOf(QByteArray(bytes + pieces[kept].toUtf8().size(), ' ')) <= limit)
        bytes += pieces[kept++].toUtf8().size();
    pieces = pieces.first(kept);
    return kept < before;
}

ToolCall toolCall(const Turn &turn)
{
    const auto name = turn.wish.tool.isEmpty() ? u"look_up_shipment"_s : turn.wish.tool;
    return {u"call_"_s + QString::fromLatin1(turn.letters), name,
        {u"{\"query\":"_s, u"\"pallet 9\","_s, u"\"limit\":3}"_s}};
}

//! Words and ending. The limit of tokens counts reasoning too, as the models do.
void speak(Turn &turn)
{
    turn.ending = endingOf(turn.twist);
    const auto limit = turn.wish.maxTokens ? qint64(*turn.wish.maxTokens) : std::numeric_limits<int>::max();
    bool isCut = false;
    if (turn.twist == Twist::Reason || turn.wish.wantsReasoning) {
        turn.reasoning = answerPieces(TextSeed + 1, turn.wish.prompt, ReasoningWords);
        isCut = shorten(turn.reasoning, limit);
    }
    if (turn.twist == Twist::CallTool || turn.wish.mustCallTool) {
        turn.tool = toolCall(turn);
        turn.ending = Ending::Tool;
    } else {
        turn.text = answerPieces(TextSeed, turn.wish.prompt, wordsOf(turn));
        isCut = shorten(turn.text, limit - tokensIn(turn.reasoning)) || isCut;
        if (isCut)
            turn.ending = Ending::Length;
    }
}

//! Whole micro-dollars, rounded up: what is sold is never free.
void price(Turn &turn)
{
    const auto &model = models()[turn.served.index];
    auto &figures = turn.figures;
    if (model.free || figures.completionTokens == 0) {
        figures.micros = figures.listMicros = 0;
        turn.parts = {};
        return;
    }
    const auto up = [](qint64 nanos) { return (nanos + 999) / 1000; };
    turn.parts.input = up(figures.promptTokens * model.promptNanos);
    turn.parts.output = up(figures.completionTokens * model.completionNanos);
    figures.listMicros = turn.parts.sum();
    figures.micros = (figures.listMicros * chargedPercent(turn.place) + 99) / 100;
}

} // namespace

void fillIn(Turn &turn, quint64 draw)
{
    speak(turn);
    auto &figures = turn.figures;
    figures.requests = 1;
    figures.promptTokens = turn.wish.promptTokens;
    figures.reasoningTokens = tokensIn(turn.reasoning);
    figures.completionTokens = figures.reasoningTokens + tokensIn(turn.text)
        + (turn.tool ? tokensIn(turn.tool->argumentPieces) + tokensOf(turn.tool->name.toUtf8()) : 0);
    price(turn);
    turn.firstTokenMs = static_cast<int>(chanceBetween(180, 900, {draw, 1}));
    turn.totalMs
        = turn.firstTokenMs + static_cast<int>(figures.completionTokens * chanceBetween(6, 24, {draw, 2}));
}

RequestRow rowOf(const Turn &turn, RequestOutcome outcome)
{
    const bool isScenario = turn.served.scenario.has_value();
    RequestRow row{.momentMs = turn.momentMs,
        .id = turn.id,
        .requestedModel = turn.asked.index,
        .servedModel = turn.served.index,
        .provider = turn.provider,
        .outcome = outcome,
        .figures = turn.figures,
        .parts = turn.parts,
        .stream = turn.wish.stream,
        .totalMs = turn.totalMs,
        .askedAs = isScenario ? turn.served.name : QString()};
    if (turn.wish.stream && outcome != RequestOutcome::Failed)
        row.firstTokenMs = turn.firstTokenMs;
    for (const auto &one : turn.tries) {
        const bool outside = one.model.startsWith(QLatin1String(ScenarioModelPrefix));
        row.attempts.push_back({one.provider, one.modelIndex, one.failure ? one.failure->status : 200,
            outside ? one.model : QString()});
    }
    if (outcome == RequestOutcome::Failed) {
        row.status = 502;
        row.attempts.back().status = row.status;
        row.figures = {};
        row.parts = {};
    }
    return row;
}

void makeFree(Turn &turn)
{
    turn.figures.micros = turn.figures.listMicros = 0;
    turn.parts = {};
}

void halve(Turn &turn)
{
    turn.figures.completionTokens = (turn.figures.completionTokens + 1) / 2;
    turn.figures.reasoningTokens = qMin(turn.figures.reasoningTokens, turn.figures.completionTokens);
    price(turn);
}

} // namespace tollkeeper::simulator
