// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/key_words.h"

#include "base/translation_contexts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString obstacleWords(const QString &obstacle)
{
    if (obstacle == u"management")
        return texts::Explain::tr(
            "This gateway lets only a management key do that, and this account has an ordinary one. "
            "Nothing was changed. Add an account with a management key, or use the gateway's own page.");
    if (obstacle == u"panel")
        return texts::Explain::tr(
            "This gateway lets only a panel login do that. Nothing was changed. Log in to the panel "
            "first, or use the gateway's own page.");
    return texts::Explain::tr(
        "This gateway does not let that be done from here. Nothing was changed. Use the gateway's own "
        "page.");
}

Explanation notApplied(const QString &standing)
{
    const auto sentence = texts::Explain::tr(
        "The gateway took the change but does not show it. What it shows now stays as it "
        "is. Look at the gateway's own page before you try again.");
    //: %1 is a value of the key, such as a cap
    return {texts::Explain::tr("The change did not take hold"),
        standing.isEmpty() ? sentence
                           : sentence + QChar(u' ') + texts::Explain::tr("It says: “%1”").arg(standing)};
}

} // namespace

Explanation explainKey(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotApplied:
        return notApplied(error.detail);
    case Error::Kind::NotOffered:
        return {texts::Explain::tr("Not possible from here"), obstacleWords(error.detail)};
    case Error::Kind::SecretMismatch:
        return {texts::Explain::tr("That secret is another key's"),
            texts::Explain::tr("The gateway's list says that this secret belongs to another key, so it was "
                               "not kept. Nothing "
                               "was changed. Choose the key it belongs to.")};
    case Error::Kind::Busy:
        return {texts::Explain::tr("Something else is under way"),
            texts::Explain::tr(
                "Something else is under way there, so nothing was begun. Nothing was changed. Finish or "
                "cancel "
                "that first.")};
    case Error::Kind::TooEarly:
        return {texts::Explain::tr("It is too early for that"),
            texts::Explain::tr(
                "An old key stays disabled for some days before it is deleted, so that disabling can be "
                "undone. "
                "Nothing was changed. Wait, or undo it.")};
    default:
        return {texts::Explain::tr("Secrets are locked"),
            texts::Explain::tr(
                "Secrets are locked in this window. Nothing was changed, and polling goes on. Unlock them "
                "first.")};
    }
}

} // namespace tollkeeper
