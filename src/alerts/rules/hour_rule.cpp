// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "base/clock.h"
#include "storage/hour_use_repository.h"
#include "storage/key_spend_repository.h"

#include <QMap>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 HourMs = HourUseRepository::HourMs;
constexpr qint64 DayInHours = 24;
constexpr qint64 WeekInHours = 7 * DayInHours;
constexpr int BatchHours = 84; // of the 168 of a week: a key used in more keeps to none
constexpr qint64 GapInHours = 2; // unusual hours this close are one run

QDateTime startOf(qint64 hour)
{
    return QDateTime::fromMSecsSinceEpoch(hour * HourMs, Qt::UTC);
}

//! One key whose last day had an hour with more than the floor.
class KeyHours {
public:
    KeyHours(const RuleLook &look, KeyId key)
        : m_look(look)
        , m_repository(look.database())
        , m_key(key)
        , m_weeks(std::max<qint64>(2, look.value(u"days"_s) / 7))
        , m_now(look.now().toMSecsSinceEpoch() / HourMs)
    {
    }

    [[nodiscard]] Outcome addTo(AlertFindings &findings)
    {
        const auto used
            = m_repository.maybeUsed(m_key, startOf(m_now - (m_weeks + 1) * WeekInHours - 1), m_look.now());
        if (!used)
            return fail(used.error());
        m_used = *used;
        if (!keepsToCertainHours())
            return Done{};
        // A week back and no further: by then the same hour of the week is usual.
        const auto spent = m_repository.spent(startOf(m_now - WeekInHours + 1), m_look.now(), m_key);
        if (!spent)
            return fail(spent.error());
        for (const auto &one : *spent) {
            if (one.cost > m_look.amount(u"floor"_s, one.cost.currency()) && isUnusual(one.hour))
                m_unusual.insert(one.hour, one.cost);
        }
        return addRuns(findings);
    }

private:
    [[nodiscard]] bool keepsToCertainHours() const
    {
        QSet<qint64> ofWeek;
        for (const auto hour : m_used) {
            if (hour <= m_now - WeekInHours)
                ofWeek.insert(hour % WeekInHours);
        }
        return !ofWeek.isEmpty() && ofWeek.size() <= BatchHours;
    }

    //! Neither it nor the hours beside it, since jobs start early and late and clocks are put forward.
    [[nodiscard]] bool isUnusual(qint64 hour) const
    {
        for (qint64 week = 1; week <= m_weeks; ++week) {
            for (const qint64 beside : {-1, 0, 1}) {
                if (m_used.contains(hour - week * WeekInHours + beside))
                    return false;
            }
        }
        return true;
    }

    Outcome addRuns(AlertFindings &findings)
    {
        std::optional<qint64> first;
        qint64 last = 0;
        std::optional<Money> sum;
        const auto end = [&]() -> Outcome {
            if (!first || last <= m_now - DayInHours)
                return Done{};
            return add(findings, *first, last, *sum);
        };
        for (auto hour = m_unusual.cbegin(); hour != m_unusual.cend(); ++hour) {
            if (first && hour.key() - last <= GapInHours) {
                *sum += hour.value();
            } else {
                if (auto ended = end(); !ended)
                    return ended;
                first = hour.key();
                sum = hour.value();
            }
            last = hour.key();
        }
        return end();
    }

    Outcome add(AlertFindings &findings, qint64 first, qint64 last, Money sum)
    {
        const auto key = m_look.key(m_key);
        if (!key)
            return fail(key.error());
        const auto driver
            = KeySpendRepository(m_look.database(), m_look.now()).topModelOf(m_key, startOf(first));
        if (!driver)
            return fail(driver.error());
        auto finding = m_look.finding(subjectOf(m_key), m_look.about(*key));
        finding.occurrence = utcText(startOf(first));
        finding.facts.spent = sum;
        finding.facts.since = startOf(first);
        finding.facts.until = std::min(startOf(last + 1), m_look.now());
        finding.facts.driver = *driver;
        findings.found.append(finding);
        return Done{};
    }

    const RuleLook &m_look;
    HourUseRepository m_repository;
    KeyId m_key;
    qint64 m_weeks;
    qint64 m_now; //!< hours since the epoch, as every hour here
    QSet<qint64> m_used;
    QMap<qint64, Money> m_unusual;
};

//! Keys that have been used for as long as the rule looks back.
Result<QSet<KeyId>> candidates(const RuleLook &look, const QDateTime &from)
{
    const auto latest = look.today().addDays(-look.value(u"days"_s));
    const auto recent = HourUseRepository(look.database()).spent(from, look.now());
    const auto firstDays = KeySpendRepository(look.database(), look.now()).firstDays(latest.addDays(-7));
    if (!recent)
        return fail(recent.error());
    if (!firstDays)
        return fail(firstDays.error());
    QSet<KeyId> keys;
    for (const auto &one : *recent) {
        const auto first = firstDays->value(one.key);
        if (one.cost > look.amount(u"floor"_s, one.cost.currency()) && first.isValid() && first <= latest)
            keys.insert(one.key);
    }
    return keys;
}

} // namespace

//! A key that keeps to certain hours of the week spends in another one. Hours of UTC. Occurrence: the first
//! hour of the run; it stays true for a day after the last.
Result<AlertFindings> lookForUnusualHours(const RuleLook &look)
{
    const auto firstHour = look.now().toMSecsSinceEpoch() / HourMs - DayInHours + 1;
    const auto some = candidates(look, startOf(firstHour));
    const auto silent = look.silentKeys();
    if (!some)
        return fail(some.error());
    if (!silent)
        return fail(silent.error());
    AlertFindings findings;
    for (const auto key : *silent)
        findings.undecidedSubjects.append(subjectOf(key));
    for (const auto key : *some - *silent) {
        if (auto added = KeyHours(look, key).addTo(findings); !added)
            return fail(added.error());
    }
    return findings;
}

} // namespace tollkeeper
