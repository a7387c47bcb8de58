// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/totp.h"

#include <QMessageAuthenticationCode>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace tollkeeper::simulator {
namespace {

constexpr qint64 StepSeconds = 30;

//! RFC 4226, section 5.3.
QByteArray hotpCode(const QByteArray &secret, quint64 counter)
{
    QByteArray message(8, '\0');
    qToBigEndian(counter, message.data());
    const auto digest = QMessageAuthenticationCode::hash(message, secret, QCryptographicHash::Sha1);
    const auto offset = digest.back() & 0x0f;
    const auto number = qFromBigEndian<quint32>(digest.constData() + offset) & 0x7fffffffU;
    return QByteArray::number(number % 1'000'000).rightJustified(6, '0');
}

} // namespace

QByteArray totpCode(const QByteArray &secret, const QDateTime &moment)
{
    return hotpCode(secret, static_cast<quint64>(moment.toSecsSinceEpoch() / StepSeconds));
}

bool totpMatches(const QByteArray &secret, const QDateTime &moment, const QByteArray &code)
{
    constexpr std::array<qint64, 3> Steps{0, -1, 1};
    return std::ranges::any_of(
        Steps, [&](qint64 steps) { return totpCode(secret, moment.addSecs(steps * StepSeconds)) == code; });
}

QByteArray base32(const QByteArray &bytes)
{
    constexpr QByteArrayView Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QByteArray text;
    quint32 held = 0;
    int bits = 0;
    for (const auto byte : bytes) {
        held = (held << 8) | static_cast<quint8>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += Alphabet[(held >> (bits - 5)) & 31];
    }
    if (bits > 0)
        text += Alphabet[(held << (5 - bits)) & 31];
    return text;
}

} // namespace tollkeeper::simulator
