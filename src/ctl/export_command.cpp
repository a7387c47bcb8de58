// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "ctl/interrupt.h"
#include "ctl/usage_options.h"
#include "reports/stored_usage_export.h"

#include <QFile>
#include <QJsonArray>
#include <QTextStream>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr qint64 TellEvery = 100'000; //!< rows

Result<UsageExportOrder> orderFrom(const Call &call)
{
    const auto filter = usageFilterFrom(call);
    if (!filter)
        return fail(filter.error());
    UsageExportOrder order{call.arguments.constFirst(), *filter, {},
        call.options.isSet(u"no-bom"_s) ? CsvWriter::Mark::None : CsvWriter::Mark::Utf8,
        call.options.isSet(u"comments"_s)};
    if (call.options.isSet(u"in"_s)) {
        const auto currency = Currency::fromCode(call.options.value(u"in"_s));
        if (!currency)
            return fail(Error::Kind::InvalidInput, u"--in needs three letters such as EUR"_s);
        order.reporting = *currency;
    }
    return order;
}

//! To standard output; nothing else may stand there then, so --json says nothing.
Result<UsageExportCounts> writeOut(const Call &call, const UsageExportOrder &order, const RowsTold &told)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return fail(Error::Kind::File, u"no place"_s);
    return exportRows(call.engine.storage(), order, output, call.engine.clock().now(), {}, told);
}

Result<UsageExportCounts> writeFile(const Call &call, const UsageExportOrder &order)
{
    StoredUsageExportService service(call.engine.storage(), call.engine.clock());
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::caught, &service, &UsageExportService::cancel);
    QObject::connect(&service, &UsageExportService::progressed, &service, [&call](qint64 rows) {
        if (!call.mode.quiet && rows % TellEvery == 0)
            QTextStream(stderr) << rows << " rows\n";
    });
    return wait(service.run(order));
}

Exit exportUsage(const Call &call)
{
    if (call.arguments.size() != 1)
        return reportUsage(u"export needs the name of one file, or - for standard output."_s);
    const auto order = orderFrom(call);
    if (!order)
        return report(call.mode, order.error());
    const bool isToOutput = order->path == u"-";
    const auto counts = isToOutput ? writeOut(call, *order, {}) : writeFile(call, *order);
    if (!counts)
        return report({call.mode.json && !isToOutput, call.mode.quiet}, counts.error());
    if (isToOutput)
        return Exit::Done;
    if (call.mode.json) {
        QJsonArray totals;
        for (const auto &total : counts->totals)
            totals.append(toJson(total.billed));
        printJson({{u"file"_s, order->path}, {u"rows"_s, counts->rows}, {u"totals"_s, totals},
            {u"without_rate"_s, counts->unconverted}});
    }
    printLine(call.mode,
        (counts->rows == 1 ? u"Wrote %1 request to %2."_s : u"Wrote %1 requests to %2."_s)
            .arg(counts->rows)
            .arg(order->path));
    return Exit::Done;
}

} // namespace

QList<Command> exportCommands()
{
    const QList<QCommandLineOption> own{
        {u"no-bom"_s, u"Leave out the mark by which spreadsheets know UTF-8."_s},
        {u"comments"_s, u"Begin with lines that say what the file holds."_s},
        {u"in"_s, u"Currency of the converted cost, USD by default."_s, u"CUR"_s},
    };
    return {{u"export"_s, u"Write requests into a CSV file, or - for standard output."_s, u"FILE"_s,
        Needs::Reading, usageOptions() + own, exportUsage}};
}

} // namespace tollkeeper::ctl
