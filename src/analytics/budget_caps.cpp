// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/budget_caps.h"

#include "domain/gateway_calendar.h"
#include "storage/account_repository.h"
#include "storage/limit_repository.h"
#include "storage/spend_repository.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int PaceDays = 7;
constexpr qint64 MillisecondsADay = 86'400'000;
constexpr double LongestDays = 3650; // further off is never

//! What one thing costs a day, in one currency.
struct Pace {
    double billed = 0; //!< nanos
    double byok = 0;
};

class CapLines {
public:
    CapLines(Database &database, const QList<ApiKey> &keys, const TraitsByGateway &traits, QDate today,
        const QDateTime &now)
        : m_database(database), m_spend(database), m_keys(keys), m_traits(traits), m_today(today), m_now(now)
    {
    }

    Result<QList<BudgetCapLine>> build()
    {
        const auto first = m_spend.firstDay();
        const auto accounts = AccountRepository(m_database).all();
        if (!first || !accounts)
            return fail(!first ? first.error() : accounts.error());
        if (*first)
            m_days = {std::max(**first, m_today.addDays(-PaceDays)), m_today.addDays(-1)};
        for (const auto &account : *accounts) {
            const auto isMeant = [&account](const ApiKey &key) { return key.account == account.id; };
            if (std::ranges::none_of(m_keys, isMeant))
                continue;
            for (const auto step : {&CapLines::addKeyCaps, &CapLines::addLimits, &CapLines::addBalance}) {
                if (auto added = (this->*step)(account); !added)
                    return fail(added.error());
            }
        }
        std::stable_sort(m_lines.begin(), m_lines.end(), isSooner);
        return std::move(m_lines);
    }

private:
    QString gatewayOf(const Account &account) const
    {
        return m_traits.value(account.gateway, {account.gateway, false}).displayName;
    }

    Outcome addKeyCaps(const Account &account)
    {
        for (const auto &key : m_keys) {
            if (key.account != account.id || !key.cap || key.goneAt || key.isDisabled)
                continue;
            BudgetCapLine line;
            line.name = key.name;
            line.gatewayName = gatewayOf(account);
            line.limit = key.cap->limit;
            line.used = key.cap->used;
            line.reset = key.cap->reset;
            line.resetsAt = nextReset(key.cap->reset, m_now);
            const auto pace = paceOfKey(key.id, line.limit.currency());
            if (!pace)
                return fail(pace.error());
            if (line.used)
                line.usedUpAt = usedUpAt(line.limit - *line.used,
                    pace->billed + (key.countsByok.value_or(false) ? pace->byok : 0), line.resetsAt);
            m_lines.append(line);
        }
        return Done{};
    }

    Outcome addLimits(const Account &account)
    {
        const auto limits = LimitRepository(m_database).of(account.id);
        if (!limits)
            return fail(limits.error());
        for (const auto &limit : *limits) {
            const auto key = std::ranges::find_if(m_keys, [&](const ApiKey &known) {
                return known.account == account.id && known.remoteId == limit.remoteKeyId && !known.goneAt;
            });
            const bool isOfAccount = limit.remoteKeyId.isEmpty();
            if (!limit.limit || limit.limit->isZero() || (!isOfAccount && key == m_keys.end()))
                continue;
            BudgetCapLine line;
            line.name = (isOfAccount ? account.name : key->name) + u" · "_s + limit.name;
            line.gatewayName = gatewayOf(account);
            line.limit = *limit.limit;
            line.used = limit.used;
            line.reset = limit.reset;
            line.resetsAt = limit.resetsAt ? limit.resetsAt : nextReset(limit.reset, m_now);
            const auto pace = isOfAccount ? paceOfAccount(account.id, line.limit.currency())
                                          : paceOfKey(key->id, line.limit.currency());
            if (!pace)
                return fail(pace.error());
            // A window that slides lets go of old spend all the time: a pace says nothing of its end.
            const bool slides = limit.kind == LimitFacts::Kind::SpendWindow && !line.resetsAt;
            if (line.used)
                line.usedUpAt = usedUpAt(line.limit - *line.used, slides ? 0 : pace->billed, line.resetsAt);
            m_lines.append(line);
        }
        return Done{};
    }

    Outcome addBalance(const Account &account)
    {
        const auto balance = m_spend.balance(account.id);
        if (!balance)
            return fail(balance.error());
        if (!*balance)
            return Done{};
        BudgetCapLine line;
        line.name = account.name;
        line.gatewayName = gatewayOf(account);
        line.limit = (*balance)->amount;
        line.isBalance = true;
        const auto pace = paceOfAccount(account.id, line.limit.currency());
        if (!pace)
            return fail(pace.error());
        line.usedUpAt = usedUpAt(line.limit, pace->billed, {});
        m_lines.append(line);
        return Done{};
    }

    std::optional<QDateTime> usedUpAt(
        Money left, double nanosADay, const std::optional<QDateTime> &resetsAt) const
    {
        if (left.nanos() <= 0)
            return m_now;
        if (nanosADay <= 0)
            return std::nullopt;
        const auto days = double(left.nanos()) / nanosADay;
        if (days > LongestDays)
            return std::nullopt;
        const auto at = m_now.addMSecs(std::llround(days * double(MillisecondsADay)));
        return resetsAt && at >= *resetsAt ? std::nullopt : std::optional(at);
    }

    Pace perDay(const Amounts &amount) const
    {
        const auto days = double(m_days.days());
        return {double(amount.billed.nanos()) / days, double(amount.byok.nanos()) / days};
    }

    bool hasDays() const { return m_days.first.isValid() && m_days.first <= m_days.last; }

    Result<Pace> paceOfKey(KeyId key, Currency currency)
    {
        if (!hasDays())
            return Pace{};
        if (!m_byKey.contains(currency.code())) {
            auto sums = m_spend.byDimension(Dimension::Key, m_days, currency);
            if (!sums)
                return fail(sums.error());
            m_byKey.insert(currency.code(), *std::move(sums));
        }
        return paceIn(m_byKey.value(currency.code()), key.value());
    }

    Result<Pace> paceOfAccount(AccountId account, Currency currency)
    {
        if (!hasDays())
            return Pace{};
        const auto sums = m_spend.byAccount(m_days, currency);
        if (!sums)
            return fail(sums.error());
        return paceIn(*sums, account.value());
    }

    Pace paceIn(const QList<SpendSum> &sums, qint64 ref) const
    {
        for (const auto &sum : sums) {
            if (sum.ref == ref)
                return perDay(sum.amount);
        }
        return {};
    }

    static double shareOf(const BudgetCapLine &line)
    {
        return line.used ? line.used->approximate() / std::max(line.limit.approximate(), 1e-9) : 0;
    }
    static bool isSooner(const BudgetCapLine &a, const BudgetCapLine &b)
    {
        if (a.usedUpAt && b.usedUpAt)
            return *a.usedUpAt < *b.usedUpAt;
        return a.usedUpAt || b.usedUpAt ? a.usedUpAt.has_value() : shareOf(a) > shareOf(b);
    }

    Database &m_database;
    SpendRepository m_spend;
    const QList<ApiKey> &m_keys;
    const TraitsByGateway &m_traits;
    QDate m_today;
    QDateTime m_now;
    DayRange m_days; //!< that the pace is of; invalid: the ledger is empty
    QHash<QString, QList<SpendSum>> m_byKey; //!< by currency
    QList<BudgetCapLine> m_lines;
};

} // namespace

Result<QList<BudgetCapLine>> capsOf(Database &database, const QList<ApiKey> &keys,
    const TraitsByGateway &traits, QDate today, const QDateTime &now)
{
    return CapLines(database, keys, traits, today, now).build();
}

} // namespace tollkeeper
