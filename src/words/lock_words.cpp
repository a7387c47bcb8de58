// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/lock_words.h"

#include <QCoreApplication>

namespace tollkeeper {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Lock", text);
}

QString obstacleWords(const QString &obstacle)
{
    if (obstacle == u"agent")
        return tr("No program of this session asks for passwords, so a lock could not be opened again. Start "
                  "your desktop's authentication agent (polkit), then try again.");
    if (obstacle == u"policy")
        return tr("The system does not know Tollkeeper's lock, because its policy file is not installed. "
                  "Install Tollkeeper from its package, or put org.tollkeeper.policy into "
                  "/usr/share/polkit-1/actions.");
    if (obstacle == u"refused")
        return tr("The rules of this system let nobody unlock keys here, so a lock could not be opened "
                  "again. Ask whoever looks after this computer.");
    return tr("The system service that asks for passwords (polkit) does not run, so a lock could not be "
              "opened again. Install or start it, then try again.");
}

} // namespace

Explanation explainLock(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NotOffered:
        return {tr("Locking is not possible here"), obstacleWords(error.detail)};
    case Error::Kind::Cancelled:
        return {tr("Not unlocked"), tr("The question was closed. Nothing was changed.")};
    default:
        return {tr("Not unlocked"), tr("The password was not accepted. Nothing was changed. Try again.")};
    }
}

} // namespace tollkeeper
