// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret_prompt.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

namespace {

const auto Service = u"org.freedesktop.secrets"_s;
const auto PromptInterface = u"org.freedesktop.Secret.Prompt"_s;

} // namespace

OneShot<Outcome> SecretPrompt::show(const QString &path, std::chrono::milliseconds limit)
{
    auto *prompt = new SecretPrompt;
    const auto answered = prompt->m_answer;
    QTimer::singleShot(limit, prompt,
        [prompt] { prompt->answer(fail(Error::Kind::KeychainWaiting, u"the prompt was not answered"_s)); });

    // Listen before asking: the answer may come with the reply.
    auto bus = QDBusConnection::sessionBus();
    const bool isListening = bus.connect(
        Service, path, PromptInterface, u"Completed"_s, prompt, SLOT(complete(bool, QDBusVariant)));
    if (!isListening) {
        prompt->answer(fail(Error::Kind::KeychainFailed, u"cannot listen to the prompt"_s));
        return answered;
    }

    auto message = QDBusMessage::createMethodCall(Service, path, PromptInterface, u"Prompt"_s);
    message << QString(); // the window it belongs to: unknown here
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, int(limit.count())), prompt);
    connect(watcher, &QDBusPendingCallWatcher::finished, prompt, [prompt](QDBusPendingCallWatcher *done) {
        if (done->isError())
            prompt->answer(fail(Error::Kind::KeychainFailed, done->error().message()));
    });
    return answered;
}

void SecretPrompt::complete(bool isDismissed, const QDBusVariant &)
{
    if (isDismissed)
        answer(fail(Error::Kind::KeychainLocked, u"the prompt was dismissed"_s));
    else
        answer(Done{});
}

void SecretPrompt::answer(Outcome outcome)
{
    deleteLater();
    m_answer.give(std::move(outcome));
}

} // namespace tollkeeper
