// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_files.h"
#include "support/scripted_import.h"
#include "viewmodels/import_view_model.h"
#include "viewmodels/usage_cells.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = ImportViewModel::State;

class ImportViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_imports = std::make_unique<ScriptedImports>();
        m_imports->previewed = scripted::importPreview();
        m_imports->reported = scripted::importReport();
        m_import = std::make_unique<ImportViewModel>();
        m_import->setImports(m_imports.get());
    }

    void readsAPreviewOnceFileAndAccountAreKnown()
    {
        m_import->setPath(u"/tmp/requests.csv"_s);
        QCOMPARE(m_import->state(), State::Choosing);
        m_import->setAccount(u"2"_s);
        QTRY_COMPARE(m_import->state(), State::Ready);
        QCOMPARE(m_imports->previews.size(), 1);
        QCOMPARE(m_imports->previews.first().account, AccountId(2));
        QVERIFY(!m_imports->previews.first().mapping);
        QVERIFY(m_import->summary().startsWith(u"requests.csv: CSV, 12"_s));
        QCOMPARE(m_import->rows().size(), 15);
        QCOMPARE(m_import->rows().at(0).value<UsageCells>().cost, u"$0.00111"_s);
        QCOMPARE(m_import->problems().at(0).value<ProblemLine>().line, u"Line 9"_s);
        QCOMPARE(m_import->notes().size(), 1);
    }

    void anotherColumnIsReadAnew()
    {
        open();
        QCOMPARE(columnOf(ImportField::Provider), QString());
        m_import->chooseColumn(static_cast<int>(ImportField::Provider), u"trace"_s);
        QTRY_COMPARE(m_import->state(), State::Ready);
        QCOMPARE(columnOf(ImportField::Provider), u"trace"_s);
        QCOMPARE(m_imports->previews.size(), 2);
        m_import->chooseColumn(static_cast<int>(ImportField::Cost), {});
        QTRY_COMPARE(m_import->state(), State::Ready);
        QCOMPARE(columnOf(ImportField::Cost), QString());
        QVERIFY(!m_imports->previews.last().mapping->columns.contains(ImportField::Cost));
        QVERIFY(m_import->chooseCurrency(u"eur"_s));
        QVERIFY(!m_import->chooseCurrency(u"euro"_s));
        QVERIFY(m_import->chooseZone(u"Europe/Berlin"_s));
        QVERIFY(!m_import->chooseZone(u"Europe/Nowhere"_s));
        QTRY_COMPARE(m_import->state(), State::Ready);
    }

    void theLatestPreviewWins()
    {
        open();
        QSignalSpy states(m_import.get(), &ImportViewModel::stateChanged);
        m_import->setPath(u"/tmp/one.csv"_s);
        m_import->setPath(u"/tmp/two.csv"_s);
        QTRY_COMPARE(m_import->state(), State::Ready);
        QTest::qWait(5);
        QCOMPARE(states.size(), 3); // twice reading, once ready
        QVERIFY(m_import->summary().startsWith(u"two.csv"_s));
    }

    void aMappingThatDoesNotFitStaysToBeChanged()
    {
        m_imports->previewed->mappingProblem = Error{.kind = Error::Kind::InvalidInput, .detail = u"time"_s};
        m_import->setAccount(u"1"_s);
        m_import->setPath(u"/tmp/requests.csv"_s);
        QTRY_COMPARE(m_import->state(), State::Failed);
        QVERIFY(!m_import->problem().isEmpty());
        QVERIFY(!m_import->mapping().isEmpty());
        QVERIFY(!m_import->canImport());
        m_import->run();
        QVERIFY(m_imports->runs.isEmpty());
    }

    void explainsAFileThatCannotBeRead()
    {
        m_imports->previewed = fail(Error::Kind::File, u"not there"_s);
        m_import->setAccount(u"1"_s);
        m_import->setPath(u"/tmp/requests.csv"_s);
        QTRY_COMPARE(m_import->state(), State::Failed);
        QVERIFY(m_import->mapping().isEmpty());
        QVERIFY(m_import->rows().isEmpty());
    }

    void aRehearsalStoresNothingAndCounts()
    {
        open();
        m_import->check();
        QTRY_COMPARE(m_import->state(), State::Checked);
        QCOMPARE(m_imports->dryRuns.size(), 1);
        QVERIFY(m_imports->runs.isEmpty());
        const auto outcome = m_import->outcome();
        QCOMPARE(outcome.title, u"Nothing was stored yet"_s);
        QCOMPARE(outcome.text, u"1,204 rows are new, 96 were known already, 3 are refused."_s);
        QVERIFY(outcome.isWarning);
        QCOMPARE(outcome.problems.size(), 2);
        QCOMPARE(outcome.problems.at(1).value<ProblemLine>().line, u"Line 1,044"_s);
        QCOMPARE(outcome.moreProblems, u"and 1 more"_s);
        QVERIFY(m_import->canImport());
    }

    void importsWhatWasOrdered()
    {
        open();
        QVERIFY(m_import->chooseWhole(u"2026-06-01"_s, u"2026-06-17"_s));
        m_import->run();
        QTRY_COMPARE(m_import->state(), State::Finished);
        const auto order = m_imports->runs.constFirst();
        QCOMPARE(order.whole->start, QDateTime(QDate(2026, 6, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(order.whole->end, QDateTime(QDate(2026, 6, 18), QTime(0, 0), Qt::UTC));
        QVERIFY(order.keepsMapping);
        QCOMPARE(m_import->outcome().title, u"requests.csv is imported"_s);
    }

    void daysThatAreNoneSayNothing()
    {
        open();
        QVERIFY(!m_import->chooseWhole(u"2026-06-17"_s, u"2026-06-01"_s));
        QVERIFY(!m_import->isWhole());
        QVERIFY(m_import->chooseWhole({}, {}));
        QVERIFY(!m_import->isWhole());
    }

    void canBeStoppedAndSaysWhereItStands()
    {
        m_imports->isSlow = true;
        open();
        m_import->run();
        QTRY_COMPARE(m_import->progress(), u"4,321 rows read"_s);
        QCOMPARE(m_import->share(), 0.25);
        m_import->setPath(u"/tmp/other.csv"_s); // not while it runs
        QCOMPARE(m_import->path(), u"/tmp/requests.csv"_s);
        m_import->reset();
        QCOMPARE(m_import->state(), State::Running);
        m_import->cancel();
        QTRY_COMPARE(m_import->state(), State::Finished);
        QVERIFY(m_import->outcome().title.startsWith(u"Stopped"_s));
    }

    void saysWhenTheFileWasImportedBefore()
    {
        m_imports->reported->end = ImportReport::End::AlreadyImported;
        m_imports->previewed->importedBefore = QDateTime(QDate(2026, 6, 10), QTime(9, 0), Qt::UTC);
        open();
        QVERIFY(m_import->notes().constFirst().contains(u"10 Jun"_s));
        m_import->run();
        QTRY_COMPARE(m_import->state(), State::Finished);
        QCOMPARE(m_import->outcome().text, u"Nothing was changed."_s);
    }

    void forgetsTheFileForTheNextOne()
    {
        open();
        m_import->reset();
        QCOMPARE(m_import->state(), State::Choosing);
        QVERIFY(m_import->path().isEmpty());
        QVERIFY(m_import->rows().isEmpty());
        QCOMPARE(m_import->account(), u"1"_s);
    }

private:
    void open()
    {
        m_import->setAccount(u"1"_s);
        m_import->setPath(u"/tmp/requests.csv"_s);
        QTRY_COMPARE(m_import->state(), State::Ready);
    }
    [[nodiscard]] QString columnOf(ImportField field) const
    {
        for (const auto &one : m_import->mapping()) {
            const auto line = one.value<MappingLine>();
            if (line.field == static_cast<int>(field))
                return line.column;
        }
        return {};
    }

    std::unique_ptr<ScriptedImports> m_imports;
    std::unique_ptr<ImportViewModel> m_import;
};

QTEST_GUILESS_MAIN(ImportViewModelTest)
#include "tst_import_view_model.moc"
