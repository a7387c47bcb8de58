// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/verdict.h"

#include "decoder/body_codes.h"
#include "decoder/innermost_message.h"
#include "decoder/redaction.h"
#include "decoder/request_category.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using Kind = Evidence::Kind;

constexpr qsizetype LongestCode = 60;

struct Match {
    KnownCode line;
    Evidence evidence;
};

std::optional<Match> matchOf(const QList<BodyCode> &codes, const ErrorCatalogue &catalogue, CodeMatch wanted)
{
    for (const auto &[code, place] : codes) {
        const auto line
            = std::find_if(catalogue.cbegin(), catalogue.cend(), [&, &text = code](const KnownCode &known) {
                  return known.match == wanted && text == QString::fromUtf8(known.code);
              });
        if (line == catalogue.cend())
            continue;
        const auto kind = wanted == CodeMatch::Exact ? Kind::BodyCode : Kind::BodyFamily;
        return Match{*line, {kind, redacted(code, LongestCode), place}};
    }
    return std::nullopt;
}

std::optional<Match> messageMatch(const QJsonObject &body, const ErrorCatalogue &catalogue)
{
    const auto outer = body["error"_L1].toObject().value("message"_L1).toString();
    const auto said = (innermostMessage(body) + u' ' + outer).left(20'000);
    for (const auto &line : catalogue) {
        const auto words = QString::fromUtf8(line.code);
        if (line.match == CodeMatch::Message && said.contains(words, Qt::CaseInsensitive))
            return Match{line, {Kind::Message, words, {}}};
    }
    return std::nullopt;
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
    if (verdict.category == Category::Unknown && facts.outputBegan)
        verdict.category = Category::StreamInterrupted;
}

//! A family, or a later place, decided: the code that was told first says more to a person.
void nameCode(Verdict &verdict, const QList<BodyCode> &codes)
{
    const auto told = std::find_if(codes.cbegin(), codes.cend(),
        [](const BodyCode &code) { return code.place != "error"_L1 || !code.code.contains(u' '); });
    if (verdict.isByCode && verdict.line->match == CodeMatch::Exact)
        verdict.code = QString::fromUtf8(verdict.line->code);
    else if (told != codes.cend())
        verdict.code = redacted(told->code, LongestCode);
    const bool isKnown = verdict.isByCode && verdict.evidence.constFirst().what == verdict.code;
    if (!isKnown && told != codes.cend())
        verdict.evidence.append({Kind::UnknownCode, redacted(told->code, LongestCode), told->place});
}

} // namespace

Verdict judge(const FailureFacts &facts, const ErrorCatalogue &catalogue)
{
    const auto codes = codesIn(facts.body);
    Verdict verdict;
    auto match = matchOf(codes, catalogue, CodeMatch::Exact);
    if (!match)
        match = messageMatch(facts.body, catalogue);
    if (!match)
        match = matchOf(codes, catalogue, CodeMatch::Family);
    if (match) {
        verdict.line = match->line;
        verdict.category = match->line.category;
        verdict.evidence.append(match->evidence);
        verdict.isByCode = match->line.match != CodeMatch::Message;
        verdict.isWithoutDelay = match->line.withoutDelay && !facts.hasDelay;
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
