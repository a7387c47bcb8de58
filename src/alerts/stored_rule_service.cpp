// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/stored_rule_service.h"

#include "alerts/back_test.h"
#include "storage/account_repository.h"
#include "storage/alert_repository.h"
#include "storage/alert_rule_repository.h"

#include <QCoroFuture>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Result<QList<RuleLine>> linesOf(Database &database)
{
    const auto rules = AlertRuleRepository(database).all();
    if (!rules)
        return fail(rules.error());
    QList<RuleLine> lines;
    for (const auto &rule : *rules) {
        RuleLine line{rule, {}, {}};
        const auto last = AlertRepository(database).lastOf(rule.kind);
        if (!last)
            return fail(last.error());
        if (*last) {
            line.lastRaisedAt = (*last)->raisedAt;
            line.lastSubject = (*last)->facts.name;
        }
        lines.append(line);
    }
    return lines;
}

} // namespace

Outcome checkRule(const AlertRule &rule)
{
    const auto &parameters = parametersOf(rule.kind);
    if (parameters.isEmpty())
        return fail(Error::Kind::InvalidInput, u"a budget is no rule"_s);
    for (auto value = rule.values.cbegin(); value != rule.values.cend(); ++value) {
        const auto parameter = std::find_if(parameters.begin(), parameters.end(),
            [&](const RuleParameter &one) { return one.name == value.key(); });
        if (parameter == parameters.end())
            return fail(Error::Kind::InvalidInput,
                u"the rule “%1” has no value “%2”"_s.arg(toText(rule.kind), value.key()));
        if (value.value() < parameter->least || value.value() > parameter->most)
            return fail(Error::Kind::InvalidInput,
                u"“%1” must lie between %2 and %3"_s.arg(value.key())
                    .arg(parameter->least)
                    .arg(parameter->most));
    }
    if (rule.kind == AlertKind::KeyCap && rule.value(u"warn"_s) > rule.value(u"percent"_s))
        return fail(Error::Kind::InvalidInput, u"“warn” must not be above “percent”"_s);
    return Done{};
}

StoredRuleService::StoredRuleService(Storage &storage, const Clock &clock, QObject *parent)
    : RuleService(parent), m_storage(storage), m_clock(clock)
{
}

Async<QList<RuleLine>> StoredRuleService::rules()
{
    auto reading = m_storage.read([](Database &database) { return linesOf(database); });
    auto lines = co_await reading;
    co_return lines;
}

Async<Done> StoredRuleService::save(AlertRule rule)
{
    if (const auto checked = checkRule(rule); !checked)
        co_return fail(checked.error());
    auto writing = m_storage.write([rule](Database &database) {
        return database.inTransaction([&]() -> Outcome {
            AlertRuleRepository rules(database);
            if (auto added = rules.addMissing(); !added)
                return added;
            return rules.save(rule);
        });
    });
    auto saved = co_await writing;
    if (saved)
        Q_EMIT rulesChanged();
    co_return saved;
}

Async<BackTest> StoredRuleService::backTest(AlertRule rule, int days)
{
    if (const auto checked = checkRule(rule); !checked)
        co_return fail(checked.error());
    auto trying
        = m_storage.readLong([rule, days, now = m_clock.now()](Database &database) -> Result<BackTest> {
              const auto zone = AccountRepository(database).zone();
              if (!zone)
                  return fail(zone.error());
              return tollkeeper::backTest(database, rule, days, now, *zone);
          });
    auto answer = co_await trying;
    co_return answer;
}

} // namespace tollkeeper
