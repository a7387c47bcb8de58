// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "storage/listing_repository.h"
#include "storage/request_rate_repository.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 MinuteInSeconds = 60;

//! How many times dearer the served model is at list price; nullopt: not both are known, or not dearer.
Result<std::optional<double>> dearness(const RuleLook &look, AccountId account, const RateExample &example)
{
    ListingRepository listings(look.database());
    const auto asked = listings.find(account, example.requested);
    const auto served = listings.find(account, example.served);
    if (!asked)
        return fail(asked.error());
    if (!served)
        return fail(served.error());
    if (!*asked || !*served || !(*asked)->output || !(*served)->output)
        return std::optional<double>();
    const auto &before = *(*asked)->output;
    const auto &after = *(*served)->output;
    if (before.currency != after.currency || before.femtos <= 0 || after.femtos <= before.femtos)
        return std::optional<double>();
    return std::optional(double(after.femtos) / double(before.femtos));
}

class Rates {
public:
    explicit Rates(const RuleLook &look)
        : m_look(look)
        , m_from(look.now().addSecs(-look.value(u"minutes"_s) * MinuteInSeconds))
        , m_repository(look.database())
        , m_isOfFailures(look.rule().kind == AlertKind::FailureRate)
    {
    }

    [[nodiscard]] Result<AlertFindings> find()
    {
        const auto rates = m_repository.rates(m_from, m_look.now());
        if (!rates)
            return fail(rates.error());
        AlertFindings findings;
        QSet<AccountId> telling;
        for (const auto &rate : *rates) {
            telling.insert(rate.account);
            if (m_look.isSilent(rate.account))
                continue;
            if (auto added = addTo(findings, rate); !added)
                return fail(added.error());
        }
        if (auto left = leaveUndecided(findings, telling); !left)
            return fail(left.error());
        return findings;
    }

private:
    //! Between half the level and the level, or with too few requests to raise anything, it holds what is
    //! open.
    Outcome addTo(AlertFindings &findings, const RequestRate &rate)
    {
        const auto bad = m_isOfFailures ? rate.failed : rate.changedModel;
        const auto level = m_look.value(u"percent"_s);
        if (bad * 200 < level * rate.requests || bad == 0)
            return Done{};
        const bool fires = bad * 100 > level * rate.requests && rate.requests >= m_look.value(u"requests"_s);
        const auto key = m_look.key(rate.key);
        if (!key)
            return fail(key.error());
        auto finding = m_look.finding(subjectOf(rate.key), m_look.about(*key));
        finding.level = fires ? AlertFinding::Level::Fires : AlertFinding::Level::Holds;
        finding.facts.count = bad;
        finding.facts.of = rate.requests;
        finding.facts.percent = double(bad) * 100 / double(rate.requests);
        finding.facts.since = m_from;
        finding.facts.until = m_look.now();
        if (auto told = addExample(finding.facts, rate); !told)
            return told;
        findings.found.append(finding);
        return Done{};
    }

    Outcome addExample(AlertFacts &facts, const RequestRate &rate)
    {
        const auto example = m_isOfFailures ? m_repository.topFailure(rate.key, m_from, m_look.now())
                                            : m_repository.topChange(rate.key, m_from, m_look.now());
        if (!example)
            return fail(example.error());
        facts.cause = example->cause;
        facts.driver = example->requested;
        if (m_isOfFailures)
            return Done{};
        facts.before = example->requested;
        facts.after = example->served;
        const auto times = dearness(m_look, rate.account, *example);
        if (!times)
            return fail(times.error());
        facts.times = *times;
        return Done{};
    }

    //! Keys of accounts whose rows of this window nobody has read yet, or whose last poll did not count.
    Outcome leaveUndecided(AlertFindings &findings, const QSet<AccountId> &telling)
    {
        const auto keys = m_repository.keysWithRows();
        const auto whole = m_repository.whole(m_from, m_look.now());
        if (!keys)
            return fail(keys.error());
        if (!whole)
            return fail(whole.error());
        for (auto key = keys->cbegin(); key != keys->cend(); ++key) {
            const bool isKnown = telling.contains(key.value()) || whole->contains(key.value());
            if (!isKnown || m_look.isSilent(key.value()))
                findings.undecidedSubjects.append(subjectOf(key.key()));
        }
        return Done{};
    }

    const RuleLook &m_look;
    QDateTime m_from;
    RequestRateRepository m_repository;
    bool m_isOfFailures;
};

} // namespace

//! Over a window that slides with the moment; an episode for each key. facts.times: how many times dearer at
//! list price the model is that answered.
Result<AlertFindings> lookForHighRates(const RuleLook &look)
{
    return Rates(look).find();
}

} // namespace tollkeeper
