// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/workspaces.h"

#include "simulator/roster.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {

const std::vector<WorkspacePlan> &workspacePlans()
{
    static const std::vector<WorkspacePlan> all{
        {accountIndex(u"OpenRouter · main"_s), u"00000000-0000-4000-8000-000000000001"_s, u"default"_s,
            u"Default"_s, u"2025-10-20T08:12:44Z"_s},
        {accountIndex(u"OpenRouter · labs"_s), u"00000000-0000-4000-8000-000000000002"_s, u"default"_s,
            u"Default"_s, u"2026-01-26T09:38:02Z"_s},
        {accountIndex(u"OpenRouter · team"_s), u"00000000-0000-4000-8000-000000000003"_s, u"default"_s,
            u"Default"_s, u"2026-02-04T07:50:31Z"_s},
        {accountIndex(u"OpenRouter · team"_s), u"00000000-0000-4000-8000-000000000004"_s, u"research"_s,
            u"Research"_s, u"2026-02-11T15:26:10Z"_s, 150},
        {accountIndex(u"OpenRouter · team"_s), u"00000000-0000-4000-8000-000000000005"_s, u"archive"_s,
            u"Archive"_s, u"2026-02-11T15:31:48Z"_s},
    };
    return all;
}

std::vector<const WorkspacePlan *> workspacesOf(std::size_t account)
{
    std::vector<const WorkspacePlan *> some;
    for (const auto &workspace : workspacePlans()) {
        if (workspace.account == account)
            some.push_back(&workspace);
    }
    return some;
}

const WorkspacePlan &workspaceAt(std::size_t account, std::size_t place)
{
    const auto &all = workspacePlans();
    const auto first = std::ranges::find(all, account, &WorkspacePlan::account);
    Q_ASSERT(first != all.end());
    return *std::next(first, static_cast<std::ptrdiff_t>(place));
}

} // namespace tollkeeper::simulator
