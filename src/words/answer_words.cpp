// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/answer_words.h"

#include "base/clock.h"
#include "words/request_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace tollkeeper {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Answers", text);
}

//! With a number in it, which chooses the form of the plural.
QString counted(const char *text, qint64 count)
{
    const auto shown = static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
    return QCoreApplication::translate("Answers", text, nullptr, shown);
}

QString fromCatalogue(const char *text)
{
    return QCoreApplication::translate("Codes", text);
}

//! Of what stands in the way on the person's own side.
AnswerWords ownWords(Category category)
{
    switch (category) {
    case Category::Request:
        return {{},
            tr("The gateway or the provider did not take the request as it was written. The same "
               "request will fail again."),
            {tr("Read the message, correct the request, and send it again.")}};
    case Category::Credentials:
        return {{}, tr("The key is missing, unknown, disabled or expired, or its owner is not active."),
            {tr("Check that the key is complete and enabled at the gateway, or use another one.")}};
    case Category::Balance:
        return {{}, tr("The account's credit does not cover this request. The key itself is fine."),
            {tr("Top up the account at the gateway."), tr("Ask for fewer output tokens.")}};
    case Category::KeyBudget:
        return {{},
            tr("This key has a spending cap of its own, and it is used up. The account may still have "
               "credit."),
            {tr("Raise the cap of this key, or use another key."),
                tr("Where the cap resets, wait for the reset.")}};
    case Category::PlanWindow:
        return {{}, tr("An allowance for a stretch of time is used up. It opens again by itself."),
            {tr("Wait until it opens again."), tr("Where that is too long, raise the allowance.")}};
    case Category::Policy:
        return {{},
            tr("A rule about addresses, models, regions, privacy or content forbids it for this key."),
            {tr("Change the rule at the gateway, or use a key it does not bind.")}};
    case Category::Moderation:
        return {{}, tr("The content was taken for something that is not allowed. It may have been charged."),
            {tr("Change the content, or use a model with other rules.")}};
    default:
        return {{}, tr("No provider was left after the rules of this request and account were applied."),
            {tr("Allow more providers, or drop a condition such as a price limit.")}};
    }
}

//! Of what went wrong elsewhere.
AnswerWords otherWords(Category category)
{
    switch (category) {
    case Category::RateLimit:
        return {{}, tr("Too much was sent in too short a time. Nothing is wrong with the request."),
            {tr("Wait and send it again, later each time."), tr("Spread requests over time.")}};
    case Category::Provider:
        return {{}, tr("The provider behind the gateway failed, is overloaded, or answered nonsense."),
            {tr("Send it again in a moment."), tr("Use another model or provider if it stays.")}};
    case Category::ModelUnavailable:
        return {{}, tr("The model is unknown, retired, or not offered to this key."),
            {tr("Check the name of the model against the gateway's list.")}};
    case Category::Gateway:
        return {{}, tr("The gateway itself failed. Nothing is wrong with the request."),
            {tr("Send it again in a moment."), tr("If it stays, report the request ids to the gateway.")}};
    case Category::Timeout:
        return {{},
            tr("The gateway or the provider stopped waiting. What was done until then may be charged."),
            {tr("Send it again, shorter or streamed.")}};
    case Category::StreamInterrupted:
        return {{},
            tr("The answer began and then broke off, and nobody says why. What came is kept and is not "
               "complete. It may be charged."),
            {tr("Send it again; the gateway cannot go on where it broke.")}};
    case Category::None:
        return {tr("Answered"), tr("The answer is complete."), {}};
    default:
        return {{}, tr("The answer is in no form that is known, so it cannot be told what went wrong."),
            {tr("Read the raw answer below."), tr("Check the address and the kind of gateway.")}};
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
    return delay.count() == 1 ? tr("Wait 1 second, then send it again.")
                              : counted("Wait %n seconds, then send it again.", delay.count());
}

QString bodyEvidence(const Evidence &evidence)
{
    switch (evidence.kind) {
    case Evidence::Kind::BodyCode:
        //: %1 is a code, %2 its place in the answer
        return tr("The answer carries the documented code “%1” (%2).").arg(evidence.what, evidence.where);
    case Evidence::Kind::BodyFamily:
        //: %1 is a code, %2 its place in the answer
        return tr("The answer carries “%1” (%2), which names the kind of failure.")
            .arg(evidence.what, evidence.where);
    case Evidence::Kind::UnknownCode:
        //: %1 is a code, %2 its place in the answer
        return tr("The code “%1” (%2) is not documented.").arg(evidence.what, evidence.where);
    case Evidence::Kind::Message:
        return tr("The message says “%1”.").arg(evidence.what);
    case Evidence::Kind::Header:
        //: %1 is the name of a header field, %2 its value
        return tr("The header field %1 says “%2”.").arg(evidence.where, evidence.what);
    case Evidence::Kind::Status:
        return tr("The HTTP status is %1.").arg(evidence.what);
    case Evidence::Kind::BodyStatus:
        return tr("The body names the status %1.").arg(evidence.what);
    case Evidence::Kind::ErrorInSuccess:
        return tr("The HTTP status says success (%1), but the answer carries an error.").arg(evidence.what);
    default:
        return tr("There is no Retry-After, so it is no plain rate limit but a window that is used up.");
    }
}

QString endEvidence(const Evidence &evidence)
{
    switch (evidence.kind) {
    case Evidence::Kind::FinishReason:
        return tr("The answer ends with the reason “%1”.").arg(evidence.what);
    case Evidence::Kind::Terminator:
        return tr("The end mark of the stream came (%1).").arg(evidence.what);
    case Evidence::Kind::NoTerminator:
        return tr("The stream ended without its end mark (%1).").arg(evidence.what);
    case Evidence::Kind::OutputBegan:
        return evidence.what == u"1"
            ? tr("Before that, one character of text had come.")
            : counted("Before that, %n characters of text had come.", evidence.what.toLongLong());
    case Evidence::Kind::EmptyAnswer:
        return tr("The answer is empty.");
    case Evidence::Kind::CutBody:
        return tr("The JSON of the answer breaks off.");
    case Evidence::Kind::NoJson:
        return tr("The answer is not in a form that is known.");
    case Evidence::Kind::WebPage:
        return tr("The answer is a web page.");
    case Evidence::Kind::Redirect:
        return tr("The address redirects elsewhere (status %1).").arg(evidence.what);
    case Evidence::Kind::OtherProtocol:
        return tr("The answer is in the protocol %1.").arg(evidence.what);
    default:
        return tr("The answer is larger than what is read; the rest was left out.");
    }
}

} // namespace

AnswerWords explain(const Answer &answer)
{
    auto words = wordsOf(answer.category);
    if (answer.texts.title)
        words.title = fromCatalogue(answer.texts.title);
    if (answer.texts.explanation)
        words.explanation = fromCatalogue(answer.texts.explanation);
    if (!answer.texts.nextSteps.isEmpty()) {
        words.nextSteps.clear();
        for (const auto *step : answer.texts.nextSteps)
            words.nextSteps.append(fromCatalogue(step));
    }
    return words;
}

QString evidenceText(const Evidence &evidence)
{
    return evidence.kind <= Evidence::Kind::NoDelay ? bodyEvidence(evidence) : endEvidence(evidence);
}

QString retryText(const Answer &answer)
{
    switch (answer.retry) {
    case Retry::Never:
        return answer.isError ? tr("Do not send the same again: it will fail again.") : QString();
    case Retry::AfterFix:
        return tr("Send it again once that is fixed.");
    case Retry::Backoff:
        return tr("Send it again after a moment, later each time.");
    case Retry::AfterDelay:
        return delayText(answer.retryAfter.value_or(std::chrono::seconds(0)));
    case Retry::AfterReset:
        break;
    }
    return answer.resetsAt ? tr("Send it again after %1.").arg(utcText(*answer.resetsAt))
                           : tr("Send it again after the reset.");
}

QString actorText(Actor actor)
{
    switch (actor) {
    case Actor::Developer:
        return tr("Whoever writes the request");
    case Actor::Ops:
        return tr("Whoever looks after keys and rules");
    case Actor::Finance:
        return tr("Whoever pays");
    case Actor::Provider:
        return tr("The provider");
    case Actor::Gateway:
        return tr("The gateway");
    case Actor::Nobody:
        break;
    }
    return tr("Nobody: it passes by itself");
}

QString chargedText(Charged charged)
{
    switch (charged) {
    case Charged::Yes:
        return tr("Charged");
    case Charged::No:
        return tr("Not charged");
    case Charged::Unknown:
        break;
    }
    return tr("Not known whether it was charged");
}

} // namespace tollkeeper
