// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/request_words.h"

#include "base/translation_contexts.h"

namespace tollkeeper {
namespace {

} // namespace

QString reasonWords(Category category)
{
    switch (category) {
    case Category::None:
        return {};
    case Category::Request:
        return texts::Requests::tr("request not valid");
    case Category::Credentials:
        return texts::Requests::tr("key not accepted");
    case Category::Balance:
        return texts::Requests::tr("no credit left");
    case Category::KeyBudget:
        return texts::Requests::tr("cap used up");
    case Category::PlanWindow:
        return texts::Requests::tr("window used up");
    case Category::Policy:
        return texts::Requests::tr("not allowed");
    case Category::Moderation:
        return texts::Requests::tr("blocked content");
    case Category::RateLimit:
        return texts::Requests::tr("rate limit");
    case Category::Provider:
        return texts::Requests::tr("provider failed");
    case Category::Routing:
        return texts::Requests::tr("no provider fits");
    case Category::ModelUnavailable:
        return texts::Requests::tr("model not there");
    case Category::Gateway:
        return texts::Requests::tr("gateway failed");
    case Category::Timeout:
        return texts::Requests::tr("took too long");
    case Category::StreamInterrupted:
        return texts::Requests::tr("cut off");
    case Category::Unknown:
        break;
    }
    return texts::Requests::tr("not known why");
}

QString reasonSentence(Category category)
{
    switch (category) {
    case Category::None:
        return {};
    case Category::Request:
        return texts::Requests::tr("The request is not valid");
    case Category::Credentials:
        return texts::Requests::tr("The key was not accepted");
    case Category::Balance:
        return texts::Requests::tr("The account has no credit left");
    case Category::KeyBudget:
        return texts::Requests::tr("The key has used all of its spending cap");
    case Category::PlanWindow:
        return texts::Requests::tr("The window of the plan is used up");
    case Category::Policy:
        return texts::Requests::tr("A policy blocked this");
    case Category::Moderation:
        return texts::Requests::tr("The content was blocked");
    case Category::RateLimit:
        return texts::Requests::tr("Too many requests");
    case Category::Provider:
        return texts::Requests::tr("The provider failed");
    case Category::Routing:
        return texts::Requests::tr("No provider fits this request");
    case Category::ModelUnavailable:
        return texts::Requests::tr("The model is not available");
    case Category::Gateway:
        return texts::Requests::tr("The gateway failed");
    case Category::Timeout:
        return texts::Requests::tr("It took too long");
    case Category::StreamInterrupted:
        return texts::Requests::tr("The answer was cut off");
    case Category::Unknown:
        break;
    }
    return texts::Requests::tr("The reason is not known");
}

QString sourceWords(RowSource source)
{
    switch (source) {
    case RowSource::Playground:
        return texts::Requests::tr("Playground");
    case RowSource::FileImport:
        return texts::Requests::tr("Imported file");
    case RowSource::PolledLog:
        return texts::Requests::tr("Polled log");
    case RowSource::GenerationLookup:
        break;
    }
    return texts::Requests::tr("Generation look-up");
}

} // namespace tollkeeper
