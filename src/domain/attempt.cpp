// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/attempt.h"

namespace tollkeeper {
namespace {

//! "Z.AI" in an answer is "z-ai" in a request.
QString plainName(const QString &name)
{
    QString plain;
    for (const auto c : name.toCaseFolded()) {
        if (c.isLetterOrNumber())
            plain.append(c);
    }
    return plain;
}

bool areTheSame(const Attempt &a, const Attempt &b)
{
    if (a.origin != b.origin || (a.status && b.status && a.status != b.status))
        return false;
    if (a.provider.isEmpty() || b.provider.isEmpty())
        return a.status.has_value() && a.status == b.status;
    return plainName(a.provider) == plainName(b.provider);
}

void fillIn(Attempt &known, const Attempt &more)
{
    if (known.provider.isEmpty())
        known.provider = more.provider;
    if (known.model.isEmpty())
        known.model = more.model;
    if (known.reason.isEmpty())
        known.reason = more.reason;
    if (!known.status && more.status) {
        known.status = more.status;
        known.outcome = more.outcome;
    }
    if (!known.latencyMs)
        known.latencyMs = more.latencyMs;
}

} // namespace

QList<Attempt> joinedAttempts(QList<Attempt> known, const QList<Attempt> &more)
{
    qsizetype from = 0;
    for (const auto &attempt : more) {
        auto at = from;
        while (at < known.size() && !areTheSame(known.at(at), attempt))
            ++at;
        if (at < known.size())
            fillIn(known[at], attempt);
        else
            known.insert(at = from, attempt);
        from = at + 1;
    }
    return known;
}

} // namespace tollkeeper
