// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/lock_words.h"

#include "base/translation_contexts.h"

namespace tollkeeper {
namespace {

QString obstacleWords(const QString &obstacle)
{
    if (obstacle == u"agent")
        return texts::Lock::tr(
            "No program of this session asks for passwords, so a lock could not be opened again. Start "
            "your desktop's authentication agent (polkit), then try again.");
    if (obstacle == u"policy")
        return texts::Lock::tr(
            "The system does not know Tollkeeper's lock, because its policy file is not installed. "
            "Install Tollkeeper from its package, or put org.tollkeeper.policy into "
            "/usr/share/polkit-1/actions.");
    if (obstacle == u"refused")
        return texts::Lock::tr(
            "The rules of this system let nobody unlock keys here, so a lock could not be opened "
            "again. Ask whoever looks after this computer.");
    return texts::Lock::tr(
        "The system service that asks for passwords (polkit) does not run, so a lock could not be "
        "opened again. Install or start it, then try again.");
}

} // namespace

Explanation explainLock(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotOffered:
        return {texts::Lock::tr("Locking is not possible here"), obstacleWords(error.detail)};
    case Error::Kind::Cancelled:
        return {texts::Lock::tr("Not unlocked"),
            texts::Lock::tr("The question was closed. Nothing was changed.")};
    default:
        return {texts::Lock::tr("Not unlocked"),
            texts::Lock::tr("The password was not accepted. Nothing was changed. Try again.")};
    }
}

} // namespace tollkeeper
