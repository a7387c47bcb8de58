// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"
#include "ctl/interrupt.h"
#include "ctl/key_choice.h"
#include "ctl/send_bill.h"
#include "ctl/send_bundle.h"
#include "ctl/send_copy.h"
#include "ctl/send_options.h"
#include "ctl/send_output.h"
#include "playground/network_playground_service.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr qint64 OnlyRun = 1;

//! "NAME" or "ACCOUNT/NAME", of this account.
Result<KeyId> keyOf(const Call &call, const Account &account)
{
    const auto name = call.options.value(u"key"_s);
    auto row = keyNamed(call.engine, account.name + u'/' + name);
    if (!row)
        row = keyNamed(call.engine, name);
    if (!row)
        return fail(row.error());
    return row->key.id;
}

//! Says the text as it comes. Each attempt begins on a line of its own.
class Narrator : public QObject {
public:
    Narrator(PlaygroundService &service, OutputMode mode) : m_mode(mode)
    {
        connect(&service, &PlaygroundService::attemptStarted, this,
            [this](qint64, int number, const QString &model) {
                endLine();
                if (number > 1)
                    printWarning(m_mode, u"Attempt %1: asking %2."_s.arg(number).arg(model));
                m_said = 0;
            });
        connect(&service, &PlaygroundService::textArrived, this, [this](qint64, const QString &text) {
            printArriving(m_mode, text);
            m_said += text.size();
            m_isInLine = !text.endsWith(u'\n');
        });
        connect(&service, &PlaygroundService::waiting, this, [this](qint64, std::chrono::milliseconds wait) {
            endLine();
            printWarning(m_mode, u"Waiting %1 s before the next attempt."_s.arg(double(wait.count()) / 1000));
        });
    }

    //! What a plain answer said, and the end of the last line.
    void finish(const QString &text)
    {
        if (m_said < text.size())
            printArriving(m_mode, text.mid(m_said));
        m_isInLine = m_isInLine || m_said < text.size();
        endLine();
    }

private:
    void endLine()
    {
        if (std::exchange(m_isInLine, false))
            printArriving(m_mode, u"\n"_s);
    }

    OutputMode m_mode;
    qsizetype m_said = 0;
    bool m_isInLine = false;
};

//! What contradicts itself; empty: nothing does.
QString contradiction(const Call &call)
{
    const bool hasBundle = call.options.isSet(u"bundle"_s);
    if (hasBundle && call.options.isSet(u"copy-as"_s))
        return u"--copy-as sends nothing, so there is nothing to make a --bundle of."_s;
    if (hasBundle && call.mode.json && call.options.value(u"bundle"_s) == u"-")
        return u"--json and --bundle - both want standard output."_s;
    if (!hasBundle && (call.options.isSet(u"bundle-with-prompt"_s) || call.options.isSet(u"force"_s)))
        return u"--bundle-with-prompt and --force say how to write a --bundle."_s;
    return {};
}

//! Nothing else stands on standard output where the bundle does.
OutputMode modeOf(const Call &call)
{
    const bool isBundleOut = call.options.value(u"bundle"_s) == u"-";
    return {call.mode.json, call.mode.quiet || isBundleOut};
}

//! How long bills are waited for. Who has stopped a request does not want to wait.
std::chrono::milliseconds patienceAfter(RunEnd end)
{
    return std::chrono::seconds(end == RunEnd::Cancelled ? 1 : 5);
}

Exit sendAndTell(const Call &call, const Account &account, const SendOrder &order)
{
    const auto mode = modeOf(call);
    auto &service = call.engine.playground();
    Narrator narrator(service, mode);
    Interrupt interrupt;
    std::stop_source stop;
    QObject::connect(&interrupt, &Interrupt::caught, &narrator, [&stop] { stop.request_stop(); });
    auto run = wait(service.send(order, stop.get_token(), OnlyRun));
    if (!run)
        return report(call.mode, run.error());
    narrator.finish(run->answer.text);
    if (run->recordProblem)
        printWarning(mode, u"The answer came, but no row of it could be kept in the ledger."_s);
    if (order.isRecorded) // a bill that comes later is no failure of the request
        joinBills(call.engine, account, *run, patienceAfter(run->end));
    if (mode.json)
        printJson(toJson(*run));
    printRun(mode, *run, order.policy);
    const auto exit = exitFor(*run);
    if (!call.options.isSet(u"bundle"_s))
        return exit;
    if (const auto written = writeBundle(call, order, *run); !written) {
        const auto failed = reportBundle({.json = false, .quiet = mode.quiet}, written.error());
        return exit == Exit::Done ? failed : exit;
    }
    return exit;
}

Exit send(const Call &call)
{
    auto order = sendOrderFrom(call.options, call.arguments);
    if (!order)
        return reportUsage(printable(order.error()));
    if (const auto sentence = contradiction(call); !sentence.isEmpty())
        return reportUsage(sentence);
    const auto account = accountNamed(call.engine, call.options.value(u"account"_s));
    if (!account)
        return report(call.mode, account.error());
    order->account = account->id;
    if (call.options.isSet(u"key"_s)) {
        const auto key = keyOf(call, *account);
        if (!key)
            return report(call.mode, key.error());
        order->key = *key;
    }
    if (call.options.isSet(u"copy-as"_s))
        return printCopy(call, *account, *order);
    if (call.options.isSet(u"bundle"_s)) {
        if (const auto place = bundlePlace(call); !place)
            return reportBundle(call.mode, place.error());
    }
    return sendAndTell(call, *account, *order);
}

} // namespace

QList<Command> sendCommands()
{
    return {{u"send"_s, u"Send a request to a model and say what came of it."_s, u"(MESSAGE|-)"_s,
        Needs::Writing, sendOptions(), send, {u"no-record"_s, u"copy-as"_s}}};
}

} // namespace tollkeeper::ctl
