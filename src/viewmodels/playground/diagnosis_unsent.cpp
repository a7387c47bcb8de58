// SPDX-License-Identifier: GPL-3.0-or-later
// What to do about a request that never went out.
#include "base/translation_contexts.h"
#include "viewmodels/playground/diagnosis.h"
#include "viewmodels/variants.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

StepRow sendStep(const QString &title)
{
    return {title, {}, texts::Playground::tr("Send again"), u"sendAgain"_s};
}

StepRow keyStep(const QString &title, const RunPlace &place)
{
    if (!place.isKeyKnown)
        return {title, {}, {}, {}};
    return {title, {}, texts::Playground::tr("Open key"), u"openKey"_s};
}

//! What stands in the way, and how to get it out of there.
StepRow firstStep(const Error &error, const RunPlace &place)
{
    switch (error.kind) {
    case Error::Kind::KeychainLocked:
        return sendStep(texts::Playground::tr("Unlock the keyring, then send it again"));
    case Error::Kind::KeychainDenied:
        return sendStep(texts::Playground::tr("Allow Tollkeeper in the keychain, then send it again"));
    case Error::Kind::KeychainWaiting:
        return sendStep(texts::Playground::tr("Answer the keychain's question, then send it again"));
    case Error::Kind::KeychainMissing:
    case Error::Kind::KeychainFailed:
        return sendStep(texts::Playground::tr("Check the keychain, then send it again"));
    case Error::Kind::SecretMissing:
    case Error::Kind::SecretMismatch:
        return keyStep(texts::Playground::tr("Enter the key again"), place);
    case Error::Kind::AppLocked:
        return keyStep(texts::Playground::tr("Unlock secrets on the Keys page"), place);
    case Error::Kind::InvalidInput:
    case Error::Kind::NotFound:
    case Error::Kind::NotOffered:
        return {texts::Playground::tr("Change the request, its account or its key"), {},
            texts::Playground::tr("Edit request"), u"edit"_s};
    default:
        return sendStep(texts::Playground::tr("Send it again"));
    }
}

} // namespace

QVariantList unsentSteps(const Error &error, const RunPlace &place)
{
    if (error.kind == Error::Kind::Cancelled)
        return {};
    QList<StepRow> rows{firstStep(error, place)};
    if (error.kind == Error::Kind::SecretMissing && !place.otherKey.isEmpty())
        rows.append(switchKeyStep(place));
    if (rows.constFirst().action != u"sendAgain")
        rows.append(sendStep(texts::Playground::tr("Send it again")));
    return variants(rows);
}

} // namespace tollkeeper
