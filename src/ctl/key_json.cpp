// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/key_json.h"

#include "ctl/output.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

QJsonValue toJson(const std::optional<QStringList> &list)
{
    return list ? QJsonValue(QJsonArray::fromStringList(*list)) : QJsonValue();
}

QJsonValue toJson(const std::optional<bool> &flag)
{
    return flag ? QJsonValue(*flag) : QJsonValue();
}

QJsonValue toJson(const std::optional<Cap> &cap)
{
    if (!cap)
        return {};
    return QJsonObject{{u"limit"_s, ctl::toJson(cap->limit)}, {u"used"_s, ctl::toJson(cap->used)},
        {u"reset"_s, cap->reset.isEmpty() ? QJsonValue() : QJsonValue(cap->reset)}};
}

QJsonObject marksJson(const HygieneMarks &marks)
{
    return {{u"cap"_s, toText(marks.cap)}, {u"addresses"_s, toText(marks.addresses)},
        {u"models"_s, toText(marks.models)}, {u"expiry"_s, toText(marks.expiry)}};
}

QJsonArray findingsJson(const QList<HygieneFinding> &findings)
{
    QJsonArray array;
    for (const auto &finding : findings)
        array.append(QJsonObject{{u"rule"_s, toText(finding.rule)},
            {u"detail"_s, finding.detail.isEmpty() ? QJsonValue() : QJsonValue(finding.detail)}});
    return array;
}

} // namespace

QJsonObject toJson(const KeyRow &row)
{
    const auto &key = row.key;
    return {{u"name"_s, key.name}, {u"account"_s, row.accountName}, {u"gateway"_s, row.gatewayName},
        {u"masked"_s, key.masked}, {u"environment"_s, key.labels.environment}, {u"team"_s, key.labels.team},
        {u"owner"_s, key.labels.owner}, {u"tags"_s, QJsonArray::fromStringList(key.labels.tags)},
        {u"today"_s, toJson(row.today)}, {u"seven_days"_s, toJson(row.sevenDays)},
        {u"month"_s, toJson(row.month)}, {u"month_byok"_s, toJson(row.monthByok)},
        {u"cap"_s, toJson(key.cap)}, {u"counts_byok"_s, toJson(key.countsByok)},
        {u"disabled"_s, key.isDisabled}, {u"expires_at"_s, toJson(key.expiresAt)},
        {u"created_at"_s, toJson(key.createdAt)}, {u"last_used_at"_s, toJson(row.lastUsedAt)},
        {u"rotation_due_at"_s, toJson(row.rotationDue)}, {u"allowed_models"_s, toJson(key.allowedModels)},
        {u"allowed_addresses"_s, toJson(key.allowedAddresses)},
        {u"denied_addresses"_s, toJson(key.deniedAddresses)}, {u"holds_secret"_s, key.holdsSecret()},
        {u"is_accounts_own"_s, row.isAccountsOwn}, {u"stale"_s, row.isStale},
        {u"hygiene"_s, marksJson(row.marks)}, {u"findings"_s, findingsJson(row.findings)},
        {u"rotation"_s, row.rotation ? QJsonValue(toJson(*row.rotation)) : QJsonValue()}};
}

QJsonObject toJson(const Rotation &rotation)
{
    return {{u"step"_s, toText(rotation.step)}, {u"new_name"_s, rotation.newName},
        {u"pasted"_s, rotation.isPasted}, {u"started_at"_s, toJson(std::optional(rotation.startedAt))},
        {u"created_at"_s, toJson(rotation.createdAt)}, {u"saved_at"_s, toJson(rotation.savedAt)},
        {u"deployed_at"_s, toJson(rotation.deployedAt)}, {u"disabled_at"_s, toJson(rotation.disabledAt)},
        {u"wait_until"_s, toJson(rotation.waitUntil)}, {u"ended_at"_s, toJson(rotation.endedAt)}};
}

} // namespace tollkeeper::ctl
