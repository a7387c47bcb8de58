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
    auto reading = partners.storage.read(
        [account](Database &database) { return AccountRepository(database).byId(account); });
    const auto known = co_await reading;
    if (!known)
        co_return fail(known.error());
    const auto connector = partners.connectorOf(known->gateway);
    if (!connector)
        co_return fail(Error::Kind::NotFound, u"gateway “%1”"_s.arg(known->gateway));
    auto readingKey = partners.secrets.read(known->secretName);
    auto key = co_await readingKey;
    if (!key)
        co_return fail(key.error());
    KeyLine line{*known, connector, std::make_shared<const Secret>(*std::move(key)),
        partners.panels.of(*known, connector)};
    co_return line;
}

} // namespace tollkeeper
