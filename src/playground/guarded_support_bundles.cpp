// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/guarded_support_bundles.h"

#include "gateways/registry.h"
#include "playground/bundle_source.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

BundleFacts factsOf(const BundleSource &source, const QString &program, bool hasPrompt)
{
    const auto dialect = dialectFor(source.gateway);
    return {source.accountName, dialect ? dialect->displayName : source.gateway, source.keyEnding, program,
        hasPrompt};
}

//! Takes seconds where an answer is long, so it has a thread of its own and nothing but copies. What is told
//! is what was scanned: no bundle comes out of here another way.
Result<QString> scannedBundle(const PlaygroundRun &run, const BundleFacts &facts,
    const std::vector<std::shared_ptr<const Secret>> &secrets)
{
    auto text = supportBundle(run, facts);
    if (const auto leaks = leaksIn(text, run, facts, secrets); !leaks.isEmpty())
        return fail(Error::Kind::Leak, leaks.join(u", "_s));
    return text;
}

} // namespace

GuardedSupportBundles::GuardedSupportBundles(
    Storage &storage, SecretStore &secrets, QString program, QObject *parent)
    : SupportBundles(parent), m_storage(storage), m_secrets(secrets), m_program(std::move(program))
{
}

//! A key that cannot be read now is not looked for; whatever has its form is found nevertheless.
QCoro::Task<GuardedSupportBundles::Secrets> GuardedSupportBundles::heldSecrets(QStringList names)
{
    Secrets held;
    for (const auto &name : names) {
        auto reading = m_secrets.read(name);
        auto secret = co_await reading;
        if (secret)
            held.push_back(std::make_shared<const Secret>(*std::move(secret)));
        else if (secret.error().kind == Error::Kind::KeychainWaiting)
            break; // each further question would wait as long
    }
    co_return held;
}

Async<QString> GuardedSupportBundles::bundle(SendOrder order, PlaygroundRun run, bool hasPrompt)
{
    auto reading = readBundleSource(m_storage, order.account, order.key);
    const auto source = co_await reading;
    if (!source)
        co_return fail(source.error());
    auto asking = heldSecrets(source->secretNames);
    const auto secrets = co_await asking;
    const auto facts = factsOf(*source, m_program, hasPrompt);
    auto writing = QtConcurrent::run(scannedBundle, run, facts, secrets);
    auto bundle = co_await writing;
    co_return bundle;
}

} // namespace tollkeeper
