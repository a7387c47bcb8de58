// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/secret_notes.h"

#include "storage/key_event_repository.h"
#include "storage/key_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Whether the last thing that happened to its secret is that it was missed.
Result<bool> isMissed(Database &database, KeyId key)
{
    const auto events = KeyEventRepository(database).of(key);
    if (!events)
        return fail(events.error());
    for (const auto &event : *events) {
        if (event.what == KeyEvent::What::SecretMissed)
            return true;
        if (event.what == KeyEvent::What::SecretStored || event.what == KeyEvent::What::SecretForgotten)
            return false;
    }
    return false;
}

Result<std::optional<ApiKey>> ownKeyOf(Database &database, AccountId account)
{
    return KeyRepository(database).byRemoteId(account, u"self"_s);
}

} // namespace

Outcome noteSecret(Database &database, KeyId key, KeyEvent::What what, const QDateTime &at)
{
    const auto origin
        = what == KeyEvent::What::SecretMissed ? KeyEvent::Origin::Gateway : KeyEvent::Origin::Here;
    return KeyEventRepository(database).add(key, {what, origin, at, {}, {}});
}

Outcome noteMissingSecret(Database &database, KeyId key, const QDateTime &at)
{
    const auto known = isMissed(database, key);
    if (!known)
        return fail(known.error());
    return *known ? Outcome(Done{}) : noteSecret(database, key, KeyEvent::What::SecretMissed, at);
}

Outcome noteMissingOwnSecret(Database &database, AccountId account, const QDateTime &at)
{
    const auto own = ownKeyOf(database, account);
    if (!own)
        return fail(own.error());
    return *own ? noteMissingSecret(database, (*own)->id, at) : Outcome(Done{});
}

Outcome noteFoundOwnSecret(Database &database, AccountId account, const QDateTime &at)
{
    const auto own = ownKeyOf(database, account);
    if (!own)
        return fail(own.error());
    if (!*own)
        return Done{};
    const auto missed = isMissed(database, (*own)->id);
    if (!missed)
        return fail(missed.error());
    return *missed ? noteSecret(database, (*own)->id, KeyEvent::What::SecretStored, at) : Outcome(Done{});
}

} // namespace tollkeeper
