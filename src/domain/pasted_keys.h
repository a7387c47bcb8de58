// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QList>
#include <QString>

#include <vector>

namespace tollkeeper {

//! A key that somebody pasted, with what stood beside it.
struct PastedKey {
    Secret secret;
    QString prefix; //!< "sk-or-v1-", "ck-" or "sk-": what kind of gateway gives out such keys
    QString suggestedName; //!< the variable's name or the text beside the key; never a key. Empty: none
    int line = 0; //!< from 1
};

//! A line that was to hold a key and gave none. The text itself is not kept: it may be half a key.
struct PastedProblem {
    enum class What : std::uint8_t {
        NotAKey, //!< neither a key nor an assignment
        OpenQuote, //!< a quote that does not end
        AfterQuote, //!< something other than a comment behind the closing quote
        WrongCharacter, //!< begins as a key does and goes on with what a key cannot have
        TooShort, //!< begins as a key does and ends too soon
        Masked, //!< a shortened form, such as a gateway's page shows
        SeveralKeys, //!< more than one on the line
        Repeated, //!< the same key as in an earlier line
    };
    What what = What::NotAKey;
    int line = 0; //!< from 1
    int earlierLine = 0; //!< of Repeated
    friend bool operator==(const PastedProblem &, const PastedProblem &) = default;
};

//! Move-only, as its secrets are.
struct PastedKeys {
    std::vector<PastedKey> keys; //!< in the order of the text, each once
    QList<PastedProblem> problems;
    int otherVariables = 0; //!< assignments of something else, as a .env file has them
};

//! Reads the content of a .env file, or lines that were pasted: `NAME=key`, `export NAME="key" # comment`,
//! a key alone, or a key with a name before or behind it. Lines may end in LF or CRLF. Pure.
[[nodiscard]] PastedKeys readPastedKeys(const QByteArray &text);

} // namespace tollkeeper
