// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/key_match.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto Self = "self"_L1;
constexpr qsizetype HashLength = 64;
constexpr qsizetype FewestCharacters = 3; // of a masked form's end that say anything

//! Both forms hide the middle; what both show has to agree.
std::optional<bool> fits(const QString &ours, const QString &theirs)
{
    static const QRegularExpression hidden(u"…|\\.{2,}|[*•]+"_s);
    const auto gap = hidden.match(theirs);
    const auto ourGap = hidden.match(ours);
    if (!gap.hasMatch() || !ourGap.hasMatch())
        return std::nullopt;
    const auto end = theirs.mid(gap.capturedEnd());
    const auto ourEnd = ours.mid(ourGap.capturedEnd());
    const auto shown = std::min(end.size(), ourEnd.size());
    if (shown < FewestCharacters)
        return std::nullopt;
    const auto begin = std::min(gap.capturedStart(), ourGap.capturedStart());
    return end.right(shown) == ourEnd.right(shown) && ours.left(begin) == theirs.left(begin);
}

bool isHash(const QString &remoteId)
{
    return remoteId.size() == HashLength;
}

} // namespace

bool isOwn(const ApiKey &key, const OwnKey &own, const Capabilities &capabilities)
{
    if (key.remoteId == Self)
        return true;
    if (capabilities.namesKeysByHash && isHash(key.remoteId) && !own.fingerprint.isEmpty())
        return key.remoteId.startsWith(own.fingerprint);
    return !own.fingerprint.isEmpty() && key.secretFingerprint == own.fingerprint;
}

std::optional<bool> isSecretOf(
    const Secret &secret, const ApiKey &key, const OwnKey &own, const Capabilities &capabilities)
{
    if (key.remoteId == Self && !own.fingerprint.isEmpty())
        return secret.fingerprint() == own.fingerprint;
    if (key.remoteId == Self)
        return fits(secret.masked(), own.masked);
    if (capabilities.namesKeysByHash && isHash(key.remoteId))
        return key.remoteId.startsWith(secret.fingerprint());
    return fits(secret.masked(), key.masked);
}

std::optional<ApiKey> ownerOf(
    const Secret &secret, const QList<ApiKey> &keys, const OwnKey &own, const Capabilities &capabilities)
{
    QList<ApiKey> owners;
    for (const auto &key : keys) {
        const auto belongs = isSecretOf(secret, key, own, capabilities);
        if (belongs.value_or(false))
            owners.append(key);
    }
    return owners.size() == 1 ? std::optional(owners.constFirst()) : std::nullopt;
}

} // namespace tollkeeper
