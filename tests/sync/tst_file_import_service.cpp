// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/import_fixture.h"
#include "sync/file_import_service.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class FileImportServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void importsAFileAndTellsOfIt()
    {
        ImportFixture x;
        FileImportService service(x.storage(), m_clock);
        QSignalSpy imported(&service, &ImportService::imported);
        QSignalSpy progressed(&service, &ImportService::progressed);
        QSignalSpy running(&service, &ImportService::runningChanged);

        const auto path = x.write(ImportFixture::file(12'000));
        const auto report = await(service.run(x.order(path)));

        QVERIFY(report);
        QCOMPARE(report->rows, (StoredRows{12'000, 0, 0, 0}));
        QCOMPARE(x.rows(), 12'000);
        QCOMPARE(imported.size(), 1);
        QCOMPARE(running.size(), 2);
        QVERIFY(progressed.size() > 3);
        const auto again = await(service.run(x.order(path)));
        QCOMPARE(again->end, ImportReport::End::AlreadyImported);
        QCOMPARE(imported.size(), 1);
    }

    void previewsAndTriesWithoutStoring()
    {
        ImportFixture x;
        FileImportService service(x.storage(), m_clock);
        const auto path = x.write(ImportFixture::file(100));

        const auto preview = await(service.preview(path, x.account()));
        const auto dry = await(service.dryRun(x.order(path)));

        QCOMPARE(preview->rowsRead, 100);
        QCOMPARE(dry->rows.added, 100);
        QCOMPARE(x.rows(), 0);
    }

    void takesOneFileAtATime()
    {
        ImportFixture x;
        FileImportService service(x.storage(), m_clock);
        const auto path = x.write(ImportFixture::file(12'000));

        auto first = service.run(x.order(path));
        const auto second = await(service.run(x.order(path)));

        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::InvalidInput);
        QVERIFY(await(std::move(first)));
    }

    void stopsWhenAsked()
    {
        ImportFixture x;
        FileImportService service(x.storage(), m_clock);
        constexpr int Rows = 60'000;
        const auto path = x.write(ImportFixture::file(Rows));

        auto running = service.run(x.order(path));
        service.cancel();
        const auto report = await(std::move(running));

        if (report) // else it was stopped before it had begun to store
            QCOMPARE(report->end, ImportReport::End::Stopped);
        else
            QCOMPARE(report.error().kind, Error::Kind::Cancelled);
        QVERIFY(x.rows() < Rows);
        QVERIFY(!service.isRunning());
    }

private:
    FakeClock m_clock{june(18)};
};

QTEST_GUILESS_MAIN(FileImportServiceTest)
#include "tst_file_import_service.moc"
