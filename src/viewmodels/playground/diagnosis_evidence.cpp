// SPDX-License-Identifier: GPL-3.0-or-later
// Why a failure is taken for what it is, and how sure that is.
#include "base/translation_contexts.h"
#include "viewmodels/playground/diagnosis.h"
#include "viewmodels/variants.h"
#include "words/answer_words.h"
#include "words/figures.h"

#include <algorithm>

namespace tollkeeper {
namespace {

bool hasEvidence(const Answer &answer, Evidence::Kind kind)
{
    return std::any_of(answer.evidence.cbegin(), answer.evidence.cend(),
        [kind](const Evidence &evidence) { return evidence.kind == kind; });
}

QString evidenceName(Evidence::Kind kind)
{
    using Kind = Evidence::Kind;
    switch (kind) {
    case Kind::BodyCode:
    case Kind::BodyFamily:
    case Kind::UnknownCode:
        return texts::Playground::tr("Error code");
    case Kind::Message:
        return texts::Playground::tr("Message");
    case Kind::Header:
        return texts::Playground::tr("Header");
    case Kind::NoDelay:
        return texts::Playground::tr("Retry-After header");
    case Kind::Status:
    case Kind::BodyStatus:
    case Kind::PassedOn:
    case Kind::ErrorInSuccess:
    case Kind::Redirect:
        return texts::Playground::tr("Status");
    case Kind::FinishReason:
    case Kind::Terminator:
    case Kind::NoTerminator:
    case Kind::OutputBegan:
    case Kind::OwnTimeout:
    case Kind::Stopped:
    case Kind::ConnectionLost:
        return texts::Playground::tr("End of the answer");
    default:
        return texts::Playground::tr("Body");
    }
}

} // namespace

QVariantList evidenceRows(const PlaygroundRun &run, const RunPlace &place)
{
    const auto &answer = run.answer;
    QList<EvidenceRow> rows;
    if (!answer.isError)
        return {};
    for (const auto &reason : answer.evidence)
        rows.append({evidenceName(reason.kind), evidenceText(reason)});
    if (answer.category == Category::KeyBudget && place.cap && place.cap->used)
        //: %1 is a time
        rows.append({texts::Playground::tr("Key spend at %1 UTC")
                         .arg(timeText(place.figuresAt, QTimeZone::utc())),
            //: %1 is what a key has spent, %2 its cap
            texts::Playground::tr("%1 of %2").arg(moneyText(*place.cap->used), moneyText(place.cap->limit))});
    return variants(rows);
}

QString messageMeaning(const Answer &answer)
{
    const bool isKnown = hasEvidence(answer, Evidence::Kind::BodyCode);
    if (!answer.isError || answer.message.isEmpty() || !isKnown)
        return {};
    //: %1 is what a message of the gateway says, in our words
    return texts::Playground::tr("message means: %1").arg(explain(answer).title);
}

QString certaintyText(const Answer &answer)
{
    using Kind = Evidence::Kind;
    if (!answer.isError)
        return {};
    if (answer.category == Category::Unknown)
        return texts::Playground::tr("Not sure: nothing in the answer is documented.");
    if (hasEvidence(answer, Kind::BodyCode))
        return texts::Playground::tr("Certain: the code is documented.");
    if (hasEvidence(answer, Kind::NoTerminator) || hasEvidence(answer, Kind::FinishReason))
        return texts::Playground::tr("Certain: the end of the answer says so.");
    if (answer.httpStatus == 0)
        return texts::Playground::tr("Certain: no answer came.");
    return texts::Playground::tr("Likely: by the status and the message, not by a code.");
}

} // namespace tollkeeper
