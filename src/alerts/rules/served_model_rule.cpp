// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "domain/zone_days.h"
#include "storage/request_rate_repository.h"

#include <QHash>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int RecentDays = 2; // whole days of the reporting zone: today and yesterday

//! What a key asks for, and with what a model.
using Asked = std::pair<KeyId, QString>;

} // namespace

//! A model that answers since today or yesterday, and answered no such request of the key in the days before;
//! what the gateway itself calls a fallback is another rule's. Occurrence: its first day, and the two models.
//! After that day and the next it is what is usual, and over.
Result<AlertFindings> lookForOtherModels(const RuleLook &look)
{
    const auto recent = startOfDay(look.today().addDays(1 - RecentDays), look.zone());
    const auto from = startOfDay(look.today().addDays(1 - RecentDays - look.value(u"days"_s)), look.zone());
    RequestRateRepository repository(look.database());
    const auto before = repository.served(from, recent);
    const auto now = repository.served(recent, look.now());
    if (!before)
        return fail(before.error());
    if (!now)
        return fail(now.error());
    QHash<Asked, QHash<QString, qint64>> usual;
    for (const auto &pair : *before)
        usual[{pair.key, pair.requested}][pair.served] += pair.requests;

    AlertFindings findings;
    QSet<KeyId> undecided;
    for (const auto &pair : *now) {
        const auto known = usual.value({pair.key, pair.requested});
        if (known.isEmpty() || known.contains(pair.served) || pair.requests < look.value(u"requests"_s))
            continue;
        if (look.isSilent(pair.account)) {
            undecided.insert(pair.key);
            continue;
        }
        const auto key = look.key(pair.key);
        if (!key)
            return fail(key.error());
        const auto most
            = std::max_element(known.begin(), known.end(), [](qint64 a, qint64 b) { return a < b; });
        auto finding = look.finding(subjectOf(pair.key), look.about(*key));
        finding.occurrence = localDay(pair.firstAt, look.zone()).toString(Qt::ISODate) + u' ' + pair.requested
            + u' ' + pair.served;
        finding.facts.driver = pair.requested;
        finding.facts.before = most.key();
        finding.facts.after = pair.served;
        finding.facts.count = pair.requests;
        finding.facts.since = pair.firstAt;
        findings.found.append(finding);
    }
    for (const auto key : std::as_const(undecided))
        findings.undecidedSubjects.append(subjectOf(key));
    return findings;
}

} // namespace tollkeeper
