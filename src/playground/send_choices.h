// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/account.h"
#include "domain/answer_vocabulary.h"
#include "domain/api_key.h"
#include "domain/model_price.h"
#include "domain/send_guard.h"

#include <QObject>

namespace tollkeeper {

//! A key that requests can go out with: this machine holds its secret.
struct SendKey {
    std::optional<KeyId> id; //!< nullopt: the account's own key, whose row no poll has told yet
    QString name; //!< as people know it; server text
    KeyLabels labels; //!< empty where nobody has given any
    std::optional<Cap> cap; //!< nullopt: none, or not told
    std::optional<QStringList> allowedModels; //!< nullopt: not told; empty: all
    bool isAccountsOwn = false;
    bool isDisabled = false;
};

//! An account that requests can go through.
struct SendAccount {
    AccountId id;
    QString name;
    QString gateway; //!< kind, such as "openrouter"
    QString gatewayName; //!< "OpenRouter"
    QUrl baseUrl;
    AccountState state = AccountState::NeverPolled;
    QDateTime figuresAt; //!< UTC; of the last poll that counted; invalid: none yet
    QList<ApiProtocol> protocols; //!< never empty
    bool offersRouting = false;
    QUrl keysPage; //!< the gateway's own page of keys; empty: none
    //! The account's own first, then by name. Empty: its own is a management key, which reads and sends
    //! nothing (openrouter.md 1), and no other's secret is here.
    QList<SendKey> keys;
};

//! Whom and what a request can be sent to, and when to ask before it is. UI thread; answers come without
//! blocking it.
class SendChoices : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! By name; without those that are removed or that nothing can be sent through.
    [[nodiscard]] virtual Async<QList<SendAccount>> accounts() = 0;
    //! The catalogue of the account's gateway as last read, by name; empty where it tells none.
    [[nodiscard]] virtual Async<QList<ModelListing>> models(AccountId account) = 0;
    [[nodiscard]] virtual Async<SendGuard> guard() = 0;
    [[nodiscard]] virtual Async<Done> setGuard(SendGuard guard) = 0; //!< then `changed`

Q_SIGNALS:
    void changed(); //!< accounts, keys, caps, catalogues or the guard changed: ask again
};

} // namespace tollkeeper
