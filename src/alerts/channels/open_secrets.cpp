// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/open_secrets.h"

namespace tollkeeper::channels {
namespace {

using Kept = std::shared_ptr<const Secret>;

Async<Kept> read(SecretStore &store, QString name)
{
    if (name.isEmpty())
        co_return Kept();
    auto reading = store.read(name);
    auto secret = co_await reading;
    if (!secret)
        co_return fail(secret.error());
    auto kept = std::make_shared<const Secret>(*std::move(secret));
    co_return kept;
}

} // namespace

Async<OpenSecrets> openSecrets(SecretStore &store, Channel channel)
{
    auto readingAddress = read(store, channel.addressSecretName);
    const auto address = co_await readingAddress;
    if (!address)
        co_return fail(address.error());
    auto readingSecret = read(store, channel.secretName);
    const auto secret = co_await readingSecret;
    if (!secret)
        co_return fail(secret.error());
    OpenSecrets secrets{*address, *secret};
    co_return secrets;
}

} // namespace tollkeeper::channels
