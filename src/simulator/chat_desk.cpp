// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_desk.h"

#include "simulator/catalogue.h"
#include "simulator/chance.h"
#include "simulator/chat_forms.h"
#include "simulator/chat_gates.h"
#include "simulator/chat_headers.h"
#include "simulator/chat_refusals.h"
#include "simulator/chat_twists.h"
#include "simulator/json_answer.h"
#include "simulator/openrouter_parts.h"
#include "simulator/request_ids.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

QByteArray hex(quint64 draw, int count)
{
    QByteArray digits;
    for (quint64 part = 0; digits.size() < count; ++part)
        digits += QByteArray::number(chance({draw, part}), 16).rightJustified(16, '0');
    return digits.left(count);
}

//! What each gateway calls a body it cannot use.
const Failure &badBody(Place place)
{
    return failure(place, "400");
}

//! What a name means where nothing is known of it.
NamedModel unknownModel(const QString &name)
{
    return {name, 0, {}, u"direct"_s};
}

Answer noSuchFailure(const QByteArray &code)
{
    return jsonAnswer({{u"simulator"_s, u"this gateway has no failure "_s + QString::fromLatin1(code)}}, 501);
}

Answer page()
{
    return {.status = 502,
        .body = "<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>",
        .contentType = "text/html"};
}

} // namespace

ChatDesk::ChatDesk(const Visit &visit, Place place, ChatRoute route)
    : m_visit(visit)
    , m_place(place)
    , m_route(std::move(route))
    , m_draw(visit.changing->nextDraw())
    , m_letters(hex(m_draw, 24))
    , m_id(requestId(place, visit.now.toMSecsSinceEpoch(), m_draw))
{
}

Answer ChatDesk::answer()
{
    const auto admitted = admission(m_visit, m_place, m_route.protocol);
    m_key = admitted.key;
    if (admitted.failure)
        return refused(admitted.failure, admitted.message);
    auto wish = wishIn(m_visit.asked, m_route.protocol, m_route.model);
    if (!wish)
        return refused(&badBody(m_place), wish.error());
    m_wish = std::move(*wish);
    if (m_route.protocol == Protocol::Gemini) {
        m_wish.stream = m_route.streams;
        m_wish.asEvents = m_route.asEvents;
    }
    return serve();
}

Answer ChatDesk::serve()
{
    auto chosen = m_visit.chosen.take(m_visit.asked, m_key->text);
    auto names = QStringList{m_wish.model};
    if (movesOn())
        names += m_wish.fallbacks;
    m_asked = unknownModel(m_wish.model);
    for (const auto &name : names) {
        if (auto answer = tried(name, std::exchange(chosen, std::nullopt)))
            return std::move(*answer);
    }
    return refused(m_tries.back().failure, m_lastMessage);
}

std::optional<Answer> ChatDesk::tried(const QString &name, const std::optional<ChosenScenario> &chosen)
{
    const auto model = modelMeant(m_visit, m_place, *m_key, name);
    if (!model) {
        fail({}, unknownModel(name), model.error().failure, model.error().message);
        return std::nullopt;
    }
    if (m_tries.empty())
        m_asked = *model;
    const auto providers = providersFor(m_place, *m_key, *model, m_wish.provider);
    const auto refusal = providers ? tooMuchToAskFor(*model) : std::optional(providers.error());
    if (refusal) {
        fail({}, *model, refusal->failure, refusal->message);
        return std::nullopt;
    }
    const auto scenario = chosen ? *chosen : model->scenario.value_or(ChosenScenario());
    const auto *failure = scenario.code.isEmpty() ? nullptr : failureNamed(m_place, scenario.code);
    if (!scenario.code.isEmpty() && !failure)
        return noSuchFailure(scenario.code);
    auto twist = scenario.twist();
    if (!m_wish.stream && failsWithoutStream(twist))
        twist = Twist::Fail;
    if (twist == Twist::Fail || twist == Twist::AllFail) {
        if (twist == Twist::AllFail)
            addTriesBefore(*model);
        fail(providers->first(), *model, failure);
        return std::nullopt;
    }
    if (auto instead = insteadOfAnswer(*model, providers->first(), twist, failure))
        return instead;
    return served(*model, *providers, twist, failure);
}

std::optional<Answer> ChatDesk::insteadOfAnswer(
    const NamedModel &model, const QString &provider, Twist twist, const Failure *failure)
{
    switch (twist) {
    case Twist::Hang:
        return Answer{.delayMs = HangMs, .close = true};
    case Twist::Drop:
        return Answer{.close = true};
    case Twist::Reset:
        return Answer{.reset = true};
    case Twist::Html:
        return page();
    case Twist::FailInBody: {
        fail(provider, model, failure);
        auto answer = refused(failure);
        answer.status = 200;
        return answer;
    }
    default:
        return std::nullopt;
    }
}

Answer ChatDesk::served(
    const NamedModel &model, const QStringList &providers, Twist twist, const Failure *failure)
{
    auto turn = blankTurn(model, twist);
    turn.provider = providers.first();
    if (twist == Twist::OtherModel) {
        turn.served = otherModel(m_place, model);
        turn.provider = providersFor(m_place, *m_key, turn.served, {})->first();
    }
    if (twist == Twist::FallBack)
        addTriesBefore(model);
    m_tries.push_back({turn.provider, turn.served.name, turn.served.index});
    turn.tries = m_tries;
    fillIn(turn, m_draw);
    const auto outcome = outcomeOf(turn);
    if (outcome == RequestOutcome::Failed)
        makeFree(turn);
    auto answer = presented(turn, failure);
    addHeaders(answer, turn, m_visit, *m_key);
    if (outcome == RequestOutcome::Incomplete)
        halve(turn);
    auto row = rowOf(turn, outcome);
    row.endpoint = m_visit.path;
    m_visit.changing->post(*m_key, std::move(row));
    return answer;
}

Turn ChatDesk::blankTurn(const NamedModel &model, Twist twist) const
{
    auto served = model;
    const bool rewritesNames = m_place != Place::OpenRouter && m_place != Place::Chuizi;
    if (rewritesNames && m_tries.empty())
        served.name = m_wish.model;
    const auto wantsTries = m_visit.asked.header("X-OpenRouter-Metadata")
        + m_visit.asked.header("X-OpenRouter-Experimental-Metadata");
    return {.place = m_place,
        .dialect = m_key->account().dialect,
        .wish = m_wish,
        .twist = twist,
        .id = m_id,
        .letters = m_letters,
        .momentMs = m_visit.now.toMSecsSinceEpoch(),
        .asked = m_asked,
        .served = served,
        .tellsTries = wantsTries.toLower().startsWith("enabled")};
}

//! Two providers that were tried first.
void ChatDesk::addTriesBefore(const NamedModel &model)
{
    const bool tellsProviders = m_place == Place::OpenRouter;
    fail(tellsProviders ? u"Together"_s : QString(), model, failureNamed(m_place, "429"));
    fail(tellsProviders ? u"Fireworks"_s : QString(), model, failureNamed(m_place, "503"));
}

//! Whoever fails is not paid, and no gateway lists it.
void ChatDesk::fail(
    const QString &provider, const NamedModel &model, const Failure *failure, const QString &message)
{
    m_tries.push_back({provider, model.name, model.index, failure});
    m_lastMessage = message;
}

//! OpenRouter sets aside what the longest answer would cost.
std::optional<NoModel> ChatDesk::tooMuchToAskFor(const NamedModel &model) const
{
    if (m_place != Place::OpenRouter || !m_wish.maxTokens)
        return std::nullopt;
    const auto left = openrouter::usageAndLimits(*m_key, m_visit.now)[u"limit_remaining"_s];
    const auto nanos = models()[model.index].completionNanos;
    if (!left.isDouble() || models()[model.index].free
        || static_cast<double>(*m_wish.maxTokens) * static_cast<double>(nanos) <= left.toDouble() * 1e9)
        return std::nullopt;
    const auto affordable = static_cast<qint64>(left.toDouble() * 1e9 / static_cast<double>(nanos));
    return NoModel{&failure(m_place, "openrouter_key_limit"),
        u"You requested up to %1 tokens, but can only afford %2"_s.arg(*m_wish.maxTokens).arg(affordable)};
}

Answer ChatDesk::refused(const Failure *failure, const QString &message) const
{
    const auto ofOpenAi = models()[m_asked.index].vendor == u"openai"_s;
    const bool reachedProvider = !m_tries.empty() && failure->status != 400 && failure->status != 401;
    Refused what{.place = m_place,
        .dialect = m_key ? m_key->account().dialect : Dialect::Current,
        .protocol = m_route.protocol,
        .failure = failure,
        .message = message,
        .model = m_wish.model,
        .ofOpenAiGroup = ofOpenAi};
    if (m_tries.size() > 1)
        what.earlier.assign(m_tries.begin(), std::prev(m_tries.end()));
    if (m_place == Place::NewApi)
        what.generationId = m_letters;
    else if (reachedProvider)
        what.generationId = m_id;
    auto answer = refusal(what);
    if (m_place == Place::OpenRouter && reachedProvider && failure->status != 500) {
        auto turn = blankTurn(m_asked, Twist::None);
        turn.tries = m_tries;
        auto body = *objectIn(answer.body);
        if (turn.tellsTries)
            body[u"openrouter_metadata"_s] = routerMetadata(turn, true);
        answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    addRefusalHeaders(answer, m_place, m_visit, m_letters);
    return answer;
}

bool ChatDesk::movesOn() const
{
    return m_place == Place::OpenRouter || m_place == Place::LiteLlm;
}

std::optional<Answer> chatAnswer(const Visit &visit, Place place)
{
    auto route = chatRoute(visit, place);
    if (!route)
        return std::nullopt;
    return ChatDesk(visit, place, std::move(*route)).answer();
}

} // namespace tollkeeper::simulator
