// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_setup.h"

#include "app/icon_provider.h"
#include "support/scripted_import.h"
#include "support/scripted_spend.h"
#include "support/text_watch.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Tollkeeper_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Tollkeeper_UiPlugin)

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

void WindowScript::reset()
{
    m_reports.answer = scripted::overview();
    m_reports.isSilent = false;
    m_reports.spendAnswer = scripted::spendTable;
    m_usage.reset();
    m_sync.last = QDateTime(QDate(2026, 6, 18), QTime(14, 30), Qt::UTC);
    m_sync.next = QDateTime(QDate(2026, 6, 18), QTime(14, 35), Qt::UTC);
    m_sync.polls = 0;
    m_gateways.offered = scripted::choices();
    m_gateways.keeps = true;
    ConnectionReport report;
    report.role = KeyRole::Management;
    report.keys = 6;
    report.balance = scripted::dollars(118462);
    m_gateways.report = report;
    m_gateways.added = AccountId(1);
    m_gateways.tested.clear();
    m_gateways.saved.clear();
    m_budgets.outcome = Done();
    m_budgets.limits.clear();
    m_budgets.saved.clear();
    m_budgets.removed.clear();
    m_budgetReports.reset();
    m_rules.reset();
    m_alerts.kept = {};
    m_histories.histories.clear();
    m_imports.previewed = scripted::importPreview();
    m_imports.reported = scripted::importReport();
    m_imports.isSlow = false;
    m_imports.runs.clear();
    m_imports.dryRuns.clear();
    m_exports.counts = UsageExportCounts{.rows = 135'795, .unconverted = 0, .totals = {}};
    m_exports.isSlow = false;
    m_exports.orders.clear();
    m_files.path = u"/tmp"_s;
    m_keyReports.reset();
    m_keyService.reset();
    m_rotations.reset();
}

void WindowScript::failToReadBudgets()
{
    m_budgetReports.table = fail(Error::Kind::StorageDamaged);
}

void WindowScript::failToReadRules()
{
    m_rules.lines = fail(Error::Kind::StorageDamaged);
}

void WindowScript::nameBudgets(const QString &name)
{
    for (auto &row : m_budgetReports.table->rows) {
        row.budget.name = row.scopeName = row.accountName = row.driver = name;
        row.budget.scope.value = name;
    }
    for (auto &line : *m_rules.lines)
        line.lastSubject = name;
}

QString WindowScript::budgetSaved() const
{
    if (m_budgets.saved.isEmpty())
        return {};
    const auto &budget = m_budgets.saved.constLast();
    return u"%1 %2 %3"_s.arg(budget.id.value()).arg(budget.name, budget.limit.amountText());
}

void WindowScript::haveNoKeys()
{
    m_keyReports.table->rows.clear();
}

void WindowScript::failToReadKeys()
{
    m_keyReports.table = fail(Error::Kind::StorageDamaged);
}

void WindowScript::loseSecret(int key)
{
    m_keyReports.row(key).key.secretName.clear();
}

void WindowScript::refuseKeyChange()
{
    m_keyService.outcome = fail(Error{.kind = Error::Kind::NotApplied, .detail = u"$1,500.00"_s});
}

void WindowScript::nameKeys(const QString &name)
{
    for (auto &row : m_keyReports.table->rows) {
        row.key.name = name;
        row.accountName = name;
        row.gatewayName = name;
        row.key.labels = {name, name, name, {name}};
        row.key.allowedModels = QStringList{name};
    }
    Q_EMIT m_keyReports.changed();
}

QString WindowScript::keyChanged() const
{
    if (m_keyService.changes.isEmpty())
        return {};
    const auto &[key, change] = m_keyService.changes.constLast();
    QStringList parts{QString::number(key.value())};
    if (change.cap)
        parts.append(change.cap->limit ? change.cap->limit->amountText() : u"none"_s);
    if (change.isDisabled)
        parts.append(*change.isDisabled ? u"disabled"_s : u"enabled"_s);
    return parts.join(u' ');
}

QString WindowScript::keysLabelled() const
{
    if (m_keyReports.labelled.isEmpty())
        return {};
    const auto &[keys, change] = m_keyReports.labelled.constLast();
    return u"%1 %2 %3"_s.arg(keys.size())
        .arg(change.team.value_or(u"-"_s), change.environment.value_or(u"-"_s));
}

void WindowScript::readHistory(int done, int total)
{
    AccountHistory history;
    history.account = AccountId(1);
    history.done = done;
    history.total = total;
    m_histories.histories = {history};
}

void WindowScript::haveNoBudget()
{
    m_reports.answer->budget.reset();
    m_reports.answer->alerts.clear();
}

void WindowScript::beOverBudget()
{
    m_reports.answer->budget->limit = scripted::dollars(700000);
}

void WindowScript::failToRead()
{
    m_reports.answer = fail(Error::Kind::StorageDamaged, u"test"_s);
}

void WindowScript::nameEverything(const QString &name)
{
    m_reports.answer->accounts[0].account.name = name;
    m_reports.answer->keys[0].key.name = name;
    m_reports.answer->byKey[0].name = name;
    m_reports.answer->byModel[0].name = name;
}

void WindowScript::refuseKeys(const QString &detail)
{
    m_gateways.report = fail(Error{.kind = Error::Kind::Rejected,
        .detail = detail,
        .httpStatus = 401,
        .category = Category::Credentials});
}

void WindowScript::refuseSaving()
{
    m_gateways.added = fail(Error::Kind::KeychainLocked);
}

void WindowScript::refuseBudget()
{
    m_budgets.outcome = fail(Error::Kind::StorageFull);
}

void WindowScript::getRequests(int more)
{
    m_usage.total += more;
    Q_EMIT m_usage.changed();
}

QStringList WindowScript::viewNames() const
{
    QStringList names;
    for (const auto &view : m_usage.views)
        names.append(view.name);
    return names;
}

QString WindowScript::provenanceAsked() const
{
    if (m_usage.provenanceAsked.isEmpty())
        return {};
    const auto &query = m_usage.provenanceAsked.constLast();
    const auto key = query.key ? QString::number(query.key->value()) : u"-"_s;
    return u"%1 %2 %3 %4"_s.arg(query.days.first.toString(Qt::ISODate), query.days.last.toString(Qt::ISODate),
        key, query.model.isEmpty() ? u"-"_s : query.model);
}

QString WindowScript::clipboard() const
{
    return QGuiApplication::clipboard()->text();
}

void WindowScript::putIntoClipboard(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void prepareWindowEngine(QQmlEngine &engine)
{
    engine.addImportPath(u"qrc:/qt/qml"_s);
    engine.addImageProvider(u"tk"_s, new IconProvider); // the engine owns it
}

int runWatchingTexts(QObject &test, int argc, char **argv)
{
    TextWatch watch(QStringLiteral(TK_TEXTS));
    QCoreApplication::installTranslator(&watch);
    const auto failures = QTest::qExec(&test, argc, argv);
    QCoreApplication::removeTranslator(&watch);
    if (!watch.knowsTexts()) {
        qWarning("the texts were not gathered: run the test “texts” first");
        return failures + 1;
    }
    const auto unknown = watch.unknown();
    for (const auto &line : unknown)
        qWarning("no translator knows %s", qPrintable(line));
    return failures + static_cast<int>(unknown.size());
}
