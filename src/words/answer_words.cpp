// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/answer_words.h"

#include "base/clock.h"
#include "base/translation_contexts.h"
#include "words/request_words.h"

#include <algorithm>
#include <limits>

namespace tollkeeper {
namespace {

//! As a translation takes it, which chooses the form of the plural.
int plural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

//! Of what stands in the way on the person's own side.
AnswerWords ownWords(Category category)
{
    switch (category) {
    case Category::Request:
        return {{},
            texts::Answers::tr(
                "The gateway or the provider did not take the request as it was written. The same "
                "request will fail again."),
            {texts::Answers::tr("Read the message, correct the request, and send it again.")}};
    case Category::Credentials:
        return {{},
            texts::Answers::tr(
                "The key is missing, unknown, disabled or expired, or its owner is not active."),
            {texts::Answers::tr(
                "Check that the key is complete and enabled at the gateway, or use another one.")}};
    case Category::Balance:
        return {{},
            texts::Answers::tr("The account's credit does not cover this request. The key itself is fine."),
            {texts::Answers::tr("Top up the account at the gateway."),
                texts::Answers::tr("Ask for fewer output tokens.")}};
    case Category::KeyBudget:
        return {{},
            texts::Answers::tr(
                "This key has a spending cap of its own, and it is used up. The account may still have "
                "credit."),
            {texts::Answers::tr("Raise the cap of this key, or use another key."),
                texts::Answers::tr("Where the cap resets, wait for the reset.")}};
    case Category::PlanWindow:
        return {{},
            texts::Answers::tr("An allowance for a stretch of time is used up. It opens again by itself."),
            {texts::Answers::tr("Wait until it opens again."),
                texts::Answers::tr("Where that is too long, raise the allowance.")}};
    case Category::Policy:
        return {{},
            texts::Answers::tr(
                "A rule about addresses, models, regions, privacy or content forbids it for this key."),
            {texts::Answers::tr("Change the rule at the gateway, or use a key it does not bind.")}};
    case Category::Moderation:
        return {{},
            texts::Answers::tr(
                "The content was taken for something that is not allowed. It may have been charged."),
            {texts::Answers::tr("Change the content, or use a model with other rules.")}};
    default:
        return {{},
            texts::Answers::tr(
                "No provider was left after the rules of this request and account were applied."),
            {texts::Answers::tr("Allow more providers, or drop a condition such as a price limit.")}};
    }
}

//! Of what went wrong elsewhere.
AnswerWords otherWords(Category category)
{
    switch (category) {
    case Category::RateLimit:
        return {{},
            texts::Answers::tr("Too much was sent in too short a time. Nothing is wrong with the request."),
            {texts::Answers::tr("Wait and send it again, later each time."),
                texts::Answers::tr("Spread requests over time.")}};
    case Category::Provider:
        return {{},
            texts::Answers::tr(
                "The provider behind the gateway failed, is overloaded, or answered nonsense."),
            {texts::Answers::tr("Send it again in a moment."),
                texts::Answers::tr("Use another model or provider if it stays.")}};
    case Category::ModelUnavailable:
        return {{}, texts::Answers::tr("The model is unknown, retired, or not offered to this key."),
            {texts::Answers::tr("Check the name of the model against the gateway's list.")}};
    case Category::Gateway:
        return {{}, texts::Answers::tr("The gateway itself failed. Nothing is wrong with the request."),
            {texts::Answers::tr("Send it again in a moment."),
                texts::Answers::tr("If it stays, report the request ids to the gateway.")}};
    case Category::Timeout:
        return {{},
            texts::Answers::tr(
                "The gateway or the provider stopped waiting. What was done until then may be charged."),
            {texts::Answers::tr("Send it again, shorter or streamed.")}};
    case Category::StreamInterrupted:
        return {{},
            texts::Answers::tr(
                "The answer began and then broke off, and nobody says why. What came is kept and is not "
                "complete. It may be charged."),
            {texts::Answers::tr("Send it again; the gateway cannot go on where it broke.")}};
    case Category::None:
        return {texts::Answers::tr("Answered"), texts::Answers::tr("The answer is complete."), {}};
    default:
        return {{},
            texts::Answers::tr(
                "The answer is in no form that is known, so it cannot be told what went wrong."),
            {texts::Answers::tr("Read the raw answer below."),
                texts::Answers::tr("Check the address and the kind of gateway.")}};
    }
}

AnswerWords wordsOf(Category category)
{
    const bool isOwn = (category >= Category::Request && category <= Category::Moderation)
        || category == Category::Routing;
    auto words = isOwn ? ownWords(category) : otherWords(category);
    if (words.title.isEmpty())
        words.title = reasonSentence(category);
    return words;
}

QString delayText(std::chrono::seconds delay)
{
    if (delay.count() <= 0)
        return texts::Answers::tr("Send it again.");
    return delay.count() == 1
        ? texts::Answers::tr("Wait 1 second, then send it again.")
        : texts::Answers::tr("Wait %n seconds, then send it again.", nullptr, plural(delay.count()));
}

QString bodyEvidence(const Evidence &evidence)
{
    switch (evidence.kind) {
    case Evidence::Kind::BodyCode:
        //: %1 is a code, %2 its place in the answer
        return texts::Answers::tr("The answer carries the documented code “%1” (%2).")
            .arg(evidence.what, evidence.where);
    case Evidence::Kind::BodyFamily:
        //: %1 is a code, %2 its place in the answer
        return texts::Answers::tr("The answer carries “%1” (%2), which names the kind of failure.")
            .arg(evidence.what, evidence.where);
    case Evidence::Kind::UnknownCode:
        //: %1 is a code, %2 its place in the answer
        return texts::Answers::tr("The code “%1” (%2) is not documented.").arg(evidence.what, evidence.where);
    case Evidence::Kind::Message:
        return texts::Answers::tr("The message says “%1”.").arg(evidence.what);
    case Evidence::Kind::Header:
        //: %1 is the name of a header field, %2 its value
        return texts::Answers::tr("The header field %1 says “%2”.").arg(evidence.where, evidence.what);
    case Evidence::Kind::Status:
        return texts::Answers::tr("The HTTP status is %1.").arg(evidence.what);
    case Evidence::Kind::BodyStatus:
        return texts::Answers::tr("The body names the status %1.").arg(evidence.what);
    case Evidence::Kind::PassedOn:
        //: %1 is the name of a provider
        return texts::Answers::tr(
            "It is the status that %1 gave the gateway: it says nothing about your key.")
            .arg(evidence.what);
    case Evidence::Kind::ErrorInSuccess:
        return texts::Answers::tr("The HTTP status says success (%1), but the answer carries an error.")
            .arg(evidence.what);
    default:
        return texts::Answers::tr("There is no Retry-After: a rate limit would send one.");
    }
}

QString endEvidence(const Evidence &evidence)
{
    switch (evidence.kind) {
    case Evidence::Kind::FinishReason:
        return texts::Answers::tr("The answer ends with the reason “%1”.").arg(evidence.what);
    case Evidence::Kind::Terminator:
        return texts::Answers::tr("The end mark of the stream came (%1).").arg(evidence.what);
    case Evidence::Kind::NoTerminator:
        return texts::Answers::tr("The stream ended without its end mark (%1).").arg(evidence.what);
    case Evidence::Kind::OutputBegan:
        return evidence.what == u"1" ? texts::Answers::tr("Before that, one character of text had come.")
                                     : texts::Answers::tr("Before that, %n characters of text had come.",
                                         nullptr, plural(evidence.what.toLongLong()));
    case Evidence::Kind::EmptyAnswer:
        return texts::Answers::tr("The answer is empty.");
    case Evidence::Kind::CutBody:
        return texts::Answers::tr("The JSON of the answer breaks off.");
    case Evidence::Kind::NoJson:
        return texts::Answers::tr("The answer is not in a form that is known.");
    case Evidence::Kind::WebPage:
        return texts::Answers::tr("The answer is a web page.");
    case Evidence::Kind::Redirect:
        return texts::Answers::tr("The address redirects elsewhere (status %1).").arg(evidence.what);
    case Evidence::Kind::OtherProtocol:
        return texts::Answers::tr("The answer is in the protocol %1.").arg(evidence.what);
    case Evidence::Kind::OwnTimeout:
        return texts::Answers::tr("The time limit set here passed before the answer was whole.");
    case Evidence::Kind::Stopped:
        return texts::Answers::tr("It was stopped from here before the answer was whole.");
    case Evidence::Kind::ConnectionLost:
        return texts::Answers::tr("The connection broke before the answer was whole.");
    case Evidence::Kind::LaterTarget:
        //: %1 is a place such as “config.targets[1]”, %2 the name of a header field
        return texts::Answers::tr(
            "The target asked last is “%1” (%2). With the strategy “fallback” those before it failed; with "
            "any other they were not asked.")
            .arg(evidence.what, evidence.where);
    default:
        return texts::Answers::tr("The answer is larger than what is read; the rest was left out.");
    }
}

} // namespace

AnswerWords explain(const Answer &answer)
{
    auto words = wordsOf(answer.category);
    if (answer.texts.title)
        words.title = texts::Codes::tr(answer.texts.title);
    if (answer.texts.explanation)
        words.explanation = texts::Codes::tr(answer.texts.explanation);
    if (!answer.texts.nextSteps.isEmpty()) {
        words.nextSteps.clear();
        for (const auto *step : answer.texts.nextSteps)
            words.nextSteps.append(texts::Codes::tr(step));
    }
    return words;
}

QString evidenceText(const Evidence &evidence)
{
    return evidence.kind <= Evidence::Kind::NoDelay ? bodyEvidence(evidence) : endEvidence(evidence);
}

QString traceText(const Answer &answer)
{
    if (!answer.isTracePublished)
        return texts::Answers::tr("The gateway does not tell which providers it tried.");
    const bool hasTold = std::ranges::any_of(
        answer.attempts, [](const auto &attempt) { return attempt.origin == AttemptOrigin::Gateway; });
    return hasTold ? QString() : texts::Answers::tr("The gateway says that it asked no provider.");
}

QString retryText(const Answer &answer)
{
    switch (answer.retry) {
    case Retry::Never:
        return answer.isError ? texts::Answers::tr("Do not send the same again: it will fail again.")
                              : QString();
    case Retry::AfterFix:
        return texts::Answers::tr("Send it again once that is fixed.");
    case Retry::Backoff:
        return texts::Answers::tr("Send it again after a moment, later each time.");
    case Retry::AfterDelay:
        return delayText(answer.retryAfter.value_or(std::chrono::seconds(0)));
    case Retry::AfterReset:
        break;
    }
    return answer.resetsAt ? texts::Answers::tr("Send it again after %1.").arg(utcText(*answer.resetsAt))
                           : texts::Answers::tr("Send it again after the reset.");
}

QString actorText(Actor actor)
{
    switch (actor) {
    case Actor::Developer:
        return texts::Answers::tr("Whoever writes the request");
    case Actor::Ops:
        return texts::Answers::tr("Whoever looks after keys and rules");
    case Actor::Finance:
        return texts::Answers::tr("Whoever pays");
    case Actor::Provider:
        return texts::Answers::tr("The provider");
    case Actor::Gateway:
        return texts::Answers::tr("The gateway");
    case Actor::Nobody:
        break;
    }
    return texts::Answers::tr("Nobody: it passes by itself");
}

QString chargedText(Charged charged)
{
    switch (charged) {
    case Charged::Yes:
        return texts::Answers::tr("Charged");
    case Charged::No:
        return texts::Answers::tr("Not charged");
    case Charged::Unknown:
        break;
    }
    return texts::Answers::tr("Not known whether it was charged");
}

} // namespace tollkeeper
