// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/category.h"
#include "domain/answer_vocabulary.h"

#include <QList>

namespace tollkeeper {

//! How a line of a catalogue is looked for.
enum class CodeMatch : std::uint8_t {
    Exact, //!< the code as it stands in the body
    Family, //!< a code that names no more than a family: asked after exact codes and messages
    Message, //!< a piece of the message, in any case, for answers without a code; asked after exact codes
    GoogleMessage, //!< the same, only in answers of Google's form, which have no codes of the gateway
    Silent, //!< a documented code that does not say what went wrong: it decides nothing
};

//! One line of a gateway's error catalogue; the first line of a code counts. Knowledge is data: a new code is
//! one line. What a line leaves out comes from the defaults of its category (decoder/category_defaults.h).
struct KnownCode {
    const char *code; //!< UTF-8
    Category category;
    //! Where the same code means something else in an answer without Retry-After (sub2api's
    //! rate_limit_exceeded).
    std::optional<Category> withoutDelay = {};
    CodeMatch match = CodeMatch::Exact;
    std::optional<Retry> retry = {};
    std::optional<Actor> actor = {};
    std::optional<Charged> charged = {};
    //! Translation keys of context "Codes" (QT_TRANSLATE_NOOP); null: the words of the category.
    const char *title = nullptr;
    const char *explanation = nullptr;
    QList<const char *> nextSteps = {};
};
using ErrorCatalogue = QList<KnownCode>;

} // namespace tollkeeper
