// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands.h"

#include "storage/account_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {

QList<Command> allCommands()
{
    return accountCommands() + panelCommands() + keyCommands() + keyListCommands() + rotateCommands()
        + pollCommands() + spendCommands() + forecastCommands() + usageCommands() + importCommands()
        + exportCommands() + ratesCommands() + generationCommands() + budgetCommands() + checkCommands()
        + alertsCommands() + alertCommands() + ruleCommands() + channelCommands() + zoneCommands()
        + decodeCommands() + sendCommands();
}

Result<QList<Account>> allAccounts(Engine &engine)
{
    return wait(engine.storage().read([](Database &database) { return AccountRepository(database).all(); }));
}

Result<Account> accountNamed(Engine &engine, const QString &name)
{
    const auto accounts = allAccounts(engine);
    if (!accounts)
        return fail(accounts.error());
    for (const auto &account : *accounts) {
        if (account.name == name)
            return account;
    }
    return fail(Error::Kind::NotFound, u"account named “%1”"_s.arg(name));
}

} // namespace tollkeeper::ctl
