// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/playground_mark_repository.h"

#include "storage/request_id.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Outcome PlaygroundMarkRepository::mark(AccountId account, const QStringList &requestIds)
{
    for (const auto &id : requestIds) {
        if (auto marked = m_database.execute(
                uR"(INSERT OR IGNORE INTO playground_request (account_id, request_id) VALUES (:account, :id))"_s,
                {{":account", account.value()}, {":id", id}});
            !marked)
            return marked;
    }
    return Done{};
}

Result<QList<PlaygroundMarkRepository::Row>> PlaygroundMarkRepository::in(
    const TimeSegment &window, const QString &condition)
{
    // The marks lead: they are few, and each finds its row by its ids.
    auto found = m_database.run(
        u"SELECT r.id, r.series_id, r.billed_nanos, r.byok_nanos, r.input_tokens, r.output_tokens "
        "FROM playground_request o CROSS JOIN request r "
        "ON r.request_id = o.request_id AND r.account_id = o.account_id "
        "WHERE r.id >= :first AND r.id < :end%1"_s.arg(condition),
        {{":first", requestid::lowest(window.start)}, {":end", requestid::lowest(window.end)}});
    if (!found)
        return fail(found.error());
    QList<Row> rows;
    while (found->next()) {
        Row row;
        row.id = found->value(0).toLongLong();
        row.figures = {requestid::momentOf(row.id).toMSecsSinceEpoch(), found->value(1).toLongLong(),
            optionalCountFrom(found->value(2)), optionalCountFrom(found->value(3)),
            optionalCountFrom(found->value(4)), optionalCountFrom(found->value(5))};
        rows.append(row);
    }
    return rows;
}

} // namespace tollkeeper
