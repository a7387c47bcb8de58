// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/request_words.h"

#include <QCoreApplication>

namespace tollkeeper {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Requests", text);
}

} // namespace

QString reasonWords(Category category)
{
    switch (category) {
    case Category::None:
        return {};
    case Category::Request:
        return tr("request not valid");
    case Category::Credentials:
        return tr("key not accepted");
    case Category::Balance:
        return tr("no credit left");
    case Category::KeyBudget:
        return tr("cap used up");
    case Category::PlanWindow:
        return tr("window used up");
    case Category::Policy:
        return tr("not allowed");
    case Category::Moderation:
        return tr("blocked content");
    case Category::RateLimit:
        return tr("rate limit");
    case Category::Provider:
        return tr("provider failed");
    case Category::Routing:
        return tr("no provider fits");
    case Category::ModelUnavailable:
        return tr("model not there");
    case Category::Gateway:
        return tr("gateway failed");
    case Category::Timeout:
        return tr("took too long");
    case Category::StreamInterrupted:
        return tr("cut off");
    case Category::Unknown:
        break;
    }
    return tr("not known why");
}

QString reasonSentence(Category category)
{
    switch (category) {
    case Category::None:
        return {};
    case Category::Request:
        return tr("The request is not valid");
    case Category::Credentials:
        return tr("The key was not accepted");
    case Category::Balance:
        return tr("The account has no credit left");
    case Category::KeyBudget:
        return tr("The key has used all of its spending cap");
    case Category::PlanWindow:
        return tr("The window of the plan is used up");
    case Category::Policy:
        return tr("A policy blocked this");
    case Category::Moderation:
        return tr("The content was blocked");
    case Category::RateLimit:
        return tr("Too many requests");
    case Category::Provider:
        return tr("Every provider failed");
    case Category::Routing:
        return tr("No provider fits this request");
    case Category::ModelUnavailable:
        return tr("The model is not available");
    case Category::Gateway:
        return tr("The gateway failed");
    case Category::Timeout:
        return tr("It took too long");
    case Category::StreamInterrupted:
        return tr("The answer was cut off");
    case Category::Unknown:
        break;
    }
    return tr("The reason is not known");
}

QString sourceWords(RowSource source)
{
    switch (source) {
    case RowSource::Playground:
        return tr("Playground");
    case RowSource::FileImport:
        return tr("Imported file");
    case RowSource::PolledLog:
        return tr("Polled log");
    case RowSource::GenerationLookup:
        break;
    }
    return tr("Generation look-up");
}

} // namespace tollkeeper
