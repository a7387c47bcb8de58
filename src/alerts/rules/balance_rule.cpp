// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "storage/balance_repository.h"
#include "storage/key_spend_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int PaceDays = 7;
constexpr int InUseDays = 30;
//! A balance that has risen this far above the level is no longer low.
constexpr double ClearingDays = 1.25;
constexpr double ClearingAmount = 1.1;

enum class Depth : std::uint8_t { Enough, Between, Low };

class AccountBalance {
public:
    AccountBalance(const RuleLook &look, const Account &account) : m_look(look), m_account(account) { }

    [[nodiscard]] Outcome addTo(AlertFindings &findings)
    {
        const auto told = BalanceRepository(m_look.database()).lastTwo(m_account.id, m_look.now());
        if (!told)
            return fail(told.error());
        if (told->isEmpty())
            return Done{};
        m_balance = told->constFirst().amount;
        if (auto measured = measurePace(); !measured)
            return measured;
        // Gateways hold money back while a request runs: low is what two polls in a row agree on.
        const auto latest = depthOf(m_balance);
        const bool isComparable
            = told->size() == 2 && told->constLast().amount.currency() == m_balance.currency();
        const auto before = isComparable ? depthOf(told->constLast().amount) : Depth::Enough;
        if (latest == Depth::Enough && before == Depth::Enough)
            return Done{};
        auto finding = m_look.finding(subjectOf(m_account.id), facts());
        finding.level = latest == Depth::Low && before == Depth::Low ? AlertFinding::Level::Fires
                                                                     : AlertFinding::Level::Holds;
        findings.found.append(finding);
        return Done{};
    }

private:
    //! The mean of the last seven whole days, or of as many as are known.
    Outcome measurePace()
    {
        KeySpendRepository spend(m_look.database(), m_look.now());
        const auto first = spend.firstDay(m_account.id);
        if (!first)
            return fail(first.error());
        const auto yesterday = m_look.today().addDays(-1);
        if (*first && **first <= yesterday) {
            const DayRange days{std::max(**first, m_look.today().addDays(-PaceDays)), yesterday};
            const auto spent = spend.billed(m_account.id, days, m_balance.currency());
            if (!spent)
                return fail(spent.error());
            if (*spent && (*spent)->nanos() > 0)
                m_pace = Money::fromNanos((*spent)->nanos() / days.days(), m_balance.currency());
        }
        m_isInUse = m_pace || !m_account.tellsSpend;
        if (m_isInUse)
            return Done{};
        const auto lately = spend.billed(
            m_account.id, {m_look.today().addDays(-InUseDays), m_look.today()}, m_balance.currency());
        if (!lately)
            return fail(lately.error());
        m_isInUse = *lately && (*lately)->nanos() > 0;
        return Done{};
    }

    [[nodiscard]] std::optional<double> daysLeft(Money balance) const
    {
        if (!m_pace || m_pace->isZero())
            return std::nullopt;
        return std::max(0.0, balance.approximate() / m_pace->approximate());
    }

    //! An account that nobody uses may be as empty as it likes.
    [[nodiscard]] Depth depthOf(Money balance) const
    {
        const auto floor = m_look.amount(u"floor"_s, balance.currency());
        const auto days = daysLeft(balance);
        const auto least = double(m_look.value(u"days"_s));
        if ((m_isInUse && balance < floor) || (days && *days < least))
            return Depth::Low;
        const bool isNear = (m_isInUse && balance.approximate() < floor.approximate() * ClearingAmount)
            || (days && *days < least * ClearingDays);
        return isNear ? Depth::Between : Depth::Enough;
    }

    [[nodiscard]] AlertFacts facts() const
    {
        constexpr double DayInSeconds = 86400;
        constexpr double LongestTold = 3650; // days; further ahead a date says nothing
        auto facts = m_look.about(m_account);
        facts.spent = m_balance;
        facts.limit = m_look.amount(u"floor"_s, m_balance.currency());
        facts.usual = m_pace;
        facts.daysLeft = daysLeft(m_balance);
        if (facts.daysLeft && *facts.daysLeft < LongestTold)
            facts.until = m_look.now().addSecs(qint64(*facts.daysLeft * DayInSeconds));
        facts.isAtLeast = !m_account.tellsSpend;
        return facts;
    }

    const RuleLook &m_look;
    const Account &m_account;
    Money m_balance;
    std::optional<Money> m_pace; //!< a day
    bool m_isInUse = false;
};

} // namespace

//! An episode: it begins when two polls find the balance low and ends when two find it well above.
Result<AlertFindings> lookForLowBalances(const RuleLook &look)
{
    AlertFindings findings;
    for (const auto &account : look.accounts()) {
        if (look.isSilent(account.id)) {
            findings.undecidedSubjects.append(subjectOf(account.id));
            continue;
        }
        if (auto added = AccountBalance(look, account).addTo(findings); !added)
            return fail(added.error());
    }
    return findings;
}

} // namespace tollkeeper
