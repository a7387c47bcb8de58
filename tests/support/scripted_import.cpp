// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_import.h"

#include "support/scripted_requests.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace scripted {

ImportPreview importPreview()
{
    ImportPreview preview;
    preview.bytes = 12'400'000;
    preview.heading = {u"created_at"_s, u"api_key"_s, u"model"_s, u"prompt_tokens"_s, u"completion_tokens"_s,
        u"cost_usd"_s, u"status"_s, u"latency_ms"_s, u"trace"_s};
    preview.mapping.columns = {{ImportField::StartedAt, u"created_at"_s}, {ImportField::Key, u"api_key"_s},
        {ImportField::RequestedModel, u"model"_s}, {ImportField::InputTokens, u"prompt_tokens"_s},
        {ImportField::OutputTokens, u"completion_tokens"_s}, {ImportField::Cost, u"cost_usd"_s},
        {ImportField::HttpStatus, u"status"_s}, {ImportField::TotalTime, u"latency_ms"_s}};
    for (const auto &row : requests()) {
        auto facts = row.facts;
        facts.remoteKeyId = row.keyName;
        preview.rows.append(facts);
    }
    preview.rowsRead = 16;
    preview.problems = {{9, RowFault::BadNumber, ImportField::Cost, u"free"_s}};
    preview.makesIds = true;
    return preview;
}

ImportReport importReport()
{
    ImportReport report;
    report.fileName = u"requests.csv"_s;
    report.rows = {1204, 0, 96, 3};
    report.refused[static_cast<std::size_t>(RowFault::BadNumber)] = 2;
    report.refused[static_cast<std::size_t>(RowFault::NoTime)] = 1;
    report.problems = {{9, RowFault::BadNumber, ImportField::Cost, u"free"_s},
        {1044, RowFault::NoTime, ImportField::StartedAt, {}}};
    return report;
}

} // namespace scripted
