// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/verdict.h"

#include "decoder/answer_attempts.h"
#include "decoder/body_codes.h"
#include "decoder/innermost_message.h"
#include "decoder/redaction.h"
#include "decoder/request_category.h"
#include "decoder/retry_delay.h"
#include "decoder/said_words.h"
#include "gateways/known_codes.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using Kind = Evidence::Kind;

constexpr qsizetype LongestCode = 60;

struct Match {
    KnownCode line;
    QList<Evidence> evidence;
};

//! A code of the body, and what the catalogue says of it; null: nothing.
struct ToldCode {
    BodyCode told;
    const KnownCode *line = nullptr;
};

bool isWords(CodeMatch match)
{
    return match == CodeMatch::Message || match == CodeMatch::GoogleMessage;
}

//! The first line with that code, whatever it says: a gateway's own line keeps what a provider means by the
//! same code from being asked. Catalogues are long, and nearly all their lines differ in the first byte.
const KnownCode *lineOf(const QByteArray &code, const ErrorCatalogue &catalogue)
{
    for (const auto &known : catalogue) {
        if (known.code[0] == code.front() && !isWords(known.match) && code == known.code)
            return &known;
    }
    return nullptr;
}

//! REQUIRES: the catalogue outlives them.
QList<ToldCode> toldCodes(const QJsonObject &body, const ErrorCatalogue &catalogue)
{
    const auto found = codesIn(body);
    QList<ToldCode> codes;
    codes.reserve(found.size());
    for (const auto &code : found)
        codes.append({code, lineOf(code.code.toUtf8(), catalogue)});
    return codes;
}

std::optional<Match> matchOf(const QList<ToldCode> &codes, CodeMatch wanted)
{
    for (const auto &[told, line] : codes) {
        if (!line || line->match != wanted)
            continue;
        const auto kind = wanted == CodeMatch::Exact ? Kind::BodyCode : Kind::BodyFamily;
        return Match{*line, {{kind, redacted(told.code, LongestCode), told.place}}};
    }
    return std::nullopt;
}

std::optional<Match> messageMatch(const QJsonObject &body, const ErrorCatalogue &catalogue)
{
    const auto error = body["error"_L1].toObject();
    const auto outer = error["message"_L1].toString();
    const auto inner = innermostMessage(body);
    const SaidWords said((outer == inner ? inner : inner + u' ' + outer).left(20'000));
    const bool isGoogles = !error["status"_L1].toString().isEmpty();
    for (const auto &line : catalogue) {
        if (!isWords(line.match) || (line.match == CodeMatch::GoogleMessage && !isGoogles))
            continue;
        if (said.contain(line.code))
            return Match{line, {{Kind::Message, QString::fromUtf8(line.code), {}}}};
    }
    return std::nullopt;
}

//! A code may leave open what the message tells, such as that a budget never resets: then words of the same
//! category say what to do.
Match refined(Match match, const QJsonObject &body, const ErrorCatalogue &catalogue)
{
    // Only of budgets does a code leave that open.
    if (match.line.retry || match.line.category != Category::PlanWindow)
        return match;
    const auto words = messageMatch(body, catalogue);
    if (!words || !words->line.retry || words->line.category != match.line.category)
        return match;
    auto &line = match.line;
    line.retry = words->line.retry;
    line.actor = words->line.actor;
    if (words->line.explanation) {
        line.title = words->line.title;
        line.explanation = words->line.explanation;
        line.nextSteps = words->line.nextSteps;
    }
    match.evidence.append(words->evidence);
    return match;
}

//! What a provider says of the account it was asked for: with a key of their own there it is the person's,
//! else the gateway's (rule 3), whose rate limit stays one because others share it.
std::optional<Match> accountMatch(const FailureFacts &facts)
{
    const auto metadata = facts.body["error"_L1].toObject().value("metadata"_L1).toObject();
    const auto isByok = metadata["is_byok"_L1];
    const auto provider = providerInError(facts.body);
    if (!isByok.isBool() && provider.isEmpty())
        return std::nullopt;
    static const auto messages = ownAccountMessages();
    auto match = messageMatch(facts.body, messages);
    if (!match || isByok.toBool())
        return match;
    if (statusIn(facts.body).value_or(facts.status) == 429)
        return std::nullopt;
    match->line.category = Category::Provider;
    if (!provider.isEmpty())
        match->evidence.append({Kind::PassedOn, provider, {}});
    return match;
}

bool tellsDelay(const FailureFacts &facts)
{
    return delayOf({.status = facts.status, .headers = facts.headers}, facts.body, QDateTime()).has_value();
}

//! The line that decides, in the order of rule 1.
std::optional<Match> decisiveMatch(
    const FailureFacts &facts, const QList<ToldCode> &codes, const ErrorCatalogue &catalogue)
{
    if (auto exact = matchOf(codes, CodeMatch::Exact))
        return refined(*std::move(exact), facts.body, catalogue);
    auto match = accountMatch(facts);
    if (!match)
        match = messageMatch(facts.body, catalogue);
    if (!match)
        match = matchOf(codes, CodeMatch::Family);
    return match;
}

//! What a header says where the body says nothing that is known.
std::optional<std::pair<Category, Evidence>> headerMatch(const FailureFacts &facts)
{
    const auto says = [&facts](const QByteArray &name) {
        return redacted(QString::fromLatin1(facts.headers.value(name)), LongestCode);
    };
    if (facts.headers.value("cf-mitigated"_ba) == "challenge")
        return std::pair(
            Category::Policy, Evidence{Kind::Header, says("cf-mitigated"_ba), u"cf-mitigated"_s});
    const auto left = facts.headers.value("x-ratelimit-remaining"_ba).trimmed();
    if (left == "0" && (facts.status == 403 || facts.status == 503))
        return std::pair(Category::RateLimit, Evidence{Kind::Header, u"0"_s, u"x-ratelimit-remaining"_s});
    return std::nullopt;
}

//! A gateway passes on what its own account at the provider was told (rule 3): a status about that account is
//! not about the person's key. With a key of their own at the provider it is theirs.
QString whoseStatus(const FailureFacts &facts, int status)
{
    const auto metadata = facts.body["error"_L1].toObject().value("metadata"_L1).toObject();
    const bool isAboutAccount = status == 401 || status == 402 || status == 403 || status == 500;
    return isAboutAccount && !metadata["is_byok"_L1].toBool() ? providerInError(facts.body) : QString();
}

void judgeByStatus(Verdict &verdict, const FailureFacts &facts)
{
    if (const auto header = headerMatch(facts)) {
        verdict.category = header->first;
        verdict.evidence.append(header->second);
        return;
    }
    const auto inBody = statusIn(facts.body);
    const auto status = inBody.value_or(facts.status);
    verdict.category = categoryOfStatus(status);
    verdict.evidence.append({inBody ? Kind::BodyStatus : Kind::Status, QString::number(status), {}});
    if (const auto provider = whoseStatus(facts, status); !provider.isEmpty()) {
        verdict.category = Category::Provider;
        verdict.evidence.append({Kind::PassedOn, provider, {}});
    }
    if (verdict.category == Category::Unknown && facts.outputBegan)
        verdict.category = Category::StreamInterrupted;
}

//! A family, or a later place, decided: the code that was told first says more to a person.
void nameCode(Verdict &verdict, const QList<ToldCode> &codes)
{
    const auto first = std::find_if(codes.cbegin(), codes.cend(),
        [](const ToldCode &code) { return code.told.place != "error"_L1 || !code.told.code.contains(u' '); });
    const bool isExact = verdict.isByCode && verdict.line->match == CodeMatch::Exact;
    if (isExact)
        verdict.code = QString::fromUtf8(verdict.line->code);
    if (first == codes.cend() || (isExact && first->line))
        return;
    const auto code = redacted(first->told.code, LongestCode);
    if (!isExact)
        verdict.code = code;
    if (!first->line)
        verdict.evidence.append({Kind::UnknownCode, code, first->told.place});
}

} // namespace

Verdict judge(const FailureFacts &facts, const ErrorCatalogue &catalogue)
{
    const auto codes = toldCodes(facts.body, catalogue);
    Verdict verdict;
    if (auto match = decisiveMatch(facts, codes, catalogue)) {
        verdict.line = match->line;
        verdict.category = match->line.category;
        verdict.evidence = std::move(match->evidence);
        verdict.isByCode = match->line.match != CodeMatch::Message;
        verdict.isWithoutDelay = match->line.withoutDelay && !tellsDelay(facts);
        if (verdict.isWithoutDelay) {
            verdict.category = *match->line.withoutDelay;
            verdict.evidence.append({Kind::NoDelay, {}, {}});
        }
    } else {
        judgeByStatus(verdict, facts);
    }
    nameCode(verdict, codes);
    return verdict;
}

} // namespace tollkeeper
