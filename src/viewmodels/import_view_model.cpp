// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/import_view_model.h"

#include "viewmodels/partner.h"
#include "viewmodels/usage_cells.h"
#include "viewmodels/variants.h"
#include "words/explain.h"
#include "words/figures.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

void ImportViewModel::setImports(ImportService *imports)
{
    if (!exchangePartner(this, m_imports, imports))
        return;
    if (m_imports)
        connect(m_imports, &ImportService::progressed, this, [this](const ImportProgress &progress) {
            m_progress = progress;
            Q_EMIT progressChanged();
        });
    Q_EMIT importsChanged();
}

void ImportViewModel::setPath(const QString &path)
{
    if (m_path == path || isBusy())
        return;
    m_path = path;
    Q_EMIT questionChanged();
    preview({});
}

QString ImportViewModel::account() const
{
    return m_account.isValid() ? QString::number(m_account.value()) : QString();
}

void ImportViewModel::setAccount(const QString &id)
{
    const AccountId account(id.toLongLong());
    if (m_account == account || isBusy())
        return;
    m_account = account;
    Q_EMIT questionChanged();
    preview({});
}

void ImportViewModel::preview(const std::optional<ColumnMapping> &mapping)
{
    if (isBusy())
        return;
    const auto asked = ++m_asked; // whatever was read before is of another question
    if (!m_imports || m_path.isEmpty() || !m_account.isValid()) {
        m_preview = {};
        moveTo(State::Choosing);
        return;
    }
    moveTo(State::Reading);
    QCoro::connect(m_imports->preview(m_path, m_account, mapping), this,
        [this, asked](const Result<ImportPreview> &answer) {
            if (asked == m_asked)
                take(answer);
        });
}

void ImportViewModel::take(const Result<ImportPreview> &preview)
{
    if (!preview) {
        m_preview = {};
        failWith(preview.error());
        return;
    }
    m_preview = *preview;
    m_problem.clear();
    if (m_preview.mappingProblem) // the columns stay to be chosen
        failWith(*m_preview.mappingProblem);
    else
        moveTo(State::Ready);
}

void ImportViewModel::failWith(const Error &error)
{
    m_problem = explain(error).sentence;
    moveTo(State::Failed);
}

void ImportViewModel::moveTo(State state)
{
    m_state = state;
    if (state != State::Failed)
        m_problem.clear();
    Q_EMIT stateChanged();
}

bool ImportViewModel::canImport() const
{
    return m_state == State::Ready || m_state == State::Checked;
}

QString ImportViewModel::summary() const
{
    if (m_preview.heading.isEmpty())
        return {};
    //: %1 is the name of a file, %2 what it is, %3 its size
    return tr("%1: %2, %3")
        .arg(QFileInfo(m_path).fileName(), formatText(m_preview.mapping.format), sizeText(m_preview.bytes));
}

QStringList ImportViewModel::notes() const
{
    QStringList notes;
    if (m_preview.importedBefore)
        //: %1 is a day
        notes.append(tr("This very file went into this account on %1: importing it again changes nothing.")
                         .arg(shortDayText(m_preview.importedBefore->date())));
    if (m_preview.makesIds)
        notes.append(
            tr("The file has no ids. They are made from what its rows say, so that the same file counts "
               "once; rows that a gateway tells as well would count twice."));
    return notes;
}

QVariantList ImportViewModel::mapping() const
{
    return m_preview.heading.isEmpty() ? QVariantList() : variants(mappingLines(m_preview.mapping));
}

bool ImportViewModel::isMappingFixed() const
{
    return m_preview.mapping.format == ImportFormat::OwnExport;
}

QString ImportViewModel::zone() const
{
    return zoneText(m_preview.mapping.zone);
}

QVariantList ImportViewModel::rows() const
{
    QList<UsageCells> cells;
    for (const auto &facts : m_preview.rows) {
        UsageRow row;
        row.facts = facts;
        row.keyName = facts.remoteKeyId;
        cells.append(usageCells(row, {QTimeZone::utc(), true}));
    }
    return variants(cells);
}

QVariantList ImportViewModel::problems() const
{
    return problemLines(m_preview.problems);
}

void ImportViewModel::chooseColumn(int field, const QString &column)
{
    if (field < 0 || field >= ImportFields)
        return;
    auto mapping = m_preview.mapping;
    if (column.isEmpty())
        mapping.columns.remove(static_cast<ImportField>(field));
    else
        mapping.columns.insert(static_cast<ImportField>(field), column);
    preview(mapping);
}

bool ImportViewModel::chooseCurrency(const QString &code)
{
    const auto currency = Currency::fromCode(code.trimmed());
    if (!currency)
        return false;
    auto mapping = m_preview.mapping;
    mapping.currency = *currency;
    preview(mapping);
    return true;
}

bool ImportViewModel::chooseZone(const QString &id)
{
    const QTimeZone zone(id.trimmed().toLatin1());
    if (!zone.isValid())
        return false;
    auto mapping = m_preview.mapping;
    mapping.zone = zone;
    preview(mapping);
    return true;
}

bool ImportViewModel::chooseWhole(const QString &first, const QString &last)
{
    m_whole.reset();
    const auto from = QDate::fromString(first.trimmed(), Qt::ISODate);
    const auto to = QDate::fromString(last.trimmed(), Qt::ISODate);
    const bool isMeant = !first.trimmed().isEmpty() || !last.trimmed().isEmpty();
    const bool isInOrder = from.isValid() && to.isValid() && from <= to;
    if (isMeant && isInOrder)
        m_whole = WholeInterval{from.startOfDay(Qt::UTC), to.addDays(1).startOfDay(Qt::UTC)};
    Q_EMIT questionChanged();
    return !isMeant || isInOrder;
}

ImportOrder ImportViewModel::order() const
{
    return {m_path, m_account, m_preview.mapping, m_whole, m_keepsMapping && !isMappingFixed()};
}

void ImportViewModel::check()
{
    if (!canImport())
        return;
    begin(State::Checking);
    follow(m_imports->dryRun(order()));
}

void ImportViewModel::run()
{
    if (!canImport())
        return;
    begin(State::Running);
    follow(m_imports->run(order()));
}

void ImportViewModel::begin(State state)
{
    m_progress = {};
    m_outcome = {};
    moveTo(state);
    Q_EMIT progressChanged();
}

void ImportViewModel::follow(Async<ImportReport> work)
{
    const auto asked = ++m_asked;
    QCoro::connect(std::move(work), this, [this, asked](const Result<ImportReport> &report) {
        if (asked == m_asked)
            finish(report);
    });
}

void ImportViewModel::finish(const Result<ImportReport> &report)
{
    if (!report) {
        failWith(report.error());
        return;
    }
    m_outcome = importOutcome(*report);
    // A rehearsal that was stopped has told nothing of use.
    const bool isStopped = report->end == ImportReport::End::Stopped;
    if (m_state == State::Checking)
        moveTo(isStopped ? State::Ready : State::Checked);
    else
        moveTo(State::Finished);
}

void ImportViewModel::cancel()
{
    if (m_imports && isBusy())
        m_imports->cancel();
}

void ImportViewModel::reset()
{
    if (isBusy())
        return;
    ++m_asked;
    m_path.clear();
    m_preview = {};
    m_outcome = {};
    m_whole.reset();
    Q_EMIT questionChanged();
    moveTo(State::Choosing);
}

double ImportViewModel::share() const
{
    return m_progress.bytes > 0
        ? static_cast<double>(m_progress.bytesDone) / static_cast<double>(m_progress.bytes)
        : 0;
}

QString ImportViewModel::progress() const
{
    if (m_progress.step == ImportProgress::Step::Checking)
        return tr("Looking whether the file was imported before");
    if (m_progress.step == ImportProgress::Step::Settling)
        return tr("Working the rows into the ledger");
    //: %1 is a count of rows
    return tr("%1 rows read").arg(countText(m_progress.rows));
}

} // namespace tollkeeper
