// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/sender.h"

#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "storage/storage.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Result<Sender> senderIn(Database &database, AccountId account, std::optional<KeyId> key)
{
    const auto known = AccountRepository(database).byId(account);
    if (!known)
        return fail(known.error());
    if (!key)
        return Sender{*known, known->secretName, {}};
    const auto own = KeyRepository(database).byId(*key);
    if (!own)
        return fail(own.error());
    if (own->account != account)
        return fail(Error::Kind::NotFound, u"key “%1” of account “%2”"_s.arg(own->name, known->name));
    if (own->secretName.isEmpty()) {
        // The account's own key lies where the account's secret does.
        const auto fingerprint = AccountRepository(database).keyFingerprint(account);
        if (!fingerprint)
            return fail(fingerprint.error());
        if (isAccountsOwnKey(*own, *fingerprint))
            return Sender{*known, known->secretName, own->remoteId};
        return fail(Error::Kind::SecretMissing, own->name);
    }
    return Sender{*known, own->secretName, own->remoteId};
}

} // namespace

QFuture<Result<Sender>> readSender(Storage &storage, AccountId account, std::optional<KeyId> key)
{
    return storage.read([account, key](Database &database) { return senderIn(database, account, key); });
}

} // namespace tollkeeper
