// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/account_choice.h"

#include "base/translation_contexts.h"
#include "words/figures.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QVariant finding(bool isThere, const QString &title, const QString &detail, const QString &value = {})
{
    FindingRow row;
    row.isThere = isThere;
    row.title = title;
    row.detail = detail;
    row.value = value;
    return QVariant::fromValue(row);
}

} // namespace

QVariantList choiceRows(const QList<GatewayChoice> &choices)
{
    QVariantList rows;
    for (const auto &choice : choices) {
        ChoiceRow row;
        row.kind = choice.kind;
        row.name = choice.displayName;
        row.address = choice.defaultBaseUrl.toString();
        row.canTell = choice.canTell.join(u" · "_s);
        row.cannotTell = choice.cannotTell.join(u" · "_s);
        rows.append(QVariant::fromValue(row));
    }
    return rows;
}

QVariantList findingRows(const ConnectionReport &report)
{
    QVariantList rows;
    rows.append(report.tellsSpend
            ? finding(true, texts::AddAccount::tr("Spend"), texts::AddAccount::tr("Read at every poll"))
            : finding(false, texts::AddAccount::tr("Spend"),
                texts::AddAccount::tr("This key cannot tell it. Totals with it read \"at least\"")));
    rows.append(report.keys ? finding(true, texts::AddAccount::tr("Keys of the account"),
                    texts::AddAccount::tr("With their spend and caps"), QLocale().toString(*report.keys))
                            : finding(false, texts::AddAccount::tr("Keys of the account"),
                                texts::AddAccount::tr("Not listed for this key")));
    rows.append(report.balance ? finding(true, texts::AddAccount::tr("Balance"),
                    texts::AddAccount::tr("Refreshed at every poll"), moneyText(*report.balance))
                               : finding(false, texts::AddAccount::tr("Balance"),
                                   texts::AddAccount::tr("Not told for this key")));
    rows.append(report.models ? finding(true, texts::AddAccount::tr("Models"),
                    texts::AddAccount::tr("That this key may call"), QLocale().toString(*report.models))
                              : finding(false, texts::AddAccount::tr("Models"),
                                  texts::AddAccount::tr("Not listed for this key")));
    return rows;
}

QString roleSentence(KeyRole role)
{
    switch (role) {
    case KeyRole::Management:
        return texts::AddAccount::tr(
            "It is a management key, so Tollkeeper can read spend for every key in the account.");
    case KeyRole::Ordinary:
        return texts::AddAccount::tr(
            "It is an ordinary key, so Tollkeeper reads what this key spends, not what others do.");
    case KeyRole::Unknown:
        break;
    }
    return texts::AddAccount::tr("The gateway does not say what kind of key it is.");
}

} // namespace tollkeeper
