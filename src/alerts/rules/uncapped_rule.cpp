// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "domain/key_change.h"
#include "domain/zone_days.h"
#include "storage/key_event_repository.h"
#include "storage/key_repository.h"
#include "storage/key_spend_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int Unknown = 0; // steps
constexpr int Uncapped = 1;
constexpr int DaysOfNews = 7; // a key that appeared longer ago raises nothing any more

class KeysAtLarge {
public:
    explicit KeysAtLarge(const RuleLook &look) : m_look(look) { }

    [[nodiscard]] Result<AlertFindings> find()
    {
        const auto keys = m_look.keys();
        const auto everyKey = KeyRepository(m_look.database()).all(); // also those that are gone by now
        const auto month = monthOf(m_look.today());
        const auto days = KeySpendRepository(m_look.database(), m_look.now()).byDay(month);
        if (!keys)
            return fail(keys.error());
        if (!everyKey)
            return fail(everyKey.error());
        if (!days)
            return fail(days.error());
        m_month = month;
        for (const auto &one : *days)
            add(one);
        for (const auto &key : *everyKey) {
            auto &first = m_firstSeen[key.account];
            first = first.isValid() ? std::min(first, key.firstSeenAt) : key.firstSeenAt;
        }
        for (const auto &key : *keys) {
            if (key.isDisabled || key.firstSeenAt > m_look.now())
                continue;
            if (auto added = addUnknown(key); !added)
                return fail(added.error());
            addUncapped(key);
        }
        return m_findings;
    }

private:
    //! In each currency; the greatest counts.
    void add(const KeyDaySpend &one)
    {
        auto &sums = m_spent[one.key];
        const auto known = std::find_if(
            sums.begin(), sums.end(), [&](Money sum) { return sum.currency() == one.cost.currency(); });
        if (known == sums.end())
            sums.append(one.cost);
        else
            *known += one.cost;
    }

    //! Listed by the gateway after the account's first poll, made by nobody here, and nobody has said since
    //! whose it is. A key that only an old figure names is no new one.
    Outcome addUnknown(const ApiKey &key)
    {
        const bool isListed = !key.masked.isEmpty() || key.createdAt;
        const auto firstPoll = m_firstSeen.value(key.account);
        if (!isListed || key.firstSeenAt <= firstPoll || key.labels != KeyLabels()
            || (key.createdAt && *key.createdAt < firstPoll))
            return Done{};
        const auto events = KeyEventRepository(m_look.database()).of(key.id);
        if (!events)
            return fail(events.error());
        const bool isMadeHere = std::any_of(events->cbegin(), events->cend(),
            [](const KeyEvent &event) { return event.what == KeyEvent::What::Created; });
        if (isMadeHere)
            return Done{};
        auto finding = m_look.finding(subjectOf(key.id), m_look.about(key));
        finding.step = Unknown;
        finding.level = key.firstSeenAt.addDays(DaysOfNews) > m_look.now() ? AlertFinding::Level::Fires
                                                                           : AlertFinding::Level::Holds;
        finding.facts.since = key.firstSeenAt;
        if (key.cap)
            finding.facts.limit = key.cap->limit;
        m_findings.found.append(finding);
        return Done{};
    }

    void addUncapped(const ApiKey &key)
    {
        if (key.cap)
            return;
        for (const auto spent : m_spent.value(key.id)) {
            if (spent <= m_look.amount(u"floor"_s, spent.currency()))
                continue;
            auto finding = m_look.finding(subjectOf(key.id), m_look.about(key));
            finding.step = Uncapped;
            finding.occurrence = m_month.first.toString(Qt::ISODate);
            finding.facts.spent = spent;
            finding.facts.periodFirst = m_month.first;
            finding.facts.periodLast = m_month.last;
            m_findings.found.append(finding);
            return;
        }
    }

    const RuleLook &m_look;
    DayRange m_month;
    QHash<KeyId, QList<Money>> m_spent;
    QHash<AccountId, QDateTime> m_firstSeen; //!< UTC; of the first poll of an account that named keys
    AlertFindings m_findings;
};

} // namespace

//! Two things, by step: a key that nobody added here (an episode, until it is labelled), and one without a
//! cap whose month passes the floor (occurrence: the month). A poll that fails adds no key and no spend.
Result<AlertFindings> lookForUncappedKeys(const RuleLook &look)
{
    return KeysAtLarge(look).find();
}

} // namespace tollkeeper
