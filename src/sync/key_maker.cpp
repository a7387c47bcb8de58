// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/key_maker.h"

#include "base/crash_point.h"
#include "sync/key_comparison.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

QCoro::Task<Making> KeyMaker::make(KeyLine line, KeyDraft draft, QByteArray idempotency, QString secretName)
{
    const auto parts = line.connector->keyManagement()->partsOf(draft);
    auto creating = m_conversation.create(line, parts.now, idempotency);
    const auto created = co_await creating;
    if (!created) {
        Making failed{fail(created.error()), mayHaveHappened(created.error())};
        co_return failed;
    }
    crashPoint("rotation_after_create_request");
    auto writing = m_secrets.write(secretName, created->secret);
    const auto written = co_await writing;
    crashPoint("rotation_after_secret");
    Result<KeyFacts> facts = created->facts;
    if (!written) {
        facts = fail(written.error());
    } else {
        auto completing = complete(line, created->facts, draft, parts);
        facts = co_await completing;
    }
    if (facts) {
        Making making{MadeKey{*facts, created->secret->masked(), created->secret->fingerprint()}};
        co_return making;
    }
    auto undoing = unmake(line, created->facts.remoteId, secretName);
    const auto undone = co_await undoing;
    Making failed{fail(facts.error()), !undone};
    co_return failed;
}

//! What the draft asks for and the making could not give; then the whole is held against the draft.
Async<KeyFacts> KeyMaker::complete(KeyLine line, KeyFacts made, KeyDraft draft, KeyDraftParts parts)
{
    Result<KeyFacts> facts = made;
    if (parts.then) {
        auto changing = m_conversation.change(line, made.remoteId, *parts.then);
        facts = co_await changing;
    }
    if (!facts)
        co_return facts;
    const auto missing = notShown(draft, *facts);
    if (!missing.isEmpty())
        co_return fail(Error::Kind::NotApplied, missing);
    co_return facts;
}

Async<Done> KeyMaker::unmake(KeyLine line, QString name, QString secretName)
{
    auto deleting = m_conversation.remove(line, name);
    const auto deleted = co_await deleting;
    auto removing = m_secrets.remove(secretName);
    const auto removed = co_await removing;
    co_return deleted ? removed : deleted;
}

} // namespace tollkeeper
