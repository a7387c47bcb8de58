// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/request_amounts.h"

#include "simulator/catalogue.h"

namespace tollkeeper::simulator {
namespace {

//! Cuts sums into parts by weight; the parts always add up to the whole. Without any weight the first part
//! is all of it.
class Shares {
public:
    explicit Shares(const std::vector<qint64> &weights)
    {
        for (const auto weight : weights)
            m_until.push_back(m_until.back() + weight);
    }

    [[nodiscard]] qint64 of(qint64 whole, std::size_t row) const
    {
        if (m_until.back() == 0)
            return row == 0 ? whole : 0;
        return whole * m_until[row + 1] / m_until.back() - whole * m_until[row] / m_until.back();
    }

private:
    std::vector<qint64> m_until{0};
};

template<typename Weight>
std::vector<qint64> weights(std::size_t rows, Weight weight)
{
    std::vector<qint64> all;
    for (std::size_t row = 0; row < rows; ++row)
        all.push_back(weight(row));
    return all;
}

//! The web searches fall on every fourth request or so.
std::vector<qint64> searchWeights(const Draws &draws, std::size_t rows)
{
    return weights(rows, [&](std::size_t row) { return draws.hits(250, row, Draws::SearchWeight) ? 1 : 0; });
}

//! Splits the price of a prompt: a token read from a cache costs a tenth of a fresh one, one written 5/4.
void splitInput(CostParts &parts, qint64 input, const Figures &tokens)
{
    const auto fresh = tokens.promptTokens - tokens.cacheReadTokens - tokens.cacheWriteTokens;
    const auto weight = 20 * fresh + 2 * tokens.cacheReadTokens + 25 * tokens.cacheWriteTokens;
    if (weight > 0) {
        parts.cacheRead = input * 2 * tokens.cacheReadTokens / weight;
        parts.cacheWrite = input * 25 * tokens.cacheWriteTokens / weight;
    }
    parts.input = input - parts.cacheRead - parts.cacheWrite;
}

void splitTokens(std::vector<RequestRow> &rows, const Figures &slot, const Draws &draws)
{
    const auto count = rows.size();
    const auto prompt
        = weights(count, [&](std::size_t row) { return draws.between(40, 180, row, Draws::PromptWeight); });
    const auto completion = weights(
        count, [&](std::size_t row) { return draws.between(30, 190, row, Draws::CompletionWeight); });
    const auto cached = [&](std::size_t row) { return draws.between(1, 3, row, Draws::CacheWeight); };
    const Shares byPrompt(prompt);
    const Shares byCompletion(completion);
    const Shares byRead(weights(count, [&](std::size_t row) { return prompt[row] * cached(row); }));
    const Shares byWrite(weights(count, [&](std::size_t row) { return prompt[row] * (4 - cached(row)); }));
    for (std::size_t row = 0; row < count; ++row) {
        auto &figures = rows[row].figures;
        figures.promptTokens = byPrompt.of(slot.promptTokens, row);
        figures.completionTokens = byCompletion.of(slot.completionTokens, row);
        figures.reasoningTokens = byCompletion.of(slot.reasoningTokens, row);
        figures.cacheReadTokens = byRead.of(slot.cacheReadTokens, row);
        figures.cacheWriteTokens = byWrite.of(slot.cacheWriteTokens, row);
    }
}

//! Splits the money as the tokens fell. REQUIRES: splitTokens() was called.
void splitMoney(std::vector<RequestRow> &rows, const Figures &slot, const Model &model, const Draws &draws)
{
    const auto count = rows.size();
    const auto search = qMin(slot.webMicros, slot.listMicros);
    const auto forTokens = slot.listMicros + slot.byokMicros - search;
    const auto input = forTokens * model.promptPermille / 1000;
    const Shares byPrompt(weights(count, [&](std::size_t row) { return rows[row].figures.promptTokens; }));
    const Shares byCompletion(
        weights(count, [&](std::size_t row) { return rows[row].figures.completionTokens; }));
    const Shares bySearch(searchWeights(draws, count));
    for (std::size_t row = 0; row < count; ++row) {
        auto &parts = rows[row].parts;
        splitInput(parts, byPrompt.of(input, row), rows[row].figures);
        parts.output = byCompletion.of(forTokens - input, row);
        parts.search = bySearch.of(search, row);
    }
    const Shares byPrice(
        weights(count, [&](std::size_t row) { return rows[row].parts.sum() - rows[row].parts.search; }));
    for (std::size_t row = 0; row < count; ++row) {
        auto &figures = rows[row].figures;
        figures.webMicros = bySearch.of(slot.webMicros, row);
        figures.micros = byPrice.of(slot.micros - slot.webMicros, row) + figures.webMicros;
        (slot.byokMicros > 0 ? figures.byokMicros : figures.listMicros) = rows[row].parts.sum();
    }
}

} // namespace

void shareOut(
    std::vector<RequestRow> &rows, const Figures &slot, const SpendSeries &series, const Draws &draws)
{
    splitTokens(rows, slot, draws);
    splitMoney(rows, slot, models()[series.spec().model], draws);
}

} // namespace tollkeeper::simulator
