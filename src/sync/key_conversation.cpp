// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/key_conversation.h"

#include "sync/key_comparison.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int MostPages = 100; // a gateway whose pages never end
constexpr auto Self = "self"_L1; // ApiKey::remoteId of a key without a name of its own

} // namespace

bool isNotThere(const Error &error)
{
    const auto status = error.httpStatus.value_or(0);
    return error.kind == Error::Kind::Rejected && (status == 404 || status == 410);
}

bool mayHaveHappened(const Error &error)
{
    const auto status = error.httpStatus.value_or(0);
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Timeout:
    case Error::Kind::TooLarge:
    case Error::Kind::NotAnApi:
    case Error::Kind::Protocol:
    case Error::Kind::Cancelled:
        return true;
    case Error::Kind::Rejected: // 408 and 409: another of the same is under way
        return status >= 500 || status == 408 || status == 409;
    default:
        return false;
    }
}

Async<HttpResponse> KeyConversation::ask(KeyLine line, HttpRequest request)
{
    auto asking = m_poll.exchange(line.connector, std::move(request), line.key, line.panel);
    auto exchange = co_await asking;
    auto response = std::move(exchange.response);
    co_return response;
}

Async<QString> KeyConversation::nameAtGateway(KeyLine line, QString remoteId)
{
    const auto *keys = line.connector->keyManagement();
    for (int page = 1; remoteId == Self && page <= MostPages; ++page) {
        auto request = keys->ownKeyRequest(line.account.baseUrl, page);
        if (!request)
            break;
        auto asking = ask(line, *std::move(request));
        const auto response = co_await asking;
        if (!response)
            co_return fail(response.error());
        const auto own = keys->readOwnKey(*response, page, line.key->fingerprint(), line.key->masked());
        if (!own)
            co_return fail(own.error());
        if (own->remoteId.isEmpty() && own->isLast)
            co_return fail(Error::Kind::NotFound, u"key"_s);
        if (!own->remoteId.isEmpty())
            remoteId = own->remoteId;
    }
    co_return remoteId;
}

Async<KeyFacts> KeyConversation::read(KeyLine line, QString name)
{
    const auto *keys = line.connector->keyManagement();
    auto request = keys->keyRequest(line.account.baseUrl, name);
    auto asking = ask(line, std::move(request));
    const auto response = co_await asking;
    if (!response)
        co_return fail(response.error());
    auto facts = keys->readKey(*response);
    co_return facts;
}

Async<KeyFacts> KeyConversation::change(KeyLine line, QString name, KeyChange wanted)
{
    auto request = line.connector->keyManagement()->changeRequest(line.account.baseUrl, name, wanted);
    if (!request)
        co_return fail(request.error());
    auto sending = ask(line, *std::move(request));
    const auto sent = co_await sending;
    auto reading = read(line, name);
    auto facts = co_await reading;
    if (!facts)
        co_return fail(sent ? facts.error() : sent.error());
    const auto missing = notShown(wanted, *facts);
    if (missing.isEmpty())
        co_return facts;
    co_return fail(sent ? Error{.kind = Error::Kind::NotApplied, .detail = missing} : sent.error());
}

Async<CreatedKey> KeyConversation::create(KeyLine line, KeyDraft draft, QByteArray idempotency)
{
    const auto *keys = line.connector->keyManagement();
    auto request = keys->createRequest(line.account.baseUrl, draft, idempotency);
    if (!request)
        co_return fail(request.error());
    auto sending = ask(line, *std::move(request));
    const auto response = co_await sending;
    if (!response)
        co_return fail(response.error());
    auto created = keys->readCreated(*response);
    co_return created;
}

Async<Done> KeyConversation::remove(KeyLine line, QString name)
{
    const auto *keys = line.connector->keyManagement();
    auto request = keys->deleteRequest(line.account.baseUrl, name);
    auto sending = ask(line, std::move(request));
    const auto response = co_await sending;
    const auto answer = response ? keys->readDeleted(*response) : Outcome(fail(response.error()));
    auto reading = read(line, name);
    const auto left = co_await reading;
    if (!left && (isNotThere(left.error()) || answer))
        co_return Done{};
    if (left && answer)
        co_return fail(Error::Kind::NotApplied, left->name);
    co_return answer;
}

Async<Done> KeyConversation::prove(KeyLine line, std::shared_ptr<const Secret> secret)
{
    PollContext context;
    context.purpose = PollPurpose::Test;
    context.now = m_clock.now();
    context.keyFingerprint = secret->fingerprint();
    context.keyMasked = secret->masked();
    auto polling = m_poll.run(line.connector, line.account.baseUrl, secret, context);
    const auto answer = co_await polling;
    if (!answer.facts)
        co_return fail(answer.facts.error());
    co_return Done{};
}

} // namespace tollkeeper
