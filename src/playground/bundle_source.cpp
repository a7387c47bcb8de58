// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/bundle_source.h"

#include "storage/account_repository.h"
#include "storage/key_repository.h"
#include "storage/rotation_repository.h"
#include "storage/storage.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Of "sk-or-v1…3f9c".
QString endingOf(const QString &masked)
{
    constexpr qsizetype Shown = 4;
    const auto end = masked.section(u'…', -1);
    return masked.contains(u'…') && end.size() == Shown ? end : QString();
}

Result<BundleSource> sourceIn(Database &database, AccountId account, std::optional<KeyId> key)
{
    BundleSource source;
    const auto accounts = AccountRepository(database).all();
    if (!accounts)
        return fail(accounts.error());
    for (const auto &known : *accounts) {
        source.secretNames.append({known.secretName, known.panelSecretName});
        if (known.id != account)
            continue;
        source.accountName = known.name;
        source.gateway = known.gateway;
        source.keyEnding = key ? QString() : endingOf(known.maskedKey);
    }
    const auto keys = KeyRepository(database).all();
    if (!keys)
        return fail(keys.error());
    for (const auto &known : *keys) {
        source.secretNames.append(known.secretName);
        if (key && known.id == *key)
            source.keyEnding = endingOf(known.secretMasked);
    }
    const auto rotations = RotationRepository(database).open();
    if (!rotations)
        return fail(rotations.error());
    for (const auto &rotation : *rotations)
        source.secretNames.append(rotation.newSecretName);
    source.secretNames.removeAll(QString());
    source.secretNames.removeDuplicates();
    return source;
}

} // namespace

QFuture<Result<BundleSource>> readBundleSource(Storage &storage, AccountId account, std::optional<KeyId> key)
{
    return storage.read([account, key](Database &database) { return sourceIn(database, account, key); });
}

} // namespace tollkeeper
