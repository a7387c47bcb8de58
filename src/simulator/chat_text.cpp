// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_text.h"

#include "simulator/chance.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

constexpr std::array Words{"the", "freight", "from", "Rotterdam", "reaches", "customs", "on", "Tuesday",
    "and", "leaves", "by", "rail", "for", "Lyon", "with", "two", "pallets", "held", "at", "dock", "nine",
    "until", "papers", "arrive", "so", "please", "confirm", "weight", "before", "noon", "carrier", "keeps",
    "its", "slot", "while", "Zürich", "waits"};

//! The same on every machine and in every run, as qHash is not.
quint64 digestOf(const QByteArray &text)
{
    const auto digest = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(digest.constData());
}

} // namespace

qint64 tokensOf(QByteArrayView text)
{
    return (text.size() + 3) / 4;
}

int answerWords(quint64 seed, const QByteArray &prompt)
{
    return static_cast<int>(chanceBetween(24, 64, {seed, digestOf(prompt), 3}));
}

QStringList answerPieces(quint64 seed, const QByteArray &prompt, int words)
{
    const auto digest = digestOf(prompt);
    QStringList pieces;
    for (int at = 0; at < words; ++at) {
        const auto draw = chance({seed, digest, static_cast<quint64>(at)});
        const auto word = QString::fromUtf8(Words.at(draw % Words.size()));
        const auto end = at + 1 == words ? u"."_s : QString();
        pieces.append((at == 0 ? QString() : u" "_s) + word + end);
    }
    return pieces;
}

} // namespace tollkeeper::simulator
