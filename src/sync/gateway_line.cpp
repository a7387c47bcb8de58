// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/gateway_line.h"

#include "gateways/registry.h"
#include "storage/account_repository.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

Async<GatewayLine> openGatewayLine(
    Storage &storage, SecretStore &secrets, AccountId account, ConnectorSource connectors)
{
    auto reading
        = storage.read([account](Database &database) { return AccountRepository(database).byId(account); });
    const auto known = co_await reading;
    if (!known)
        co_return fail(known.error());
    const auto connector = connectors ? connectors(known->gateway) : connectorFor(known->gateway);
    if (!connector)
        co_return fail(Error::Kind::NotFound, u"gateway “%1”"_s.arg(known->gateway));
    auto readingKey = secrets.read(known->secretName);
    auto key = co_await readingKey;
    if (!key)
        co_return fail(key.error());
    GatewayLine line{*known, connector, std::make_shared<const Secret>(*std::move(key))};
    co_return line;
}

} // namespace tollkeeper
