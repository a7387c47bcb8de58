// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "playground/playground_run.h"

namespace tollkeeper {

//! Masks the key that a request went out with, or the keys in its configuration, wherever the answer gives
//! them back, be it the model that says them, be it with the escapes of JSON ("team\/prod"): patterns know
//! how many keys look, but not those of every provider. Where a stream has said one, its events, its body and
//! a message taken from it lose their content: the key lies there in pieces. Pure.
void hideSecret(SentRequest &sent, const Secret &secret);

} // namespace tollkeeper
