// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_keys.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

auto moment(bool isSilent = false)
{
    return QCoro::sleepFor(isSilent ? std::chrono::hours(1) : std::chrono::milliseconds(1));
}

} // namespace

void ScriptedKeyReports::reset()
{
    table = scripted::keyTable();
    isSilent = false;
    labelError.reset();
    rotation = scripted::rotation();
    isQuiet = true;
    asked = 0;
    detailsAsked.clear();
    labelled.clear();
    policies.clear();
    workspacePolicies.clear();
}

void ScriptedKeyService::reset()
{
    outcome = Done();
    tested = Done();
    created = KeyId(13);
    matched = SecretBinding{KeyId(scripted::ZapierKey), true};
    changes.clear();
    drafts.clear();
    removed.clear();
    forgotten.clear();
    proved.clear();
    bound.clear();
}

void ScriptedRotations::reset()
{
    outcome = Done();
    calls.clear();
}

KeyRow &ScriptedKeyReports::row(int key)
{
    for (auto &row : table->rows) {
        if (row.key.id == KeyId(key))
            return row;
    }
    Q_UNREACHABLE();
}

Async<KeyTable> ScriptedKeyReports::keys()
{
    ++asked;
    auto copy = table;
    auto pause = moment(isSilent);
    co_await pause;
    co_return copy;
}

Async<KeyDetails> ScriptedKeyReports::details(KeyId key)
{
    detailsAsked.append(key);
    Result<KeyDetails> answer = fail(Error::Kind::NotFound);
    if (table) {
        for (const auto &row : table->rows) {
            if (row.key.id == key)
                answer = scripted::keyDetails(row);
        }
    }
    auto pause = moment();
    co_await pause;
    co_return answer;
}

Async<RotationWatch> ScriptedKeyReports::watch(RotationId)
{
    Result<RotationWatch> answer = fail(Error::Kind::NotFound);
    if (rotation) {
        answer = scripted::rotationWatch(*rotation);
        answer->isQuiet = isQuiet;
    }
    auto pause = moment();
    co_await pause;
    co_return answer;
}

Async<Done> ScriptedKeyReports::label(QList<KeyId> keys, LabelChange change)
{
    labelled.append({keys, change});
    const auto error = labelError;
    auto pause = moment();
    co_await pause;
    if (error)
        co_return fail(*error);
    co_return Done();
}

Async<Done> ScriptedKeyReports::setRotationDays(KeyId key, std::optional<int> days)
{
    policies.append({key, days});
    auto pause = moment();
    co_await pause;
    co_return Done();
}

Async<int> ScriptedKeyReports::rotationDays()
{
    const auto days = table ? table->rotationDays : 0;
    auto pause = moment();
    co_await pause;
    co_return days;
}

Async<Done> ScriptedKeyReports::setWorkspaceRotationDays(int days)
{
    workspacePolicies.append(days);
    auto pause = moment();
    co_await pause;
    co_return Done();
}

Async<Done> ScriptedKeyService::change(KeyId key, KeyChange change)
{
    changes.append({key, change});
    auto copy = outcome;
    auto pause = moment();
    co_await pause;
    co_return copy;
}

Async<KeyId> ScriptedKeyService::create(AccountId account, KeyDraft draft)
{
    drafts.append({account, draft});
    auto copy = created;
    auto pause = moment();
    co_await pause;
    co_return copy;
}

Async<Done> ScriptedKeyService::remove(KeyId key)
{
    removed.append(key);
    auto copy = outcome;
    auto pause = moment();
    co_await pause;
    co_return copy;
}

Async<SecretBinding> ScriptedKeyService::match(AccountId, std::shared_ptr<const Secret>)
{
    auto copy = matched;
    auto pause = moment();
    co_await pause;
    co_return copy;
}

Async<Done> ScriptedKeyService::bind(KeyId key, std::shared_ptr<const Secret> secret)
{
    bound.append({key, secret->masked()});
    auto copy = outcome;
    auto pause = moment();
    co_await pause;
    co_return copy;
}

Async<Done> ScriptedKeyService::forget(KeyId key)
{
    forgotten.append(key);
    auto pause = moment();
    co_await pause;
    co_return Done();
}

Async<Done> ScriptedKeyService::test(KeyId key)
{
    proved.append(key);
    auto copy = tested;
    auto pause = moment();
    co_await pause;
    co_return copy;
}

Async<std::shared_ptr<const Secret>> ScriptedKeyService::secretOf(KeyId)
{
    co_return fail(Error::Kind::AppLocked);
}

Async<RotationId> ScriptedRotations::start(KeyId oldKey)
{
    calls.append(u"start %1"_s.arg(oldKey.value()));
    auto copy = outcome;
    auto pause = moment();
    co_await pause;
    if (!copy)
        co_return fail(copy.error());
    co_return RotationId(1);
}

Async<Done> ScriptedRotations::answer(QString call)
{
    calls.append(call);
    auto copy = outcome;
    auto pause = moment();
    co_await pause;
    co_return copy;
}

Async<Done> ScriptedRotations::proceed(RotationId rotation)
{
    return answer(u"proceed %1"_s.arg(rotation.value()));
}

Async<Done> ScriptedRotations::paste(RotationId rotation, std::shared_ptr<const Secret> secret)
{
    return answer(u"paste %1 %2"_s.arg(rotation.value()).arg(secret->masked()));
}

Async<Done> ScriptedRotations::confirmDeployed(RotationId rotation)
{
    return answer(u"deployed %1"_s.arg(rotation.value()));
}

Async<Done> ScriptedRotations::waitUntil(RotationId rotation, QDateTime moment)
{
    return answer(u"wait %1 %2"_s.arg(rotation.value()).arg(moment.toString(Qt::ISODate)));
}

Async<Done> ScriptedRotations::undoDisable(RotationId rotation)
{
    return answer(u"undo %1"_s.arg(rotation.value()));
}

Async<Done> ScriptedRotations::cancel(RotationId rotation)
{
    return answer(u"cancel %1"_s.arg(rotation.value()));
}

Async<std::shared_ptr<const Secret>> ScriptedRotations::newSecret(RotationId)
{
    co_return fail(Error::Kind::AppLocked);
}
