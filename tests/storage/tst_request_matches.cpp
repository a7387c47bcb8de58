// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_matches.h"
#include "storage/request_repository.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class RequestMatchesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void aRowWithoutIdIsTheRequestThatAGatewayTellsOfLater()
    {
        store(RowSource::FileImport, {request(u"row-1"_s, june(3, 10), 50)});

        auto polled = request(u"7001"_s, june(3, 10).addMSecs(250), 50);
        polled.provider = u"Acme"_s;
        const auto stored = store(RowSource::PolledLog, {polled});

        QCOMPARE(stored, (StoredRows{0, 1, 0, 0}));
        QCOMPARE(ids(), QStringList{u"7001"_s});
        QCOMPARE(rolledUp(), 500'000'000);
        QCOMPARE(store(RowSource::PolledLog, {polled}), (StoredRows{0, 0, 1, 0}));
    }

    void eachRowIsOneRequest()
    {
        store(RowSource::FileImport,
            {request(u"row-1"_s, june(3, 10), 50), request(u"row-1-2"_s, june(3, 10), 50)});

        const auto polled = QList{request(u"1"_s, june(3, 10), 50), request(u"2"_s, june(3, 10), 50),
            request(u"3"_s, june(3, 10), 50)};
        store(RowSource::PolledLog, polled);

        QCOMPARE(ids(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
        QCOMPARE(rolledUp(), 1'500'000'000);
    }

    void whatDiffersIsAnotherRequest_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("second") << 0;
        QTest::newRow("model") << 1;
        QTest::newRow("tokens") << 2;
        QTest::newRow("cost") << 3;
        QTest::newRow("an id of its own") << 4;
    }

    void whatDiffersIsAnotherRequest()
    {
        QFETCH(int, what);
        auto other = request(u"row-1"_s, june(3, 10), 50);
        if (what == 0)
            other.startedAt = other.startedAt.addSecs(1);
        else if (what == 1)
            other.requestedModel = other.servedModel = u"beta"_s;
        else if (what == 2)
            other.inputTokens = 11;
        else if (what == 3)
            other.cost->billed = cents(51);
        else
            other.requestId = u"rowing"_s;
        store(RowSource::FileImport, {other});

        store(RowSource::PolledLog, {request(u"7001"_s, june(3, 10), 50)});

        QCOMPARE(ids().size(), 2);
    }

    void anotherAccountsRowsStayItsOwn()
    {
        store(RowSource::FileImport, {request(u"row-1"_s, june(3, 10), 50)});
        m_account = addAccount(*m_database, u"Other"_s);

        store(RowSource::PolledLog, {request(u"7001"_s, june(3, 10), 50)});

        QCOMPARE(ids(), (QStringList{u"7001"_s, u"row-1"_s}));
    }

    void theOtherWayRoundTheRowTakesTheId()
    {
        store(RowSource::PolledLog, {request(u"7001"_s, june(3, 10).addMSecs(999), 50)});
        QList<RequestFacts> rows{
            request(u"row-1"_s, june(3, 10), 50), request(u"row-1-2"_s, june(3, 10), 50)};
        rows.first().servedModel.clear();
        rows.first().cost->billed += Money::fromNanos(400); // rounded by the file
        QSet<qint64> taken;

        QVERIFY(RequestMatches(*m_database, m_account).adoptIds(rows, taken));

        QCOMPARE(rows.at(0).requestId, u"7001"_s);
        QCOMPARE(rows.at(1).requestId, u"row-1-2"_s);
        QList<RequestFacts> later{request(u"row-1"_s, june(3, 10), 50)};
        QVERIFY(RequestMatches(*m_database, m_account).adoptIds(later, taken));
        QCOMPARE(later.constFirst().requestId, u"row-1"_s);
    }

private:
    StoredRows store(RowSource source, const QList<RequestFacts> &rows)
    {
        const auto stored = m_database->inTransaction([&] {
            return RequestRepository(*m_database)
                .store({m_account, source, u"somewhere"_s, june(4), {}}, rows);
        });
        return stored ? *stored : StoredRows{-1, -1, -1, -1};
    }

    QStringList ids()
    {
        auto rows = m_database->run(u"SELECT request_id FROM request ORDER BY request_id"_s);
        QStringList all;
        while (rows->next())
            all.append(rows->value(0).toString());
        return all;
    }

    qint64 rolledUp()
    {
        return m_database->value(u"SELECT SUM(billed_nanos) FROM request_rollup"_s)->toLongLong();
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(RequestMatchesTest)
#include "tst_request_matches.moc"
