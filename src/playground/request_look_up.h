// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/id.h"
#include "domain/request_facts.h"

#include <QObject>

namespace tollkeeper {

//! What is known of a request by its id.
struct FoundRequest {
    AccountId account;
    QString accountName;
    RequestFacts facts;
    RowSource source = RowSource::Playground;
    bool isBilled = false; //!< the gateway's own look-up has told it, with its cost
};

//! Finds a request by an id: in the ledger, else at the gateway where it offers a look-up. UI thread.
class RequestLookUp : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! Everything the ledger has under that id (its own, the gateway's or the provider's), best informed
    //! first. Where nothing of it is the gateway's own bill and `account` offers a look-up, the gateway is
    //! asked, with back-off, for some seconds; what it does not have by then is asked for later by itself.
    //! Error::Kind::NotFound: nobody knows it; NotOffered: not in the ledger, and this gateway has no
    //! look-up.
    [[nodiscard]] virtual Async<FoundRequest> find(AccountId account, QString id) = 0;
};

} // namespace tollkeeper
