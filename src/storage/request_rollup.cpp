// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_rollup.h"

#include <algorithm>

namespace tollkeeper {
namespace {

constexpr auto Upsert
    = "INSERT INTO request_rollup (start_at, series_id, end_at, requests, unpriced, billed_nanos, "
      "byok_nanos, "
      "input_tokens, output_tokens, highest_nanos, slots) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, "
      "unpriced = unpriced + excluded.unpriced, billed_nanos = billed_nanos + excluded.billed_nanos, "
      "byok_nanos = byok_nanos + excluded.byok_nanos, input_tokens = input_tokens + excluded.input_tokens, "
      "output_tokens = output_tokens + excluded.output_tokens, "
      "highest_nanos = MAX(highest_nanos, excluded.highest_nanos), slots = slots | excluded.slots";

} // namespace

void RequestRollup::count(const RowFigures &row, int sign)
{
    const auto segment = m_segments.at(row.startedAt);
    auto &cell = m_cells[{segment.start, row.series}];
    cell.segment = segment;
    cell.requests += sign;
    cell.unpriced += row.billedNanos ? 0 : sign;
    cell.billed += sign * row.billedNanos.value_or(0);
    cell.byok += sign * row.byokNanos.value_or(0);
    cell.input += sign * row.inputTokens.value_or(0);
    cell.output += sign * row.outputTokens.value_or(0);
    cell.highest = std::max(cell.highest, row.billedNanos.value_or(0) + row.byokNanos.value_or(0));
    cell.slotBits |= qint64(1) << ((row.startedAt - segment.start) / SlotMs);
}

Outcome RequestRollup::write(Database &database) const
{
    auto upsert = BulkStatement::prepare(database, Upsert);
    auto dropEmpty = BulkStatement::prepare(
        database, "DELETE FROM request_rollup WHERE start_at = ? AND series_id = ? AND requests = 0");
    if (!upsert || !dropEmpty)
        return fail(!upsert ? upsert.error() : dropEmpty.error());
    for (auto cell = m_cells.cbegin(); cell != m_cells.cend(); ++cell) {
        const std::array<qint64, 11> values{cell->segment.start, cell.key().second, cell->segment.end,
            cell->requests, cell->unpriced, cell->billed, cell->byok, cell->input, cell->output,
            cell->highest, cell->slotBits};
        for (int i = 0; i < int(values.size()); ++i)
            upsert->bind(i + 1, values[std::size_t(i)]);
        if (auto done = upsert->run(); !done)
            return done;
        if (cell->requests > 0)
            continue;
        dropEmpty->bind(1, cell->segment.start);
        dropEmpty->bind(2, cell.key().second);
        if (auto done = dropEmpty->run(); !done)
            return done;
    }
    return Done{};
}

QList<TimeSegment> RequestRollup::touched() const
{
    QList<TimeSegment> segments;
    for (const auto &cell : m_cells)
        segments.append(cell.segment);
    std::sort(segments.begin(), segments.end(),
        [](const TimeSegment &a, const TimeSegment &b) { return a.start < b.start; });
    segments.erase(std::unique(segments.begin(), segments.end()), segments.end());
    return segments;
}

} // namespace tollkeeper
