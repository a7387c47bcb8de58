// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/account_choice.h"

#include "words/figures.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AddAccount", text);
}

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
            ? finding(true, tr("Spend"), tr("Read at every poll"))
            : finding(false, tr("Spend"), tr("This key cannot tell it. Totals with it read \"at least\"")));
    rows.append(report.keys ? finding(true, tr("Keys of the account"), tr("With their spend and caps"),
                    QLocale().toString(*report.keys))
                            : finding(false, tr("Keys of the account"), tr("Not listed for this key")));
    rows.append(report.balance
            ? finding(true, tr("Balance"), tr("Refreshed at every poll"), moneyText(*report.balance))
            : finding(false, tr("Balance"), tr("Not told for this key")));
    rows.append(report.models
            ? finding(true, tr("Models"), tr("That this key may call"), QLocale().toString(*report.models))
            : finding(false, tr("Models"), tr("Not listed for this key")));
    return rows;
}

QString roleSentence(KeyRole role)
{
    switch (role) {
    case KeyRole::Management:
        return tr("It is a management key, so Tollkeeper can read spend for every key in the account.");
    case KeyRole::Ordinary:
        return tr("It is an ordinary key, so Tollkeeper reads what this key spends, not what others do.");
    case KeyRole::Unknown:
        break;
    }
    return tr("The gateway does not say what kind of key it is.");
}

} // namespace tollkeeper
