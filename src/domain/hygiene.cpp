// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/hygiene.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int SoonDays = 30;
constexpr int DormantDays = 30;
constexpr int WarnPercent = 80;

constexpr std::array RuleWords{
    std::pair{HygieneRule::Expired, "expired"_L1},
    std::pair{HygieneRule::ExpiresSoon, "expires_soon"_L1},
    std::pair{HygieneRule::PastRotation, "past_rotation"_L1},
    std::pair{HygieneRule::Uncapped, "uncapped"_L1},
    std::pair{HygieneRule::AtCap, "at_cap"_L1},
    std::pair{HygieneRule::TwoEnvironments, "two_environments"_L1},
    std::pair{HygieneRule::ProductionFromAnywhere, "production_from_anywhere"_L1},
    std::pair{HygieneRule::ManagementKey, "management_key"_L1},
    std::pair{HygieneRule::Dormant, "dormant"_L1},
    std::pair{HygieneRule::NeverExpires, "never_expires"_L1},
    std::pair{HygieneRule::NoOwner, "no_owner"_L1},
    std::pair{HygieneRule::UnpinnedModel, "unpinned_model"_L1},
};

HygieneMark markOf(ControlOffer offer, std::optional<bool> isSet)
{
    if (offer == ControlOffer::NotOffered)
        return HygieneMark::NotOffered;
    if (!isSet)
        return HygieneMark::Unknown;
    return *isSet ? HygieneMark::Set : HygieneMark::Missing;
}

std::optional<bool> isRestricted(const std::optional<QStringList> &list)
{
    return list ? std::optional(!list->isEmpty()) : std::nullopt;
}

bool isNearCap(const std::optional<Cap> &cap)
{
    if (!cap || !cap->used || cap->limit.nanos() <= 0)
        return false;
    return cap->used->nanos() / WarnPercent >= cap->limit.nanos() / 100;
}

bool isDormant(const HygieneFacts &facts)
{
    const auto since = facts.lastUsedAt.value_or(facts.key.bornAt());
    return since.isValid() && since.daysTo(facts.now) >= DormantDays;
}

//! What the marks and the calendar say.
void addProtections(QList<HygieneFinding> &found, const HygieneFacts &facts)
{
    const auto marks = marksOf(facts.key, facts.controls);
    if (const auto &expiry = facts.key.expiresAt) {
        if (*expiry <= facts.now)
            found.append({HygieneRule::Expired, {}});
        else if (facts.now.daysTo(*expiry) <= SoonDays)
            found.append({HygieneRule::ExpiresSoon, {}});
    }
    if (facts.rotationDue && *facts.rotationDue <= facts.now)
        found.append({HygieneRule::PastRotation, {}});
    if (marks.cap == HygieneMark::Missing)
        found.append({HygieneRule::Uncapped, {}});
    if (isNearCap(facts.key.cap))
        found.append({HygieneRule::AtCap, {}});
    if (marks.addresses == HygieneMark::Missing && isProduction(facts.key.labels.environment))
        found.append({HygieneRule::ProductionFromAnywhere, {}});
    if (marks.expiry == HygieneMark::Missing)
        found.append({HygieneRule::NeverExpires, {}});
}

//! What its use and its labels say.
void addUse(QList<HygieneFinding> &found, const HygieneFacts &facts)
{
    for (const auto &other : facts.otherEnvironments) {
        if (other != facts.key.labels.environment)
            found.append({HygieneRule::TwoEnvironments, other});
    }
    if (facts.isAccountsManagementKey)
        found.append({HygieneRule::ManagementKey, {}});
    if (isDormant(facts))
        found.append({HygieneRule::Dormant, {}});
    if (facts.key.labels.owner.isEmpty())
        found.append({HygieneRule::NoOwner, {}});
    for (const auto &model : facts.requestedModels) {
        if (isUnpinned(model))
            found.append({HygieneRule::UnpinnedModel, model});
    }
}

} // namespace

QLatin1StringView toText(HygieneMark mark)
{
    switch (mark) {
    case HygieneMark::Set:
        return "set"_L1;
    case HygieneMark::Missing:
        return "missing"_L1;
    case HygieneMark::NotOffered:
        return "not_offered"_L1;
    case HygieneMark::Unknown:
        break;
    }
    return "unknown"_L1;
}

QLatin1StringView toText(HygieneRule rule)
{
    for (const auto &[known, text] : RuleWords) {
        if (known == rule)
            return text;
    }
    return {};
}

int HygieneMarks::set() const
{
    const std::array all{cap, addresses, models, expiry};
    return int(std::count(all.begin(), all.end(), HygieneMark::Set));
}

int HygieneMarks::offered() const
{
    const std::array all{cap, addresses, models, expiry};
    return set() + int(std::count(all.begin(), all.end(), HygieneMark::Missing));
}

HygieneMarks marksOf(const ApiKey &key, const KeyControls &controls)
{
    return {markOf(controls.cap, key.cap.has_value()),
        markOf(controls.addresses, isRestricted(key.allowedAddresses)),
        markOf(controls.models, isRestricted(key.allowedModels)),
        markOf(controls.expiry, key.expiresAt.has_value())};
}

QList<HygieneFinding> inspect(const HygieneFacts &facts)
{
    QList<HygieneFinding> found;
    if (facts.key.goneAt)
        return found;
    addProtections(found, facts);
    addUse(found, facts);
    std::stable_sort(found.begin(), found.end(),
        [](const auto &left, const auto &right) { return left.rule < right.rule; });
    return found;
}

bool isUnpinned(const QString &model)
{
    const auto name = model.section(u'/', -1).section(u':', 0, 0).toLower();
    if (name.isEmpty())
        return false;
    if (name.endsWith(u"-latest") || name.startsWith(u'~') || name == u"auto")
        return true;
    // A date or a snapshot number pins a name; so does a version with a point: claude-sonnet-4.5,
    // gemini-2.5-pro.
    static const QRegularExpression pinned(
        uR"((\d{4}-\d{2}-\d{2}|\d{8}|-\d{4}$|-\d{3}$|\d+\.\d+|-\d+-\d+))"_s);
    static const QRegularExpression bareFamily(
        uR"(^(claude|gpt|gemini|llama|mistral|qwen|deepseek|grok)(-?\d+)?(-(pro|mini|turbo|flash|opus|sonnet|haiku|large|small|chat))?$)"_s);
    return !pinned.match(name).hasMatch() && bareFamily.match(name).hasMatch();
}

bool isProduction(const QString &environment)
{
    return environment.startsWith(u"prod", Qt::CaseInsensitive)
        || environment.compare(u"live", Qt::CaseInsensitive) == 0;
}

} // namespace tollkeeper
