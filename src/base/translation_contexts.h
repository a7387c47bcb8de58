// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

//! Under what heading a translator finds the words that no QObject says: `texts::Keys::tr("…")`. Qt's tools
//! learn the heading from these declarations; of a free function they would make another than the one that is
//! looked up when the program runs, and no translation would ever be found.
namespace tollkeeper::texts {

struct AddAccount {
    Q_DECLARE_TR_FUNCTIONS(AddAccount)
};
struct AlertWords {
    Q_DECLARE_TR_FUNCTIONS(AlertWords)
};
struct Answers {
    Q_DECLARE_TR_FUNCTIONS(Answers)
};
struct BudgetAlertWords {
    Q_DECLARE_TR_FUNCTIONS(BudgetAlertWords)
};
struct Budgets {
    Q_DECLARE_TR_FUNCTIONS(Budgets)
};
struct Capabilities {
    Q_DECLARE_TR_FUNCTIONS(Capabilities)
};
struct ChannelWords {
    Q_DECLARE_TR_FUNCTIONS(ChannelWords)
};
struct Channels {
    Q_DECLARE_TR_FUNCTIONS(Channels)
};
struct Codes {
    Q_DECLARE_TR_FUNCTIONS(Codes)
};
struct Explain {
    Q_DECLARE_TR_FUNCTIONS(Explain)
};
struct Figures {
    Q_DECLARE_TR_FUNCTIONS(Figures)
};
struct Hygiene {
    Q_DECLARE_TR_FUNCTIONS(Hygiene)
};
struct Import {
    Q_DECLARE_TR_FUNCTIONS(Import)
};
struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};
struct Inbox {
    Q_DECLARE_TR_FUNCTIONS(Inbox)
};
struct KeyEvents {
    Q_DECLARE_TR_FUNCTIONS(KeyEvents)
};
struct Keychain {
    Q_DECLARE_TR_FUNCTIONS(Keychain)
};
struct Keys {
    Q_DECLARE_TR_FUNCTIONS(Keys)
};
struct Lock {
    Q_DECLARE_TR_FUNCTIONS(Lock)
};
struct ModelWords {
    Q_DECLARE_TR_FUNCTIONS(ModelWords)
};
struct Overview {
    Q_DECLARE_TR_FUNCTIONS(Overview)
};
struct PastedKeys {
    Q_DECLARE_TR_FUNCTIONS(PastedKeys)
};
struct Playground {
    Q_DECLARE_TR_FUNCTIONS(Playground)
};
struct Provenance {
    Q_DECLARE_TR_FUNCTIONS(Provenance)
};
struct Receipts {
    Q_DECLARE_TR_FUNCTIONS(Receipts)
};
struct Requests {
    Q_DECLARE_TR_FUNCTIONS(Requests)
};
struct Rotation {
    Q_DECLARE_TR_FUNCTIONS(Rotation)
};
struct RuleAlertWords {
    Q_DECLARE_TR_FUNCTIONS(RuleAlertWords)
};
struct RuleWords {
    Q_DECLARE_TR_FUNCTIONS(RuleWords)
};
struct Rules {
    Q_DECLARE_TR_FUNCTIONS(Rules)
};
struct Tray {
    Q_DECLARE_TR_FUNCTIONS(Tray)
};
struct Usage {
    Q_DECLARE_TR_FUNCTIONS(Usage)
};

} // namespace tollkeeper::texts
