// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_playground.h"

#include <algorithm>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

auto moment(bool isSilent = false)
{
    return QCoro::sleepFor(isSilent ? std::chrono::hours(1) : std::chrono::milliseconds(1));
}

constexpr qsizetype PieceSize = 80;

bool hasText(const KeptRun &run, const QString &text)
{
    const QStringList places{run.line.accountName, run.line.keyName, run.line.requestedModel,
        run.line.servedModel, run.line.code, run.line.requestId, run.line.prompt, run.answer};
    return std::ranges::any_of(
        places, [&text](const auto &place) { return place.contains(text, Qt::CaseInsensitive); });
}

void forgetBodies(KeptRun &run)
{
    run.line.hasBodies = false;
    run.line.prompt.clear();
    run.answer.clear();
    run.request.system.clear();
    run.request.messages.clear();
    run.request.rawBody.clear();
    run.request.tools.clear();
    run.request.responseSchema.clear();
}

} // namespace

void ScriptedPlayground::reset()
{
    result = scripted::shipmentRun();
    byModel.clear();
    isHeld = false;
    waits = {};
    orders.clear();
    runs.clear();
    stopped = 0;
}

QCoro::Task<bool> ScriptedPlayground::tellText(qint64 run, QString text)
{
    for (qsizetype at = 0; at < text.size(); at += PieceSize) {
        const auto piece = text.mid(at, PieceSize);
        Q_EMIT textArrived(run, piece);
        auto pause = moment();
        co_await pause;
    }
    co_return true;
}

Async<PlaygroundRun> ScriptedPlayground::send(SendOrder order, std::stop_token stop, qint64 run)
{
    orders.append(order);
    runs.append(run);
    auto came = byModel.value(order.model, result);
    auto pause = moment();
    co_await pause;
    if (!came)
        co_return fail(came.error());
    for (qsizetype at = 0; at < came->sent.size(); ++at) {
        auto sent = came->sent.at(at);
        if (at > 0 && waits.count() > 0)
            Q_EMIT waiting(run, waits);
        Q_EMIT attemptStarted(run, int(at) + 1, sent.model);
        auto telling = tellText(run, sent.answer.text);
        co_await telling;
        while (isHeld && !stop.stop_requested()) {
            auto holding = moment();
            co_await holding;
        }
        if (stop.stop_requested())
            sent = came->sent[at] = scripted::stoppedOnItsWay(sent);
        Q_EMIT attemptEnded(run, sent);
    }
    if (stop.stop_requested()) {
        ++stopped;
        came->answer = came->sent.constLast().answer;
        came->end = RunEnd::Cancelled;
    }
    co_return came;
}

void ScriptedSendChoices::reset()
{
    known = scripted::sendAccounts();
    modelsError.reset();
    catalogues.clear();
    isSilent = false;
    asked = 0;
    modelsAsked.clear();
    asksAbove = {};
    guardError.reset();
}

SendKey &ScriptedSendChoices::key(int id)
{
    for (auto &account : *known) {
        for (auto &key : account.keys) {
            if (key.id == KeyId(id))
                return key;
        }
    }
    Q_UNREACHABLE();
}

Async<QList<SendAccount>> ScriptedSendChoices::accounts()
{
    ++asked;
    auto copy = known;
    auto pause = moment(isSilent);
    co_await pause;
    co_return copy;
}

Async<QList<ModelListing>> ScriptedSendChoices::models(AccountId account)
{
    modelsAsked.append(account);
    const auto error = modelsError;
    auto models = catalogues.contains(account) ? catalogues.value(account) : scripted::sendModels(account);
    auto pause = moment(isSilent);
    co_await pause;
    if (error)
        co_return fail(*error);
    co_return models;
}

Async<SendGuard> ScriptedSendChoices::guard()
{
    const auto held = asksAbove;
    auto pause = moment(isSilent);
    co_await pause;
    co_return held;
}

Async<Done> ScriptedSendChoices::setGuard(SendGuard guard)
{
    const auto error = guardError;
    auto pause = moment(isSilent);
    co_await pause;
    if (error)
        co_return fail(*error);
    asksAbove = guard;
    Q_EMIT changed();
    co_return Done{};
}

void ScriptedRunHistory::reset()
{
    kept.clear();
    known.clear();
    keeps = false;
    error.reset();
    asked.clear();
    m_lastId = 0;
}

Async<RunId> ScriptedRunHistory::add(SendOrder order, PlaygroundRun run)
{
    auto pause = moment();
    co_await pause;
    if (error)
        co_return fail(*error);
    auto added = scripted::keptRun(++m_lastId, order, run, keeps);
    if (!keeps)
        forgetBodies(added);
    kept.append(added);
    Q_EMIT changed();
    co_return added.line.id;
}

Async<QList<RunLine>> ScriptedRunHistory::lines(QString text, int most)
{
    asked.append(text);
    QList<RunLine> lines;
    for (auto one = kept.crbegin(); one != kept.crend() && lines.size() < most; ++one) {
        if (text.isEmpty() || hasText(*one, text))
            lines.append(one->line);
    }
    auto pause = moment();
    co_await pause;
    if (error)
        co_return fail(*error);
    co_return lines;
}

Async<KeptRun> ScriptedRunHistory::run(RunId id)
{
    const auto found = std::ranges::find_if(kept, [id](const auto &one) { return one.line.id == id; });
    Result<KeptRun> answer = fail(Error::Kind::NotFound);
    if (found != kept.end())
        answer = *found;
    auto pause = moment();
    co_await pause;
    if (error)
        co_return fail(*error);
    co_return answer;
}

Async<Done> ScriptedRunHistory::remove(RunId id)
{
    auto pause = moment();
    co_await pause;
    if (error)
        co_return fail(*error);
    kept.removeIf([id](const auto &one) { return one.line.id == id; });
    Q_EMIT changed();
    co_return Done();
}

Async<Done> ScriptedRunHistory::removeAll()
{
    auto pause = moment();
    co_await pause;
    if (error)
        co_return fail(*error);
    kept.clear();
    Q_EMIT changed();
    co_return Done();
}

Async<bool> ScriptedRunHistory::keepsBodies()
{
    auto pause = moment();
    co_await pause;
    if (error)
        co_return fail(*error);
    auto answer = keeps;
    co_return answer;
}

Async<Done> ScriptedRunHistory::setKeepsBodies(bool wanted)
{
    auto pause = moment();
    co_await pause;
    if (error)
        co_return fail(*error);
    keeps = wanted;
    if (!keeps)
        std::ranges::for_each(kept, forgetBodies);
    Q_EMIT changed();
    co_return Done();
}

Async<QList<Preset>> ScriptedRunHistory::presets()
{
    auto copy = known;
    std::ranges::sort(copy, {}, &Preset::name);
    auto pause = moment();
    co_await pause;
    if (error)
        co_return fail(*error);
    co_return copy;
}

Async<Done> ScriptedRunHistory::savePreset(Preset preset)
{
    auto pause = moment();
    co_await pause;
    if (error)
        co_return fail(*error);
    known.removeIf([&preset](const auto &one) { return one.name == preset.name; });
    known.append(preset);
    Q_EMIT presetsChanged();
    co_return Done();
}

Async<Done> ScriptedRunHistory::removePreset(QString name)
{
    auto pause = moment();
    co_await pause;
    if (error)
        co_return fail(*error);
    known.removeIf([&name](const auto &one) { return one.name == name; });
    Q_EMIT presetsChanged();
    co_return Done();
}

void ScriptedRequestLookUp::reset()
{
    found = scripted::shipmentBill();
    isSilent = false;
    asked.clear();
}

Async<FoundRequest> ScriptedRequestLookUp::find(AccountId account, QString id)
{
    asked.append({account, id});
    auto copy = found;
    auto pause = moment(isSilent);
    co_await pause;
    co_return copy;
}

void ScriptedSupportBundles::reset()
{
    text = u"Tollkeeper support bundle\n"_s;
    isSilent = false;
    asked.clear();
}

Async<QString> ScriptedSupportBundles::bundle(SendOrder, PlaygroundRun, bool hasPrompt)
{
    asked.append(hasPrompt);
    auto copy = text;
    auto pause = moment(isSilent);
    co_await pause;
    co_return copy;
}
