// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/csv_reader.h"
#include "sync/import/mapping_guess.h"
#include "sync/import/row_reader.h"

#include <QTest>

#include <functional>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Read {
    QList<RequestFacts> rows;
    QList<RowProblem> problems;
};

QStringList headingOf(const Record &record)
{
    QStringList heading;
    for (const auto field : record.fields)
        heading.append(QString::fromUtf8(field));
    return heading;
}

//! A whole file, read by the mapping that is guessed from its heading, and then changed.
Read read(QByteArrayView text, RowOwner owner = {}, const std::function<void(ColumnMapping &)> &change = {})
{
    CsvReader reader;
    reader.feed(text);
    reader.finish();
    if (reader.next() != RecordReader::Step::Record)
        return {};
    const auto heading = headingOf(reader.record());
    auto mapping = guessMapping({false, ',', heading, {}});
    if (change)
        change(mapping);
    RowReader rows(mapping, heading, std::move(owner));
    Read all;
    while (reader.next() == RecordReader::Step::Record) {
        RequestFacts row;
        const auto verdict = rows.read(reader.record(), row);
        if (verdict == RowReader::Verdict::Row)
            all.rows.append(row);
        else if (verdict == RowReader::Verdict::Refused)
            all.problems.append(rows.problem());
    }
    return all;
}

Money dollars(qint64 nanos)
{
    return Money::fromNanos(nanos);
}

} // namespace

class RowReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnActivityLog()
    {
        const auto all
            = read("generation_id,created_at,cost_total,cost_cache,byok_usage_inference,tokens_prompt,tokens_"
                   "completion,"
                   "tokens_reasoning,tokens_cached,model_permaslug,provider_name,cancelled,streamed,"
                   "finish_reason_normalized,generation_time_ms,time_to_first_token_ms,api_key_name\n"
                   "gen-1-a,2026-06-18 "
                   "14:32:07.123,0.0123,-0.001,0,10389,137,12,8000,acme/one-20260101,Acme,false,true,"
                   "stop,2400,310,Production\n"
                   "gen-1-b,2026-06-18 14:33:00,0,,0.5,10,0,,,acme/one,Acme,true,true,,90,,Production\n");

        QVERIFY(all.problems.isEmpty());
        RequestFacts first;
        first.requestId = u"gen-1-a"_s;
        first.startedAt = QDateTime(QDate(2026, 6, 18), QTime(14, 32, 7, 123), Qt::UTC);
        first.remoteKeyId = u"Production"_s;
        first.servedModel = u"acme/one-20260101"_s;
        first.provider = u"Acme"_s;
        first.inputTokens = 10389;
        first.outputTokens = 137;
        first.cost = Amounts{dollars(12'300'000), dollars(0)};
        first.firstByteMs = 310;
        first.totalMs = 2400;
        first.detail.finishReason = u"stop"_s;
        first.detail.isStreamed = true;
        first.detail.cachedTokens = 8000;
        first.detail.reasoningTokens = 12;
        first.detail.parts.cache = dollars(-1'000'000);
        QCOMPARE(all.rows.at(0), first);
        QCOMPARE(all.rows.at(1).outcome, RequestOutcome::Incomplete);
        QCOMPARE(all.rows.at(1).cost, (Amounts{dollars(0), dollars(500'000'000)}));
        QCOMPARE(all.rows.at(1).firstByteMs, std::nullopt);
    }

    void readsPanelUsageAndMakesIds()
    {
        const auto text
            = "\xef\xbb\xbfTime,API Key Name,Model,Type,Input Tokens,Output Tokens,Cache Read Tokens,"
              "Cache Creation Tokens,Billed Cost,Original Cost,First Token (ms),Duration (ms)\n"
              "2026-06-18T14:32:07+08:00,ci,fable-5,Stream,100,20,30,5,0.01234567,0.02,300,1200\n"
              "2026-06-18T14:32:07+08:00,ci,fable-5,Stream,100,20,30,5,0.01234567,0.02,300,1200\n"
              "2026-06-18T14:32:08+08:00,ci,fable-5,Sync,100,20,30,5,0.01234567,0.02,,1200\n"_ba;

        const auto all = read(text, {{}, {{u"ci"_s, u"77"_s}}});

        QVERIFY(all.problems.isEmpty());
        QCOMPARE(all.rows.size(), 3);
        const auto &row = all.rows.at(0);
        QCOMPARE(row.startedAt, QDateTime(QDate(2026, 6, 18), QTime(6, 32, 7), Qt::UTC));
        QCOMPARE(row.remoteKeyId, u"77"_s);
        QCOMPARE(row.requestedModel, u"fable-5"_s);
        QCOMPARE(row.inputTokens, 135);
        QCOMPARE(row.detail.cachedTokens, 30);
        QCOMPARE(row.cost->billed, dollars(12'345'670));
        QCOMPARE(row.detail.isStreamed, true);
        QVERIFY(row.requestId.startsWith(MadeIdPrefix));
        QCOMPARE(all.rows.at(1).requestId, row.requestId + u"-2"_s);
        QVERIFY(!all.rows.at(2).requestId.startsWith(row.requestId));
    }

    void madeIdsAreOfTheContentAlone()
    {
        const auto text = "time,key,model,cost\n2026-06-18 14:00:00,a,m,1\n2026-06-18 15:00:00,a,m,2\n"_ba;
        const auto other = "cost,model,time,key\n2.00,m,2026-06-18T15:00:00.000Z,a\n"_ba;

        const auto first = read(text, {u"one"_s, {}}).rows;
        const auto again = read(text, {u"two"_s, {{u"a"_s, u"hash"_s}}}).rows;
        const auto another = read(other).rows;

        QCOMPARE(again.at(0).requestId, first.at(0).requestId);
        QCOMPARE(again.at(0).remoteKeyId, u"hash"_s);
        QCOMPARE(another.at(0).requestId, first.at(1).requestId);
    }

    void refusesWithTheLineAndTheReason_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("field");

        const auto good = "a,2026-06-18T14:00:00Z,m,200,10,0.1,USD,100"_ba;
        const auto with = [good](qsizetype column, const QByteArray &text) {
            auto fields = good.split(',');
            fields[column] = text;
            return fields.join(',');
        };
        QTest::newRow("no id") << with(0, "") << u"no_id"_s << u"id"_s;
        QTest::newRow("a long id") << with(0, QByteArray(600, 'x')) << u"too_long"_s << u"id"_s;
        QTest::newRow("no time") << with(1, "") << u"no_time"_s << u"time"_s;
        QTest::newRow("no moment") << with(1, "18/06") << u"bad_time"_s << u"time"_s;
        QTest::newRow("a word for a status") << with(3, "perhaps") << u"bad_word"_s << u"outcome"_s;
        QTest::newRow("tokens in words") << with(4, "ten") << u"bad_number"_s << u"input"_s;
        QTest::newRow("half a token") << with(4, "1.5") << u"bad_number"_s << u"input"_s;
        QTest::newRow("negative tokens") << with(4, "-3") << u"negative"_s << u"input"_s;
        QTest::newRow("cost in words") << with(5, "free") << u"bad_number"_s << u"cost"_s;
        QTest::newRow("negative cost") << with(5, "-0.1") << u"negative"_s << u"cost"_s;
        QTest::newRow("an impossible cost") << with(5, "1e12") << u"too_large"_s << u"cost"_s;
        QTest::newRow("no currency") << with(6, "dollar") << u"bad_currency"_s << u"currency"_s;
        QTest::newRow("a negative latency") << with(7, "-1") << u"negative"_s << u"total-time"_s;
        QTest::newRow("a field too few") << "a,2026-06-18T14:00:00Z,m"_ba << u"field_count"_s << QString();
    }

    void refusesWithTheLineAndTheReason()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, fault);
        QFETCH(QString, field);
        const auto good = "b,2026-06-18T14:00:00Z,m,200,10,0.1,USD,100\n"_ba;

        const auto all
            = read("id,time,model,status,input_tokens,cost,currency,latency_ms\n" + good + row + '\n' + good);

        QCOMPARE(all.rows.size(), 2);
        QCOMPARE(all.problems.size(), 1);
        const auto &problem = all.problems.constFirst();
        QCOMPARE(problem.line, 3);
        QCOMPARE(QString(toText(problem.fault)), fault);
        QCOMPARE(problem.field ? QString(toText(*problem.field)) : QString(), field);
    }

    void whatIsNotToldIsUnknown()
    {
        const auto all = read("id,time,model,status,input_tokens,cost,latency_ms,fallback\n"
                              "a,2026-06-18T14:00:00Z,,,,,,\n"
                              "b,2026-06-18T14:00:00Z,null,-,N/A,null,-,\n");

        QVERIFY(all.problems.isEmpty());
        for (const auto &row : all.rows) {
            QVERIFY(row.requestedModel.isEmpty());
            QVERIFY(!row.httpStatus && !row.inputTokens && !row.cost && !row.totalMs);
            QVERIFY(row.detail.isEmpty());
        }
    }

    void tellsHowARequestEnded_data()
    {
        QTest::addColumn<QByteArray>("fields"); // status,http_status,error_code,error,cancelled,finish_reason
        QTest::addColumn<int>("outcome");

        const auto complete = static_cast<int>(RequestOutcome::Complete);
        const auto failed = static_cast<int>(RequestOutcome::Failed);
        const auto incomplete = static_cast<int>(RequestOutcome::Incomplete);
        QTest::newRow("silence") << ",,,,,"_ba << complete;
        QTest::newRow("a word") << "Success,,,,,"_ba << complete;
        QTest::newRow("failed") << "failure,,,,,"_ba << failed;
        QTest::newRow("cut off") << "truncated,,,,,"_ba << incomplete;
        QTest::newRow("a status for a word") << "503,,,,,"_ba << failed;
        QTest::newRow("a good status") << "200,,,,,"_ba << complete;
        QTest::newRow("HTTP status") << ",429,,,,"_ba << failed;
        QTest::newRow("the word wins") << "incomplete,200,,,,"_ba << incomplete;
        QTest::newRow("an error code") << ",,rate_limit,,,"_ba << failed;
        QTest::newRow("an error message") << ",,,upstream broke,,"_ba << failed;
        QTest::newRow("no error, in words") << ",,,false,,"_ba << complete;
        QTest::newRow("cancelled") << ",200,,,true,"_ba << incomplete;
        QTest::newRow("finished with an error") << ",,,,false,error"_ba << failed;
        QTest::newRow("cut by its limit") << ",,,,,length"_ba << complete;
    }

    void tellsHowARequestEnded()
    {
        QFETCH(QByteArray, fields);
        QFETCH(int, outcome);

        const auto all = read("id,time,status,http_status,error_code,error_message,cancelled,finish_reason\n"
                              "a,2026-06-18T14:00:00Z,"
            + fields + '\n');

        QCOMPARE(all.rows.size(), 1);
        QCOMPARE(static_cast<int>(all.rows.constFirst().outcome), outcome);
    }

    void readsOtherUnits()
    {
        const auto all = read("id,time,cost_cents,currency,latency_s\na,1781793127,1.25,cny,1.5005\n");

        QCOMPARE(
            all.rows.constFirst().cost->billed, Money::fromNanos(12'500'000, *Currency::fromCode(u"CNY")));
        QCOMPARE(all.rows.constFirst().totalMs, 1500); // half to even
    }

    void masksCredentialsThatALogHolds()
    {
        const auto all = read(
            "id,time,api_key,error_message\n"
            "a,2026-06-18T14:00:00Z,sk-or-v1-0123456789abcdef0123456789abcdef,key sk-or-v1-0123456789 bad\n");

        QCOMPARE(all.rows.constFirst().remoteKeyId, u"sk-or-v1-…cdef"_s);
        QVERIFY(!all.rows.constFirst().detail.errorMessage.contains(u"0123"));
    }

    void leavesOutOtherAccountsAndSums()
    {
        const auto text = "record,time,account,generation_id,native_amount,currency,key_id\n"
                          "request,2026-06-18T14:00:00Z,main,a,0.1,USD,'=k\n"
                          "request,2026-06-18T14:00:00Z,labs,b,0.1,USD,k\n"
                          "total,,,,0.2,USD,\n,,,,,,\n"_ba;

        const auto all = read(text, {u"main"_s, {}});
        const auto others = read(text, {u"main"_s, {}}, [](ColumnMapping &m) { m.onlyAccount = u"labs"_s; });

        QCOMPARE(all.rows.size(), 1);
        QCOMPARE(all.rows.constFirst().requestId, u"a"_s);
        QCOMPARE(all.rows.constFirst().remoteKeyId, u"=k"_s);
        QCOMPARE(all.problems.size(), 1);
        QCOMPARE(all.problems.constFirst().fault, RowFault::OtherAccount);
        QCOMPARE(others.rows.constFirst().requestId, u"b"_s);
    }
};

QTEST_GUILESS_MAIN(RowReaderTest)
#include "tst_row_reader.moc"
