// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/request_look_up.h"

#include <functional>

namespace tollkeeper {

class Storage;
struct UsageRow;

//! Asks a gateway for the bill of a request by its id and waits some seconds for it; what does not come by
//! then is asked for later by itself. What has come is in the ledger. UI thread.
using BillSource = std::function<Async<Done>(AccountId account, QString id)>;

//! Looks in the profile's ledger first, then asks.
class StoredRequestLookUp final : public RequestLookUp {
    Q_OBJECT

public:
    //! `storage`, and whatever `bills` uses, must live longer.
    StoredRequestLookUp(Storage &storage, BillSource bills, QObject *parent = nullptr);

    [[nodiscard]] Async<FoundRequest> find(AccountId account, QString id) override;

private:
    [[nodiscard]] Async<std::optional<UsageRow>> known(AccountId account, QString id);
    [[nodiscard]] Async<bool> offersLookUp(AccountId account);

    Storage &m_storage;
    BillSource m_bills;
};

} // namespace tollkeeper
