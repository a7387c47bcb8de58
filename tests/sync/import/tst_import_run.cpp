// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/import_fixture.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

RequestFacts request(const QString &id, double cost)
{
    RequestFacts facts;
    facts.requestId = id;
    facts.startedAt = june(3, 10);
    facts.requestedModel = u"alpha"_s;
    facts.inputTokens = 10;
    facts.outputTokens = 5;
    facts.cost = Amounts{Money::fromNanos(qRound64(cost * 1e9)), Money()};
    return facts;
}

void store(const ImportFixture &x, RowSource source, const QList<RequestFacts> &rows)
{
    auto database = x.open();
    QVERIFY(database.inTransaction([&] {
        return RequestRepository(database).store({x.account(), source, u"GET /usage"_s, june(4), {}}, rows);
    }));
}

QDateTime wholeUntil(const ImportFixture &x)
{
    auto database = x.open();
    return RequestRepository(database).wholeUntil(x.account())->value_or(QDateTime());
}

} // namespace

class ImportRunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void importsAFile()
    {
        ImportFixture x;
        const auto report = x.import(x.write(ImportFixture::file(12'000)));

        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->end, ImportReport::End::Done);
        QCOMPARE(report->rows, (StoredRows{12'000, 0, 0, 0}));
        QCOMPARE(x.rows(), 12'000);
        QCOMPARE(x.staleStretches(), 0);
        QCOMPARE(x.fileState(), u"done"_s);
    }

    void theSameFileTwiceChangesNothing()
    {
        ImportFixture x;
        const auto path = x.write(ImportFixture::file(100));
        (void)x.import(path);
        const auto before = x.everything();

        x.now = june(20);
        const auto again = x.import(path);
        const auto elsewhere = x.import(x.write(ImportFixture::file(100), u"copy.csv"_s));

        QCOMPARE(again->end, ImportReport::End::AlreadyImported);
        QCOMPARE(again->importedBefore, june(18));
        QCOMPARE(again->rows.added, 100);
        QCOMPARE(elsewhere->end, ImportReport::End::AlreadyImported);
        QCOMPARE(x.everything(), before);
        QCOMPARE(x.import(ImportOrder{path, x.other(), {}, {}, false})->rows.added, 100);
    }

    void rowsOfAnotherFileThatAreKnownChangeNothing()
    {
        ImportFixture x;
        (void)x.import(x.write(ImportFixture::file(100)));

        const auto report = x.import(x.write(ImportFixture::file(150), u"more.csv"_s));

        QCOMPARE(report->rows, (StoredRows{50, 0, 100, 0}));
        QCOMPARE(x.rows(), 150);
    }

    void aFileWithoutIdsTwiceChangesNothing()
    {
        ImportFixture x;
        const auto heading = "time,model,cost\n"_ba;
        const auto row = "2026-06-03 10:00:00,alpha,0.5\n"_ba;
        (void)x.import(x.write(heading + row + row));

        const auto report = x.import(x.write(heading + row + row + row, u"more.csv"_s));

        QVERIFY(report->makesIds);
        QCOMPARE(report->rows, (StoredRows{1, 0, 2, 0}));
        QCOMPARE(x.rows(), 3);
    }

    void aFileWithoutIdsKnowsWhatTheGatewayTold()
    {
        ImportFixture x;
        store(x, RowSource::PolledLog,
            {request(u"7001"_s, 0.5), request(u"7002"_s, 0.5), request(u"7003"_s, 0.75)});
        const auto heading = "time,model,input_tokens,output_tokens,cost\n"_ba;
        const auto row = "2026-06-03 10:00:00,alpha,10,5,0.50000000\n"_ba;

        const auto report = x.import(x.write(heading + row + row + row));

        QCOMPARE(report->rows, (StoredRows{1, 0, 2, 0}));
        QCOMPARE(x.rows(), 4);
    }

    void tellsWhatItRefuses()
    {
        ImportFixture x;
        const auto text = ImportFixture::Heading + ImportFixture::line(1) + ImportFixture::line(2, "free")
            + ImportFixture::line(3) + "broken\n" + ImportFixture::line(4, "-1");

        const auto report = x.import(x.write(text));

        QCOMPARE(report->rows, (StoredRows{2, 0, 0, 3}));
        QCOMPARE(report->problems.size(), 3);
        QCOMPARE(report->problems.at(0).line, 3);
        QCOMPARE(report->problems.at(1).line, 5);
        QCOMPARE(report->problems.at(2).line, 6);
        QCOMPARE(report->refused.at(static_cast<std::size_t>(RowFault::BadNumber)), 1);
        QCOMPARE(report->refused.at(static_cast<std::size_t>(RowFault::FieldCount)), 1);
        QCOMPARE(report->refused.at(static_cast<std::size_t>(RowFault::Negative)), 1);
    }

    void keepsAHundredProblemsAndCountsAll()
    {
        ImportFixture x;
        QByteArray text = ImportFixture::Heading;
        for (int i = 0; i < 250; ++i)
            text += ImportFixture::line(i, "x");

        const auto report = x.import(x.write(text));

        QCOMPARE(report->problems.size(), 100);
        QCOMPARE(report->rows.rejected, 250);
    }

    void aDryRunCountsAndStoresNothing()
    {
        ImportFixture x;
        (void)x.import(x.write(ImportFixture::file(100)));
        const auto before = x.everything();
        const auto path
            = x.write(ImportFixture::file(150) + ImportFixture::line(120) + ImportFixture::line(130, "x"),
                u"more.csv"_s);

        const auto dry = x.dryRun(path);

        QCOMPARE(dry->end, ImportReport::End::DryRun);
        QCOMPARE(dry->rows, (StoredRows{50, 0, 101, 1}));
        QCOMPARE(x.everything(), before);
        QCOMPARE(x.import(path)->rows, dry->rows);
    }

    void goesOnWhereItStopped()
    {
        ImportFixture x;
        const auto path = x.write(ImportFixture::file(12'000));

        const auto stopped = x.importOneBatch(path);
        const auto stored = x.rows();
        const auto finished = x.import(path);

        QCOMPARE(stopped->end, ImportReport::End::Stopped);
        QCOMPARE(stored, ImportRun::BatchRows);
        QCOMPARE(stopped->rows.added, stored);
        QCOMPARE(x.staleStretches(), 0);
        QVERIFY(finished->tookUp);
        QCOMPARE(finished->end, ImportReport::End::Done);
        QCOMPARE(finished->rows, (StoredRows{12'000, 0, 0, 0}));
        QCOMPARE(x.rows(), 12'000);
    }

    void goesOnWithMadeIdsAsWell()
    {
        ImportFixture x;
        QByteArray text = "time,model,cost\n";
        for (int i = 0; i < 12'000; ++i)
            text += "2026-06-03 10:00:00,alpha,0.5\n"; // all alike: their numbers must go on
        const auto path = x.write(text);

        const auto stopped = x.importOneBatch(path);
        const auto finished = x.import(path);

        QCOMPARE(stopped->end, ImportReport::End::Stopped);
        QVERIFY(finished->tookUp);
        QCOMPARE(finished->rows, (StoredRows{12'000, 0, 0, 0}));
        QCOMPARE(x.rows(), 12'000);
    }

    void aMappingOfItsOwnStartsAnew()
    {
        ImportFixture x;
        const auto path = x.write(ImportFixture::file(12'000));
        (void)x.importOneBatch(path);
        auto mapping = x.preview(path)->mapping;
        mapping.columns.remove(ImportField::TotalTime);

        const auto finished = x.import(ImportOrder{path, x.account(), mapping, {}, false});

        QVERIFY(!finished->tookUp);
        QCOMPARE(finished->rows.added + finished->rows.same, 12'000);
        QCOMPARE(x.rows(), 12'000);
    }

    void previewsTheBeginning()
    {
        ImportFixture x;
        const auto preview = x.preview(x.write(ImportFixture::file(5000)));

        QCOMPARE(preview->rows.size(), 20);
        QCOMPARE(preview->rowsRead, 200);
        QCOMPARE(preview->heading.size(), 9);
        QCOMPARE(preview->mapping.format, ImportFormat::Csv);
        QCOMPARE(preview->rows.constFirst().requestId, u"r0"_s);
        QVERIFY(!preview->mappingProblem);
        QVERIFY(!preview->importedBefore);
        QCOMPARE(x.rows(), 0);
    }

    void previewsAFileWhoseColumnsSayNothing()
    {
        ImportFixture x;
        const auto preview = x.preview(x.write("a,b\n1,2\n"));

        QVERIFY(preview->mappingProblem);
        QCOMPARE(preview->heading, (QStringList{u"a"_s, u"b"_s}));
    }

    void keepsAMappingForTheNextFileOfTheSameHeading()
    {
        ImportFixture x;
        ColumnMapping mapping;
        mapping.columns = {{ImportField::StartedAt, u"b"_s}, {ImportField::RequestId, u"a"_s}};
        const auto first = x.write("a,b\nx,2026-06-03T10:00:00Z\n");
        (void)x.import(ImportOrder{first, x.account(), mapping, {}, true});

        const auto next = x.import(x.write("a,b\ny,2026-06-04T10:00:00Z\n", u"next.csv"_s));
        const auto other = x.import(x.write("a,c\ny,2026-06-04T10:00:00Z\n", u"other.csv"_s));

        QCOMPARE(next->rows.added, 1);
        QCOMPARE(next->mapping, mapping);
        QVERIFY(!other);
    }

    void wholeRowsBecomeTheAccountsAuthority()
    {
        ImportFixture x;
        const WholeInterval whole{june(1), june(2)};

        const auto report
            = x.import(ImportOrder{x.write(ImportFixture::file(10)), x.account(), {}, whole, false});

        QVERIFY(report->isWhole);
        QCOMPARE(wholeUntil(x), june(2));
        QCOMPARE(x.count("SELECT SUM(billed_nanos) FROM piece WHERE rank = 1"), 100'000'000);
    }

    void refusedRowsAreMissingSoTheRestIsNotWhole()
    {
        ImportFixture x;
        const WholeInterval whole{june(1), june(2)};
        const auto path = x.write(ImportFixture::file(10) + ImportFixture::line(11, "x"));

        const auto report = x.import(ImportOrder{path, x.account(), {}, whole, false});

        QVERIFY(report->wasNotWhole);
        QVERIFY(!report->isWhole);
        QVERIFY(!wholeUntil(x).isValid());
    }

    void namesOfKeysFindTheirKeys()
    {
        ImportFixture x;
        {
            auto database = x.open();
            PollFacts facts;
            facts.keys
                = {key(u"hash-0"_s, u"k0"_s), key(u"hash-1"_s, u"twice"_s), key(u"hash-2"_s, u"twice"_s)};
            QVERIFY(KeyRepository(database).update(x.account(), facts, june(1)));
        }

        const auto preview = x.preview(x.write(ImportFixture::file(2)));

        QCOMPARE(preview->rows.at(0).remoteKeyId, u"hash-0"_s);
        QCOMPARE(preview->rows.at(1).remoteKeyId, u"k1"_s);
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("fact");

        QTest::newRow("empty") << ""_ba << u"empty"_s;
        QTest::newRow("binary") << QByteArray("PK\3\4\0\0", 6) << u"binary"_s;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                              "a\0,\0",
            6) << u"utf-16"_s;
        QTest::newRow("a JSON list") << "[{\"id\":1}]"_ba << u"json array"_s;
        QTest::newRow("blank") << "\n\n\n"_ba << u"no heading"_s;
        QTest::newRow("broken JSON") << "{nothing\n"_ba << u"no heading"_s;
        QTest::newRow("one endless line") << QByteArray(5'000'000, 'x') << u"no heading"_s;
    }

    void saysWhatIsWrongWithAFile()
    {
        ImportFixture x;
        QFETCH(QByteArray, content);
        QFETCH(QString, fact);

        const auto report = x.import(x.write(content));

        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::File);
        QCOMPARE(report.error().detail, fact);
        QCOMPARE(x.rows(), 0);
    }

    void saysWhatIsWrongWithAPath()
    {
        ImportFixture x;
        QCOMPARE(x.import(x.folder() + u"/nowhere.csv"_s).error().detail, u"missing"_s);
        QCOMPARE(x.import(x.folder()).error().detail, u"directory"_s);
        QCOMPARE(x.import(u"/dev/null"_s).error().detail, u"special"_s);
    }

    void aFileThatGrowsMeanwhileIsNotFinished()
    {
        ImportFixture x;
        const auto path = x.write(ImportFixture::file(12'000));

        const auto report = x.import(x.order(path), [path] {
            QFile grown(path);
            if (grown.open(QIODevice::Append))
                grown.write(ImportFixture::line(40'000));
        });

        QVERIFY(!report);
        QCOMPARE(report.error().detail, u"changed"_s);
        QCOMPARE(x.fileState(), u"stopped"_s);
        QCOMPARE(x.rows(), ImportRun::BatchRows);
        QCOMPARE(x.staleStretches(), 0);
    }

    void aFileThatVanishesMeanwhileIsNotFinished()
    {
        ImportFixture x;
        const auto path = x.write(ImportFixture::file(12'000));

        const auto report = x.import(x.order(path), [path] { QFile::remove(path); });

        QVERIFY(!report);
        QCOMPARE(report.error().detail, u"missing"_s);
        QCOMPARE(x.rows(), ImportRun::BatchRows);
    }

    void anAccountMustExist()
    {
        ImportFixture x;
        const auto report
            = x.import(ImportOrder{x.write(ImportFixture::file(1)), AccountId(99), {}, {}, false});

        QVERIFY(!report);
        QCOMPARE(report.error().kind, Error::Kind::NotFound);
    }

    void readsStructuredLogs()
    {
        ImportFixture x;
        const auto report = x.import(x.write(
            R"({"ts":1780394400,"generation_id":"gen-1","model":"alpha","served_model":"beta","usage":{"prompt_tokens":10,"cost":0.25},"latency_ms":812.4,"status":200})"
            "\n"
            R"({"ts":1780394401,"generation_id":"gen-2","model":"alpha","error":"upstream broke","status":"failed"})"
            "\n{\n",
            u"log.jsonl"_s));

        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->mapping.format, ImportFormat::JsonLines);
        QCOMPARE(report->rows, (StoredRows{2, 0, 0, 1}));
        QCOMPARE(report->problems.constFirst().line, 3);
        QCOMPARE(x.count("SELECT SUM(billed_nanos) FROM request"), 250'000'000);
    }
};

QTEST_GUILESS_MAIN(ImportRunTest)
#include "tst_import_run.moc"
