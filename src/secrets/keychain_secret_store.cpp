// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_secret_store.h"

#include "secrets/keychain_steps.h"

#include <QPointer>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

namespace {

template<typename T>
Async<T> whenGiven(OneShot<Result<T>> answer)
{
    auto given = co_await answer;
    co_return std::move(given);
}

Async<Done> refuseEmpty()
{
    co_return fail(Error::Kind::InvalidInput, u"key is empty"_s);
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service, Patience patience, QObject *parent)
    : SecretStore(parent), m_patience(patience), m_state(std::make_shared<KeychainState>())
{
    m_state->service = std::move(service);
    m_state->limit = patience.untilGivenUp;
    m_state->preferredBackend = keychainBackendFor(QProcessEnvironment::systemEnvironment());
    m_state->backend = m_state->preferredBackend;
}

KeychainSecretStore::~KeychainSecretStore()
{
    m_state->turns->close();
}

//! Answers with what `working` says or, when patience ends first, with KeychainWaiting. `working` goes on
//! alone.
template<typename T>
Async<T> KeychainSecretStore::answerInTime(std::shared_ptr<KeychainQuestion> question, Async<T> working)
{
    const OneShot<Result<T>> answer;
    const QPointer<QObject> timers = new QObject(this);
    QTimer::singleShot(m_patience.untilSaid, timers, [this, question] {
        if (!question->user.isEmpty()) // unlock() waits for a person in front of a prompt
            Q_EMIT waiting(question->user);
    });
    QTimer::singleShot(m_patience.untilGivenUp, timers, [timers, question, answer] {
        timers->deleteLater();
        question->giveUp();
        answer.give(fail(Error::Kind::KeychainWaiting, u"the keyring did not answer in time"_s));
    });
    working.then([timers, question, answer](Result<T> result) {
        if (question->isOver())
            return;
        question->giveUp();
        delete timers.data();
        answer.give(std::move(result));
    });
    return whenGiven<T>(answer);
}

Async<Secret> KeychainSecretStore::read(QString user)
{
    const auto question = std::make_shared<KeychainQuestion>(m_state, user);
    return answerInTime<Secret>(question, readEntry(question));
}

Async<Done> KeychainSecretStore::write(QString user, std::shared_ptr<const Secret> secret)
{
    if (!secret || secret->isEmpty())
        return refuseEmpty();
    const auto question = std::make_shared<KeychainQuestion>(m_state, user);
    return answerInTime<Done>(question, writeEntry(question, std::move(secret)));
}

Async<Done> KeychainSecretStore::remove(QString user)
{
    const auto question = std::make_shared<KeychainQuestion>(m_state, user);
    return answerInTime<Done>(question, removeEntry(question));
}

Async<Done> KeychainSecretStore::unlock()
{
    const auto question = std::make_shared<KeychainQuestion>(m_state, QString());
    return answerInTime<Done>(question, unlockKeyring(question));
}

QString KeychainSecretStore::backendName() const
{
    return productNameOf(m_state->backend);
}

} // namespace tollkeeper
