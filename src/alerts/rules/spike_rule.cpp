// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "domain/zone_days.h"
#include "storage/key_spend_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int Weeks = 4; // of the trailing baseline
constexpr int FewestWeeks = 2; // below it nothing is usual yet
//! Yesterday is looked at as well: many gateways tell a day only when it is over, and a spike is still news
//! in the morning after it.
constexpr int DaysLookedAt = 2;

//! What one key cost by day, in one currency.
using Days = QHash<QDate, Money>;
using Currencies = QHash<QString, Days>;

//! The median of the same weekday in the weeks before, so that an earlier spike does not become the usual.
//! nullopt: too few of them are known.
std::optional<Money> usualOn(QDate day, const Days &days, QDate knownSince, Currency currency)
{
    QList<Money> before;
    for (int week = 1; week <= Weeks && day.addDays(-7 * week) >= knownSince; ++week)
        before.append(days.value(day.addDays(-7 * week), Money::fromNanos(0, currency)));
    if (before.size() < FewestWeeks)
        return std::nullopt;
    std::sort(before.begin(), before.end());
    const auto middle = before.size() / 2;
    if (before.size() % 2 == 1)
        return before.at(middle);
    return Money::fromNanos((before.at(middle - 1).nanos() + before.at(middle).nanos()) / 2, currency);
}

class KeySpikes {
public:
    KeySpikes(const RuleLook &look, const ApiKey &key, QDate knownSince)
        : m_look(look), m_key(key), m_knownSince(knownSince)
    {
    }

    [[nodiscard]] Outcome addTo(AlertFindings &findings, const Currencies &currencies)
    {
        for (int ago = 0; ago < DaysLookedAt; ++ago) {
            const auto day = m_look.today().addDays(-ago);
            for (const auto &days : currencies) {
                const auto cost = days.constFind(day);
                if (cost == days.constEnd()
                    || !isSpike(*cost, usualOn(day, days, m_knownSince, cost->currency())))
                    continue;
                if (auto added = add(findings, day, *cost); !added)
                    return added;
                break; // of one day and key there is one alert
            }
        }
        return Done{};
    }

private:
    bool isSpike(Money cost, std::optional<Money> usual)
    {
        m_usual = usual;
        return usual && cost > m_look.amount(u"floor"_s, cost.currency())
            && cost.approximate() * 100 > usual->approximate() * double(m_look.value(u"times"_s));
    }

    Outcome add(AlertFindings &findings, QDate day, Money cost)
    {
        auto finding = m_look.finding(subjectOf(m_key.id), m_look.about(m_key));
        finding.occurrence = day.toString(Qt::ISODate);
        auto &facts = finding.facts;
        facts.spent = cost;
        facts.usual = m_usual;
        if (!m_usual->isZero())
            facts.times = cost.approximate() / m_usual->approximate();
        facts.periodFirst = facts.periodLast = day;
        const auto driver = KeySpendRepository(m_look.database(), m_look.now())
                                .topModelOf(m_key.id, startOfDay(day, m_look.zone()));
        if (!driver)
            return fail(driver.error());
        facts.driver = *driver;
        findings.found.append(finding);
        return Done{};
    }

    const RuleLook &m_look;
    const ApiKey &m_key;
    QDate m_knownSince;
    std::optional<Money> m_usual;
};

} // namespace

//! A day's spend so far counts as it is: a day that is over the level at noon will not come back under it.
//! Occurrence: the day.
Result<AlertFindings> lookForSpikes(const RuleLook &look)
{
    KeySpendRepository spend(look.database(), look.now());
    const auto from = look.today().addDays(-7 * Weeks - DaysLookedAt);
    const auto days = spend.byDay({from, look.today()});
    const auto firstDays = spend.firstDays(from);
    const auto keys = look.keys();
    if (!days)
        return fail(days.error());
    if (!firstDays)
        return fail(firstDays.error());
    if (!keys)
        return fail(keys.error());
    QHash<KeyId, Currencies> byKey;
    for (const auto &one : *days)
        byKey[one.key][one.cost.currency().code()].insert(one.day, one.cost);

    AlertFindings findings;
    for (const auto &key : *keys) {
        if (look.isSilent(key.account)) {
            findings.undecidedSubjects.append(subjectOf(key.id));
            continue;
        }
        const auto seen = localDay(key.firstSeenAt, look.zone());
        KeySpikes spikes(look, key, std::min(seen, firstDays->value(key.id, seen)));
        if (auto added = spikes.addTo(findings, byKey.value(key.id)); !added)
            return fail(added.error());
    }
    return findings;
}

} // namespace tollkeeper
