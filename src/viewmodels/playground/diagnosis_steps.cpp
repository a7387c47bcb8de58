// SPDX-License-Identifier: GPL-3.0-or-later
// What to do about a failure, and which of it a button here does.
#include "base/translation_contexts.h"
#include "viewmodels/playground/diagnosis.h"
#include "viewmodels/variants.h"
#include "words/answer_words.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! What a button beside a step does.
enum class Deed : std::uint8_t { None, SendAgain, Edit, ChooseModel, OpenGateway, OpenKey, CopyBundle };

//! Of the words that each category has, step by step.
QList<Deed> usualDeeds(Category category)
{
    switch (category) {
    case Category::Request:
    case Category::Moderation:
    case Category::Routing:
        return {Deed::Edit};
    case Category::Credentials:
    case Category::KeyBudget:
    case Category::Policy:
        return {Deed::OpenKey};
    case Category::Balance:
        return {Deed::OpenGateway, Deed::Edit};
    case Category::PlanWindow:
        return {Deed::None, Deed::OpenKey};
    case Category::ModelUnavailable:
        return {Deed::ChooseModel};
    case Category::Provider:
        return {Deed::SendAgain, Deed::ChooseModel};
    case Category::Gateway:
        return {Deed::SendAgain, Deed::CopyBundle};
    case Category::RateLimit:
    case Category::Timeout:
    case Category::StreamInterrupted:
        return {Deed::SendAgain};
    default:
        return {};
    }
}

//! Of what a catalogue says of its own codes, by the key of its words; what is not among them no button does.
Deed deedOf(QByteArrayView step)
{
    if (step.startsWith("Do not"))
        return Deed::None;
    if (step.startsWith("Send it again") || step.endsWith("then send it again."))
        return Deed::SendAgain;
    constexpr std::array<std::pair<const char *, Deed>, 9> Known{{
        {"Ask for fewer output tokens, or for less at the same time.", Deed::Edit},
        {"Ask for less reasoning, or for a shorter answer.", Deed::Edit},
        {"Raise the maximum of output tokens.", Deed::Edit},
        {"Allow it more time, or ask for a shorter answer.", Deed::Edit},
        {"Use a paid model, or buy credit for a larger allowance.", Deed::ChooseModel},
        {"Raise or remove that budget at the gateway.", Deed::OpenGateway},
        {"Raise that budget in the proxy, or wait for its period to end.", Deed::OpenGateway},
        {"Wait for the next day, or raise the daily cap.", Deed::OpenGateway},
        {"Raise the cap of this key, or rotate to another key.", Deed::OpenKey},
    }};
    const auto *const found
        = std::ranges::find_if(Known, [step](const auto &known) { return step == known.first; });
    return found == Known.end() ? Deed::None : found->second;
}

StepRow placeStep(const QString &title, Deed deed, const RunPlace &place)
{
    //: %1 is the name of a gateway
    const auto open = texts::Playground::tr("Open %1");
    if (!place.keysPage.isEmpty())
        return {title, {}, open.arg(place.gatewayName), u"openGateway"_s};
    if (deed == Deed::OpenKey && place.isKeyKnown)
        return {title, {}, texts::Playground::tr("Open key"), u"openKey"_s};
    return {title, {}, {}, {}};
}

StepRow stepRow(const QString &title, Deed deed, const RunPlace &place)
{
    switch (deed) {
    case Deed::SendAgain:
        return {title, {}, texts::Playground::tr("Send again"), u"sendAgain"_s};
    case Deed::Edit:
        return {title, {}, texts::Playground::tr("Edit request"), u"edit"_s};
    case Deed::ChooseModel:
        return {title, {}, texts::Playground::tr("Choose model"), u"chooseModel"_s};
    case Deed::CopyBundle:
        return {title, {}, texts::Playground::tr("Support bundle"), u"copyBundle"_s};
    case Deed::OpenGateway:
    case Deed::OpenKey:
        return placeStep(title, deed, place);
    case Deed::None:
        break;
    }
    return {title, {}, {}, {}};
}

QList<StepRow> toldSteps(const Answer &answer, const RunPlace &place)
{
    const auto &own = answer.texts.nextSteps;
    const auto usual = usualDeeds(answer.category);
    const auto titles = explain(answer).nextSteps;
    QList<StepRow> rows;
    for (qsizetype at = 0; at < titles.size(); ++at) {
        const auto deed = own.isEmpty() ? usual.value(at, Deed::None) : deedOf(own.value(at));
        rows.append(stepRow(titles.at(at), deed, place));
    }
    return rows;
}

bool isOfKey(Category category)
{
    return category == Category::Credentials || category == Category::KeyBudget
        || category == Category::PlanWindow || category == Category::Policy || category == Category::Balance;
}

bool isElsewhere(Category category)
{
    return category == Category::Provider || category == Category::RateLimit || category == Category::Timeout
        || category == Category::StreamInterrupted || category == Category::Gateway;
}

} // namespace

StepRow switchKeyStep(const RunPlace &place)
{
    return {texts::Playground::tr("Send it with another key"), place.otherKey,
        texts::Playground::tr("Switch key"), u"switchKey"_s};
}

QVariantList stepRows(const PlaygroundRun &run, const RunPlace &place)
{
    const auto &answer = run.answer;
    if (!answer.isError)
        return {};
    auto rows = toldSteps(answer, place);
    if (isOfKey(answer.category) && !place.otherKey.isEmpty())
        rows.append(switchKeyStep(place));
    if (isElsewhere(answer.category))
        rows.append({texts::Playground::tr("Let another model answer"),
            texts::Playground::tr("A fallback is asked when the model before it fails."),
            texts::Playground::tr("Add fallback"), u"addFallback"_s});
    if (answer.category == Category::Unknown)
        rows.append(stepRow(texts::Playground::tr("Ask the gateway's support"), Deed::CopyBundle, place));
    if (answer.resetsAt && isOfKey(answer.category))
        rows.append({texts::Playground::tr("Wait for the reset"), resetNote(*answer.resetsAt), {}, {}});
    return variants(rows);
}

} // namespace tollkeeper
