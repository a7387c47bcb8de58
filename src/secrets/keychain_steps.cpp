// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_steps.h"

#include "secrets/keychain_job.h"
#include "secrets/secret_service.h"

#include <QAbstractEventDispatcher>

#include <functional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

namespace {

Failure givenUp()
{
    return fail(Error::Kind::Cancelled, u"nobody waits for the keychain any more"_s);
}

//! libsecret answers through GLib's main loop: with another event loop its jobs never finish (trust.md 2.1).
bool doesLoopServeLibsecret()
{
    const auto *loop = QAbstractEventDispatcher::instance();
    return loop && QByteArrayView(loop->metaObject()->className()).contains("Glib");
}

//! What stands there, and whether a job may start. KWallet has no such question: there `openItems` is 1,
//! meaning "go and see".
Async<EntryFacts> look(Question question)
{
    const auto state = question->state;
    if (!state->isBackendSettled)
        state->backend = state->preferredBackend;
    if (state->backend != KeychainBackend::SecretService) {
        auto asking = isOnSessionBus(busNameOf(state->backend), state->limit);
        const auto isThere = co_await asking;
        if (!isThere)
            co_return fail(isThere.error());
        EntryFacts unknown;
        unknown.openItems = 1;
        if (*isThere)
            co_return unknown;
        if (state->backend == KeychainBackend::KWallet4)
            co_return fail(Error::Kind::KeychainMissing, busNameOf(state->backend) + u" is not on the bus"_s);
        if (state->isBackendSettled)
            co_return fail(Error::Kind::KeychainMissing, busNameOf(state->backend) + u" left the bus"_s);
        state->backend = KeychainBackend::SecretService; // as QtKeychain will choose
    }

    if (!doesLoopServeLibsecret())
        co_return fail(
            Error::Kind::KeychainFailed, u"Qt runs without GLib (QT_NO_GLIB), libsecret needs it"_s);
    auto looking = lookForEntry(state->service, question->user, state->limit);
    const auto facts = co_await looking;
    co_return facts;
}

//! Names what a job said. QtKeychain's codes do not tell locked from absent, so the keyring is asked once
//! more.
Async<Done> nameFailure(Question question, QKeychain::Error code, QString text)
{
    auto looking = look(question);
    const auto facts = co_await looking;
    if (!facts)
        co_return fail(facts.error());
    if (facts->isLocked || facts->lockedItems > 0)
        co_return fail(Error::Kind::KeychainLocked, text);

    switch (code) {
    case QKeychain::EntryNotFound:
        co_return fail(Error::Kind::SecretMissing, text);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        co_return fail(Error::Kind::KeychainDenied, text);
    case QKeychain::NoBackendAvailable:
        co_return fail(Error::Kind::KeychainMissing, text);
    default:
        co_return fail(Error::Kind::KeychainFailed, text);
    }
}

//! REQUIRES: it is the question's turn.
Async<Secret> readNow(Question question)
{
    question->state->isBackendSettled = true;
    auto reading = startReading(question->state->service, question->user);
    auto answer = co_await reading;
    if (answer.code == QKeychain::NoError && !answer.secret.isEmpty())
        co_return std::move(answer.secret);
    if (answer.code == QKeychain::NoError)
        co_return fail(Error::Kind::KeychainFailed, u"the keychain gave no usable key: "_s + answer.text);
    auto naming = nameFailure(question, answer.code, answer.text);
    const auto named = co_await naming;
    co_return fail(named.error());
}

//! Whether the entry is really gone: a locked keyring calls a deletion that did nothing a success.
Async<Done> confirmRemoval(Question question)
{
    if (question->state->backend != KeychainBackend::SecretService) {
        auto reading = readNow(question);
        const auto found = co_await reading;
        if (found)
            co_return fail(Error::Kind::KeychainFailed, u"still stored"_s);
        if (found.error().kind == Error::Kind::SecretMissing)
            co_return Done{};
        co_return fail(found.error());
    }

    auto looking = look(question);
    const auto facts = co_await looking;
    if (!facts)
        co_return fail(facts.error());
    if (facts->lockedItems > 0)
        co_return fail(Error::Kind::KeychainLocked, u"still stored, unlock to remove"_s);
    if (facts->openItems > 0)
        co_return fail(Error::Kind::KeychainFailed, u"still stored"_s);
    co_return Done{};
}

//! What is done once it is known what stands there.
template<typename T>
using Step = std::function<Async<T>(Question, EntryFacts)>;

//! Waits for the question's turn, looks what stands there, and does the step. The turn lasts until the step
//! has ended.
template<typename T>
Async<T> inTurn(Question question, Step<T> step)
{
    auto calling = question->state->turns->take();
    co_await calling;
    const Turn turn(question->state->turns);
    if (question->isOver())
        co_return givenUp();

    auto looking = look(question);
    const auto facts = co_await looking;
    if (!facts)
        co_return fail(facts.error());
    if (question->isOver())
        co_return givenUp();

    auto doing = step(question, *facts);
    auto done = co_await doing;
    co_return std::move(done);
}

// The steps that inTurn() does.

Async<Secret> readIfOpen(Question question, EntryFacts found)
{
    if (found.isLocked || (found.openItems == 0 && found.lockedItems > 0))
        co_return fail(Error::Kind::KeychainLocked, u"the keyring is locked"_s);
    if (found.openItems == 0)
        co_return fail(Error::Kind::SecretMissing, u"the keyring has no such entry"_s);

    auto reading = readNow(question);
    auto secret = co_await reading;
    co_return std::move(secret);
}

Async<Done> writeIfOpen(Question question, EntryFacts found, std::shared_ptr<const Secret> secret)
{
    if (found.isLocked)
        co_return fail(Error::Kind::KeychainLocked, u"the keyring is locked"_s);

    question->state->isBackendSettled = true;
    auto writing = startWriting(question->state->service, question->user, *secret);
    const auto written = co_await writing;
    if (written.code != QKeychain::NoError) {
        auto naming = nameFailure(question, written.code, written.text);
        const auto named = co_await naming;
        co_return fail(named.error());
    }
    if (question->isOver())
        co_return givenUp();

    auto reading = readNow(question);
    const auto stored = co_await reading;
    if (!stored)
        co_return fail(stored.error());
    if (stored->reveal() != secret->reveal())
        co_return fail(
            Error::Kind::KeychainFailed, u"the keychain gave back something else than was written"_s);
    co_return Done{};
}

Async<Done> removeIfOpen(Question question, EntryFacts found)
{
    if (found.isLocked || found.lockedItems > 0)
        co_return fail(Error::Kind::KeychainLocked, u"the keyring is locked, nothing was removed"_s);
    if (found.openItems == 0)
        co_return Done{};

    question->state->isBackendSettled = true;
    auto deleting = startDeleting(question->state->service, question->user);
    const auto deleted = co_await deleting;
    if (question->isOver())
        co_return givenUp();
    if (deleted.code != QKeychain::NoError && deleted.code != QKeychain::EntryNotFound) {
        auto naming = nameFailure(question, deleted.code, deleted.text);
        const auto named = co_await naming;
        co_return fail(named.error());
    }
    auto confirming = confirmRemoval(question);
    const auto confirmed = co_await confirming;
    co_return confirmed;
}

} // namespace

Async<Secret> readEntry(Question question)
{
    return inTurn<Secret>(std::move(question), readIfOpen);
}

Async<Done> writeEntry(Question question, std::shared_ptr<const Secret> secret)
{
    return inTurn<Done>(std::move(question), [secret = std::move(secret)](Question asked, EntryFacts found) {
        return writeIfOpen(std::move(asked), found, secret);
    });
}

Async<Done> removeEntry(Question question)
{
    return inTurn<Done>(std::move(question), removeIfOpen);
}

Async<Done> unlockKeyring(Question question)
{
    const auto state = question->state;
    if (state->isUnlocking)
        co_return fail(Error::Kind::KeychainWaiting, u"a prompt is open already"_s);
    state->isUnlocking = true;
    auto looking = look(question);
    const auto facts = co_await looking;
    if (!facts || !facts->isLocked) {
        state->isUnlocking = false;
        if (!facts)
            co_return fail(facts.error());
        co_return Done{};
    }
    auto unlocking = unlockDefaultCollection(state->limit);
    const auto unlocked = co_await unlocking;
    state->isUnlocking = false;
    co_return unlocked;
}

} // namespace tollkeeper
