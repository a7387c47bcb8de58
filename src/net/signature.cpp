// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/signature.h"

#include <QMessageAuthenticationCode>

namespace tollkeeper {
namespace {

QByteArray hmac(const QByteArray &key, const QByteArray &message)
{
    return QMessageAuthenticationCode::hash(message, key, QCryptographicHash::Sha256);
}

} // namespace

QByteArray hmacSha256(const Secret &secret, const QByteArray &message)
{
    return hmac(secret.reveal(), message);
}

QByteArray hmacOfLineAndSecret(const Secret &secret, const QByteArray &line)
{
    return hmac(secret.reveal(), line + '\n' + secret.reveal());
}

QByteArray hmacKeyedByLineAndSecret(const Secret &secret, const QByteArray &line)
{
    return hmac(line + '\n' + secret.reveal(), QByteArray());
}

} // namespace tollkeeper
