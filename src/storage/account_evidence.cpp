// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/account_evidence.h"

#include "storage/ledger_repository.h"
#include "storage/row_slices.h"

#include <algorithm>

namespace tollkeeper {
namespace {

QDateTime momentOf(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

TimeSegment united(TimeSegment stretch, const QList<Slice> &slices)
{
    for (const auto &slice : slices) {
        stretch.start = std::min(stretch.start, slice.start.toMSecsSinceEpoch());
        stretch.end = std::max(stretch.end, slice.end.toMSecsSinceEpoch());
    }
    return stretch;
}

} // namespace

Result<AccountEvidence> gatherEvidence(Database &database, AccountId account, TimeSegment stretch,
    const QString &currency, const QTimeZone &zone, RowSums sums)
{
    LedgerRepository ledger(database, account);
    RowSlices rows(database, account, sums);
    TimeSegments segments(zone);
    AccountEvidence evidence{stretch, {}};
    for (auto before = TimeSegment{}; before != evidence.stretch;) {
        before = evidence.stretch;
        const auto wide = rows.widened(before, segments);
        if (!wide)
            return fail(wide.error());
        auto slices = ledger.slices(momentOf(wide->start), momentOf(wide->end), currency);
        if (!slices)
            return fail(slices.error());
        evidence = {united(*wide, *slices), *std::move(slices)};
    }
    const auto ofRows = rows.slices(evidence.stretch, segments, currency, evidence.slices);
    if (!ofRows)
        return fail(ofRows.error());
    evidence.slices.append(*ofRows);
    return evidence;
}

Result<QStringList> currenciesOf(Database &database, AccountId account)
{
    auto codes = LedgerRepository(database, account).currencies();
    const auto ofRows = RowSlices(database, account, RowSums::Stored).currencies();
    if (!codes || !ofRows)
        return fail(!codes ? codes.error() : ofRows.error());
    for (const auto &code : *ofRows) {
        if (!codes->contains(code))
            codes->append(code);
    }
    return codes;
}

} // namespace tollkeeper
