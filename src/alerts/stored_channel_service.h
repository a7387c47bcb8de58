// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"
#include "base/clock.h"
#include "secrets/secret_store.h"
#include "storage/storage.h"

#include <functional>

namespace tollkeeper {

//! Keeps channels in the profile and their secrets in the keychain, under names of their own: a new secret
//! gets a new entry, confirmed before the row that names it is written, and the old entry goes after it. So a
//! crash leaves at worst an entry that nothing names. A secret name "env:VAR" is taken as it is: the secret
//! stays in that variable and is never written.
class StoredChannelService final : public ChannelService {
    Q_OBJECT

public:
    //! How a test reads, title and body; handed in, because words lie above this layer.
    using TestWording = std::function<AlertMessage(const Channel &channel)>;

    //! All must outlive the service.
    StoredChannelService(Storage &storage, SecretStore &secrets, ChannelSender &sender, const Clock &clock,
        TestWording wording, QObject *parent = nullptr);

    [[nodiscard]] Async<QList<Channel>> channels() override;
    [[nodiscard]] Async<ChannelId> save(Channel channel, ChannelSecrets secrets) override;
    [[nodiscard]] Async<Done> remove(ChannelId channel) override;
    [[nodiscard]] Async<Receipt> test(ChannelId channel) override;

private:
    //! Writes a secret under a new name, if there is one, and answers with the name to store: the new one, or
    //! `name`.
    [[nodiscard]] Async<QString> keep(QString name, std::shared_ptr<const Secret> secret);
    //! Failing to is no reason to fail: nothing names it any more.
    [[nodiscard]] Async<Done> forget(QStringList names);
    [[nodiscard]] Async<Channel> byId(ChannelId channel);

    Storage &m_storage;
    SecretStore &m_secrets;
    ChannelSender &m_sender;
    const Clock &m_clock;
    TestWording m_wording;
};

} // namespace tollkeeper
