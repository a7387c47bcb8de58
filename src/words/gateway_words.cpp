// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/gateway_words.h"

#include "base/translation_contexts.h"

namespace tollkeeper {
namespace {

//: %1 is what the gateway said, already shortened
QString withDetail(const QString &sentence, const QString &detail)
{
    return detail.isEmpty()
        ? sentence
        : sentence + QChar(u' ') + texts::Explain::tr("The gateway says: “%1”").arg(detail);
}

} // namespace

Explanation explainRefusal(const Error &error)
{
    switch (error.category) {
    case Category::Credentials:
        return {texts::Explain::tr("The key was not accepted"),
            withDetail(texts::Explain::tr(
                           "The gateway did not accept this key. The figures so far stay as they are. Check "
                           "that the key is complete, enabled and not expired, then enter it again."),
                error.detail)};
    case Category::Policy:
        return {texts::Explain::tr("This key may not read that"),
            withDetail(
                texts::Explain::tr("The gateway does not allow this key to read its figures. The figures so "
                                   "far stay as they are. Allow it there, or use another key."),
                error.detail)};
    case Category::Balance:
        return {texts::Explain::tr("The account has no credit left"),
            withDetail(texts::Explain::tr("The gateway refuses because the account has no credit left. The "
                                          "figures so far stay as they are. Top up there."),
                error.detail)};
    case Category::KeyBudget:
        return {texts::Explain::tr("The key has reached its cap"),
            withDetail(
                texts::Explain::tr("The gateway refuses because the key has used all of its cap. The figures "
                                   "so far stay as they are. Raise the cap there, or wait for its reset."),
                error.detail)};
    case Category::PlanWindow:
        return {texts::Explain::tr("The plan's window is used up"),
            withDetail(texts::Explain::tr("The gateway refuses until the plan's window opens again. The "
                                          "figures so far stay as they are. Nothing needs to be done."),
                error.detail)};
    case Category::RateLimit:
        return {texts::Explain::tr("The gateway asks us to slow down"),
            texts::Explain::tr("The gateway answers that we ask too often. The figures so far stay as they "
                               "are. Tollkeeper waits and asks again by itself.")};
    case Category::ModelUnavailable:
    case Category::Request:
        return {texts::Explain::tr("The address has no such interface"),
            withDetail(texts::Explain::tr("The gateway does not know what we asked for. The figures so far "
                                          "stay as they are. Check the address and the kind of gateway."),
                error.detail)};
    case Category::Provider:
    case Category::Gateway:
    case Category::Timeout:
        return {texts::Explain::tr("The gateway failed"),
            withDetail(texts::Explain::tr("The gateway answered with a failure of its own. The figures so "
                                          "far stay as they are. Tollkeeper asks again by itself."),
                error.detail)};
    default:
        return {texts::Explain::tr("The gateway refused"),
            withDetail(
                texts::Explain::tr("The gateway refused with an answer that Tollkeeper does not know. The "
                                   "figures so far stay as they are. Look at the gateway's own page."),
                error.detail)};
    }
}

Explanation explainTransport(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::HostNotFound:
        return {texts::Explain::tr("The address was not found"),
            texts::Explain::tr("There is no host of that name, or no network. The figures so far stay as "
                               "they are. Check the address and your connection.")};
    case Error::Kind::Timeout:
        return {texts::Explain::tr("The gateway did not answer in time"),
            texts::Explain::tr("The gateway did not answer in time. The figures so far stay as they are. "
                               "Tollkeeper asks again by itself.")};
    case Error::Kind::Tls:
        return {texts::Explain::tr("The connection is not safe"),
            texts::Explain::tr(
                "The gateway's certificate is not trusted, so the key was not sent. The figures so far stay "
                "as they are. Check the address and this computer's date.")};
    case Error::Kind::Redirected:
        return {texts::Explain::tr("The gateway points elsewhere"),
            texts::Explain::tr(
                "The gateway redirects to %1, and Tollkeeper does not send a key to another address. The "
                "figures so far stay as they are. Enter that address if it is the right one.")
                .arg(error.detail)};
    case Error::Kind::TooLarge:
        return {texts::Explain::tr("The answer was too large"),
            texts::Explain::tr("The answer was larger than Tollkeeper accepts and was dropped. The figures "
                               "so far stay as they are. Check the address.")};
    case Error::Kind::NotAnApi:
        return {texts::Explain::tr("The address answers with a web page"),
            texts::Explain::tr(
                "The address answers with a web page instead of figures. The figures so far stay as they "
                "are. Check that it is the address of the interface, not of the website.")};
    case Error::Kind::Protocol:
        return {texts::Explain::tr("The answer could not be read"),
            texts::Explain::tr("The answer was incomplete or not in the shape Tollkeeper knows (%1), so "
                               "nothing of it was used. The figures so far stay as they are. Poll again; if "
                               "it stays, check the kind of gateway.")
                .arg(error.detail)};
    default:
        return {texts::Explain::tr("The gateway could not be reached"),
            texts::Explain::tr(
                "There was no connection to the gateway, or it broke. The figures so far stay as they are. "
                "Tollkeeper asks again by itself; check your connection if it stays.")};
    }
}

} // namespace tollkeeper
