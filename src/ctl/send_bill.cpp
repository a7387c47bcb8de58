// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/send_bill.h"

#include "gateways/registry.h"
#include "playground/joined_bill.h"
#include "storage/usage_repository.h"
#include "sync/bill_wait.h"

namespace tollkeeper::ctl {
namespace {

//! The row of a request, where it is a bill by now.
std::optional<RequestFacts> billOf(Engine &engine, AccountId account, const QString &id)
{
    const auto rows = wait(engine.storage().read(
        [id](Database &database) { return UsageRepository(database).byRequestId(id); }));
    for (const auto &row : rows.value_or(QList<UsageRow>())) {
        if (row.account == account && row.source == RowSource::GenerationLookup)
            return row.facts;
    }
    return std::nullopt;
}

} // namespace

void joinBills(Engine &engine, const Account &account, PlaygroundRun &run, std::chrono::milliseconds patience)
{
    const auto connector = connectorFor(account.gateway);
    if (!connector || !connector->capabilities().looksUpGenerations)
        return;
    QStringList ids;
    for (const auto &sent : run.sent) {
        if (const auto &id = billIdOf(sent); !id.isEmpty())
            ids.append(id);
    }
    if (ids.isEmpty() || !wait(waitForBills(engine.lookUps(), account.id, ids, patience)))
        return;
    for (qsizetype post = 0; post < run.sent.size(); ++post) {
        const auto id = billIdOf(run.sent.at(post));
        if (id.isEmpty())
            continue;
        if (const auto bill = billOf(engine, account.id, id))
            joinBill(run, post, *bill);
    }
}

} // namespace tollkeeper::ctl
