// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <bitset>

namespace tollkeeper {

//! What a message says, to be asked for the words of a catalogue: without case, and fast, as all that is not
//! known by a code is asked for dozens of them, nearly always in vain.
class SaidWords {
public:
    explicit SaidWords(QString said);

    //! `words`: in UTF-8, of a catalogue, whose text lives as long as the program.
    [[nodiscard]] bool contain(const char *words) const;

private:
    QString m_said;
    std::bitset<0x8000> m_triples; //!< three characters in a row that it has, by their hash
};

} // namespace tollkeeper
