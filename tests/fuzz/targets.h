// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace tollkeeper::fuzz {

// What must hold for any bytes; each ends the program where it does not. libFuzzer calls them with bytes of
// its own, tst_fuzz_corpus with the kept ones.

//! However the bytes are split, the events are the same, and nothing outgrows its caps.
void sse(QByteArrayView bytes);
//! Any answer has a meaning that agrees with itself. The first byte chooses gateway and protocol, the second
//! the status.
void answer(QByteArrayView bytes);
//! A response is read or refused, and what was read is within the bytes.
void capture(QByteArrayView bytes);
//! What is redacted is bounded, has no control characters, and redacting it again changes nothing that
//! matters.
void redaction(QByteArrayView bytes);

} // namespace tollkeeper::fuzz
