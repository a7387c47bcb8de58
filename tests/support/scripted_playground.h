// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/playground_service.h"
#include "playground/request_look_up.h"
#include "playground/run_history.h"
#include "playground/send_choices.h"
#include "playground/support_bundles.h"

#include <QCoroTimer>
#include <QHash>

// The Playground of an invented company on 18 June 2026, 14:32 UTC, and services that answer what the test
// wrote down, a moment later, as real ones would.

namespace scripted {

inline constexpr int StagingKey = 10; //!< "support-chat-staging": $31.66 left of $60
inline constexpr int SandboxKey = 11; //!< "apac-sandbox-dev": nothing left of ¥70
inline constexpr int ApacChatKey = 5; //!< "apac-chat-prod", ToRouter's own: ¥5,625.65 left

//! OpenRouter · main, ToRouter · apac, Chuizi.AI · lab (its figures are old), LiteLLM · on-prem.
[[nodiscard]] QList<tollkeeper::SendAccount> sendAccounts();
//! The catalogue of an account; empty of the fourth.
[[nodiscard]] QList<tollkeeper::ModelListing> sendModels(tollkeeper::AccountId account);

//! To OpenRouter: claude-sonnet-4.5, then claude-opus-4.7, then gpt-5.
[[nodiscard]] tollkeeper::SendOrder shipmentOrder();
//! A fallback model answered after two failed attempts: 1,182 + 386 tokens, $0.01556, 9.84 s.
[[nodiscard]] tollkeeper::PlaygroundRun shipmentRun();
//! A status of 200 and a stream that breaks off after 214 tokens.
[[nodiscard]] tollkeeper::PlaygroundRun brokenOffRun();
//! The same, stopped by the person on its way: it has no end, and the provider asked last has not served.
[[nodiscard]] tollkeeper::SentRequest stoppedOnItsWay(tollkeeper::SentRequest sent);
//! To ToRouter with the key whose cap is used up.
[[nodiscard]] tollkeeper::SendOrder quotaOrder();
//! Refused at the gateway: API_KEY_QUOTA_EXHAUSTED.
[[nodiscard]] tollkeeper::PlaygroundRun quotaRun();

//! Of the row that a run leaves in a history.
[[nodiscard]] tollkeeper::KeptRun keptRun(
    qint64 id, const tollkeeper::SendOrder &order, const tollkeeper::PlaygroundRun &run, bool hasBodies);
//! What the gateway's bill says of shipmentRun().
[[nodiscard]] tollkeeper::FoundRequest shipmentBill();

} // namespace scripted

//! Sends nothing. Tells of every POST of the run it is to answer with, and of its text in a few pieces.
class ScriptedPlayground : public tollkeeper::PlaygroundService {
public:
    void reset();

    //! What comes of an order; of some models by `byModel`. Told with the model that was asked for.
    tollkeeper::Result<tollkeeper::PlaygroundRun> result = scripted::shipmentRun();
    QHash<QString, tollkeeper::Result<tollkeeper::PlaygroundRun>> byModel;
    bool isHeld = false; //!< says its text and does not end until it is let go or stopped
    std::chrono::milliseconds waits{}; //!< told between two POSTs; 0: nothing is told
    QList<tollkeeper::SendOrder> orders;
    QList<qint64> runs; //!< the number each order came with
    int stopped = 0;

    tollkeeper::Async<tollkeeper::PlaygroundRun> send(
        tollkeeper::SendOrder order, std::stop_token stop, qint64 run) override;

private:
    QCoro::Task<bool> tellText(qint64 run, QString text);
};

class ScriptedSendChoices : public tollkeeper::SendChoices {
public:
    void reset();

    tollkeeper::Result<QList<tollkeeper::SendAccount>> known = scripted::sendAccounts();
    std::optional<tollkeeper::Error> modelsError;
    QHash<tollkeeper::AccountId, QList<tollkeeper::ModelListing>> catalogues; //!< before the scripted ones
    bool isSilent = false; //!< asked, it does not come back
    int asked = 0;
    QList<tollkeeper::AccountId> modelsAsked;

    tollkeeper::Async<QList<tollkeeper::SendAccount>> accounts() override;
    tollkeeper::SendGuard asksAbove;
    std::optional<tollkeeper::Error> guardError; //!< of changing it

    tollkeeper::Async<QList<tollkeeper::ModelListing>> models(tollkeeper::AccountId account) override;
    tollkeeper::Async<tollkeeper::SendGuard> guard() override;
    tollkeeper::Async<tollkeeper::Done> setGuard(tollkeeper::SendGuard guard) override;

    //! The key of an account, to be changed; then `changed`.
    [[nodiscard]] tollkeeper::SendKey &key(int id);
};

//! Keeps runs and presets in memory, by the rules of the real one.
class ScriptedRunHistory : public tollkeeper::RunHistory {
public:
    void reset();

    QList<tollkeeper::KeptRun> kept; //!< oldest first
    QList<tollkeeper::Preset> known;
    bool keeps = false; //!< bodies
    std::optional<tollkeeper::Error> error; //!< of everything
    QStringList asked; //!< texts of lines()

    tollkeeper::Async<tollkeeper::RunId> add(
        tollkeeper::SendOrder order, tollkeeper::PlaygroundRun run) override;
    tollkeeper::Async<QList<tollkeeper::RunLine>> lines(QString text, int most) override;
    tollkeeper::Async<tollkeeper::KeptRun> run(tollkeeper::RunId id) override;
    tollkeeper::Async<tollkeeper::Done> remove(tollkeeper::RunId id) override;
    tollkeeper::Async<tollkeeper::Done> removeAll() override;
    tollkeeper::Async<bool> keepsBodies() override;
    tollkeeper::Async<tollkeeper::Done> setKeepsBodies(bool keeps) override;
    tollkeeper::Async<QList<tollkeeper::Preset>> presets() override;
    tollkeeper::Async<tollkeeper::Done> savePreset(tollkeeper::Preset preset) override;
    tollkeeper::Async<tollkeeper::Done> removePreset(QString name) override;

private:
    qint64 m_lastId = 0;
};

class ScriptedRequestLookUp : public tollkeeper::RequestLookUp {
public:
    void reset();

    tollkeeper::Result<tollkeeper::FoundRequest> found = scripted::shipmentBill();
    bool isSilent = false;
    QList<std::pair<tollkeeper::AccountId, QString>> asked;

    tollkeeper::Async<tollkeeper::FoundRequest> find(tollkeeper::AccountId account, QString id) override;
};

class ScriptedSupportBundles : public tollkeeper::SupportBundles {
public:
    void reset();

    tollkeeper::Result<QString> text = QStringLiteral("Tollkeeper support bundle\n");
    bool isSilent = false;
    QList<bool> asked; //!< with the prompt or without, in order

    tollkeeper::Async<QString> bundle(
        tollkeeper::SendOrder order, tollkeeper::PlaygroundRun run, bool hasPrompt) override;
};
