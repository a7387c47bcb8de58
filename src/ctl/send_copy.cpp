// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/send_copy.h"

#include "gateways/registry.h"
#include "gateways/send_request.h"
#include "playground/copy_as.h"

#include <QRegularExpression>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

std::optional<CopyForm> formFrom(const QString &text)
{
    if (text == u"curl")
        return CopyForm::Curl;
    if (text == u"python")
        return CopyForm::Python;
    if (text == u"node")
        return CopyForm::Node;
    return text == u"http" ? std::optional(CopyForm::Http) : std::nullopt;
}

//! The variable the key comes from already, where it does.
QString variableOf(const Account &account, const SendOrder &order)
{
    static const QRegularExpression own(u"^env:([A-Z_][A-Z0-9_]*)$"_s); // as EnvironmentSecretStore reads it
    const auto found = own.match(account.secretName);
    if (!order.key && found.hasMatch())
        return found.captured(1);
    const auto dialect = dialectFor(account.gateway);
    return keyVariableFor(dialect ? dialect->displayName : account.gateway);
}

} // namespace

Exit printCopy(const Call &call, const Account &account, const SendOrder &order)
{
    const auto form = formFrom(call.options.value(u"copy-as"_s));
    if (!form)
        return reportUsage(u"--copy-as is curl, python, node or http."_s);
    const auto places = sendPlacesFor(account.gateway);
    if (!places)
        return report(call.mode, Error{.kind = Error::Kind::NotOffered, .detail = u"gateway"_s});
    const auto request = sendRequest(*places, account.baseUrl, order.request, order.model, {});
    if (!request)
        return report(call.mode, request.error());
    const auto variable = variableOf(account, order);
    const auto text = copiedAs(*form, *request, variable);
    if (call.mode.json)
        printJson({{u"request"_s, text}, {u"key_variable"_s, variable}});
    else
        QTextStream(stdout) << text << (text.endsWith(u'\n') ? QString() : u"\n"_s);
    return Exit::Done;
}

} // namespace tollkeeper::ctl
