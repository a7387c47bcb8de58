// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tollkeeper::simulator {

//! About as many tokens as a text has: one for four bytes, at least one for any text.
[[nodiscard]] qint64 tokensOf(QByteArrayView text);

//! A text of this world's business, in pieces as a stream sends them: joined they are the text. The same
//! prompt and seed give the same text, whatever its length.
[[nodiscard]] QStringList answerPieces(quint64 seed, const QByteArray &prompt, int words);
//! How many words an answer to the prompt has if nothing cuts it.
[[nodiscard]] int answerWords(quint64 seed, const QByteArray &prompt);

} // namespace tollkeeper::simulator
