// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/key_line.h"

#include "gateways/registry.h"
#include "storage/account_repository.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

std::shared_ptr<const Connector> KeyPartners::connectorOf(const QString &gateway) const
{
    return connectors ? connectors(gateway) : connectorFor(gateway);
}

KeyControls KeyLine::controls() const
{
    return keyControlsOf(*connector, account);
}

KeyControls keyControlsOf(const Connector &connector, const Account &account)
{
    return connector.keyControls(account.role, account.panel() == PanelState::LoggedIn);
}

Error notOffered(const Connector &connector, const std::function<bool(const KeyControls &)> &offers)
{
    auto obstacle = u"gateway"_s;
    if (offers(connector.keyControls(KeyRole::Management, false)))
        obstacle = u"management"_s;
    else if (offers(connector.keyControls(KeyRole::Ordinary, true)))
        obstacle = u"panel"_s;
    return {.kind = Error::Kind::NotOffered, .detail = obstacle};
}

Async<KeyLine> openKeyLine(KeyPartners partners, AccountId account)
{
    auto opening = openGatewayLine(partners.storage, partners.secrets, account, partners.connectors);
    auto line = co_await opening;
    if (!line)
        co_return fail(line.error());
    auto panel = partners.panels.of(line->account, line->connector);
    KeyLine opened{*std::move(line), std::move(panel)};
    co_return opened;
}

} // namespace tollkeeper
