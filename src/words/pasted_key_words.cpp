// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/pasted_key_words.h"

#include "base/translation_contexts.h"

namespace tollkeeper {
namespace {

} // namespace

QString problemText(const PastedProblem &problem)
{
    using What = PastedProblem::What;
    switch (problem.what) {
    case What::NotAKey:
        return texts::PastedKeys::tr("Line %1 has no key that Tollkeeper knows.").arg(problem.line);
    case What::OpenQuote:
        return texts::PastedKeys::tr("Line %1 has a quote that does not end.").arg(problem.line);
    case What::AfterQuote:
        return texts::PastedKeys::tr("Line %1 has something behind its closing quote.").arg(problem.line);
    case What::WrongCharacter:
        return texts::PastedKeys::tr("Line %1 has a key with characters that a key cannot have.")
            .arg(problem.line);
    case What::TooShort:
        return texts::PastedKeys::tr("Line %1 has only the beginning of a key.").arg(problem.line);
    case What::Masked:
        return texts::PastedKeys::tr("Line %1 has a shortened key; paste the whole one.").arg(problem.line);
    case What::SeveralKeys:
        return texts::PastedKeys::tr("Line %1 has several keys; put each on a line of its own.")
            .arg(problem.line);
    case What::Repeated:
        return texts::PastedKeys::tr("Line %1 repeats the key of line %2.")
            .arg(problem.line)
            .arg(problem.earlierLine);
    }
    return {};
}

} // namespace tollkeeper
