// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/openrouter/endpoints.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {

Result<WorkspacesPage> parseWorkspaces(const QJsonObject &body)
{
    const auto rows = requiredArray(body, u"data");
    const auto total = optionalTally(body, u"total_count");
    if (!rows || !total)
        return fail(rows ? total.error() : rows.error());
    WorkspacesPage page;
    page.total = *total;
    for (const auto &row : *rows) {
        const auto id = row.toObject()["id"_L1].toString();
        if (id.isEmpty())
            return fail(Error::Kind::Protocol, u"a workspace without \"id\""_s);
        page.ids.append(id);
    }
    return page;
}

} // namespace tollkeeper::openrouter
