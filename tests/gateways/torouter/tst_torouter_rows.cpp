// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "gateways/torouter/torouter_connector.h"
#include "support/connector_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 30}, Qt::UTC);
const QUrl Base(u"https://portal.torouter.ai"_s);
const auto Key = "sk-own-key-0123456789abcdef"_ba;

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

HttpResponse envelope(const QJsonObject &data)
{
    return jsonAnswer(QJsonDocument(QJsonObject{{u"code"_s, 0}, {u"data"_s, data}}).toJson());
}

PollContext withLogin(PollPurpose purpose = PollPurpose::Poll)
{
    const auto own = *Secret::fromInput(Key);
    return {.purpose = purpose, .now = Now, .hasPanelLogin = true, .keyFingerprint = own.fingerprint()};
}

//! A panel that holds rows, as the real one would: newest first, by UTC day, in pages of its own size.
class RowPanel {
public:
    qint64 pageSize = 3;
    bool ignoresTheOrder = false; //!< oldest first
    bool ignoresTheZone = false; //!< its days begin eight hours early
    std::function<void(RowPanel &)> between = {}; //!< what happens after each page

    //! `count` rows, one each `minutes`, the last one `last`.
    void add(const QDateTime &last, int count, int minutes = 10)
    {
        for (int i = 0; i < count; ++i)
            m_rows.append({++m_lastId, last.addSecs(-60LL * minutes * i)});
    }
    [[nodiscard]] qsizetype size() const { return m_rows.size(); }

    HttpResponse answer(const HttpRequest &request)
    {
        const auto path = request.url.path();
        if (path == u"/api/v1/keys"_s)
            return envelope(
                {{u"items"_s, QJsonArray{QJsonObject{{u"id"_s, 7}, {u"key"_s, QString::fromLatin1(Key)}}}},
                    {u"total"_s, 1}, {u"page_size"_s, 100}});
        if (path == u"/api/v1/auth/me"_s)
            return envelope({});
        if (path == u"/v1/usage"_s)
            return jsonAnswer(R"({"mode":"unrestricted","isValid":true})");
        const auto page = rows(QUrlQuery(request.url));
        if (between)
            between(*this);
        return page;
    }

private:
    struct Row {
        qint64 id;
        QDateTime at;
    };

    HttpResponse rows(const QUrlQuery &query)
    {
        const auto day = [&query](const QString &name) {
            return QDate::fromString(query.queryItemValue(name), Qt::ISODate).startOfDay(Qt::UTC);
        };
        const auto shift = ignoresTheZone ? -8 * 3600 : 0;
        const auto start = day(u"start_date"_s).addSecs(shift);
        const auto end = day(u"end_date"_s).addDays(1).addSecs(shift);
        QList<Row> found;
        std::copy_if(m_rows.cbegin(), m_rows.cend(), std::back_inserter(found),
            [&](const Row &row) { return row.at >= start && row.at < end; });
        std::sort(found.begin(), found.end(),
            [this](const Row &a, const Row &b) { return ignoresTheOrder ? a.at < b.at : a.at > b.at; });
        QJsonArray items;
        const auto first = (query.queryItemValue(u"page"_s).toInt() - 1) * pageSize;
        for (auto i = first; i < std::min<qint64>(first + pageSize, found.size()); ++i)
            items.append(QJsonObject{{u"id"_s, found.at(i).id}, {u"api_key_id"_s, 7},
                {u"request_id"_s, u"client:%1"_s.arg(found.at(i).id)}, {u"actual_cost"_s, 1},
                {u"created_at"_s, utcText(found.at(i).at)}});
        return envelope({{u"items"_s, items}, {u"total"_s, found.size()}, {u"page_size"_s, pageSize}});
    }

    QList<Row> m_rows;
    qint64 m_lastId = 0;
};

ConnectorRun run(RowPanel &panel, const PollContext &context)
{
    return runConnector(torouter::ToRouterConnector(), context, Base,
        [&panel](const HttpRequest &request) { return panel.answer(request); });
}

qsizetype pagesOfRows(const ConnectorRun &run)
{
    return std::count_if(run.requests.cbegin(), run.requests.cend(),
        [](const HttpRequest &request) { return request.url.path() == u"/api/v1/usage"_s; });
}

QSet<QString> idsOf(const ConnectorRun &run)
{
    QSet<QString> ids;
    for (const auto &row : run.facts->requests)
        ids.insert(row.requestId);
    return ids;
}

} // namespace

//! Request rows of the panel: none lost, none doubled, and "all there are" said only where that is so.
class ToRouterRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFirstPollReadsTheRunningDayToItsBeginning()
    {
        RowPanel panel;
        panel.add(Now.addSecs(-60), 8); // today
        panel.add(Now.addDays(-1), 5); // yesterday
        const auto polled = run(panel, withLogin());

        QVERIFY2(polled.facts, polled.facts ? "" : qPrintable(polled.facts.error().detail));
        QCOMPARE(polled.facts->requests.size(), 8);
        QCOMPARE(idsOf(polled).size(), 8);
        QCOMPARE(pagesOfRows(polled), 3);
        QCOMPARE(polled.facts->requestsEndpoint, u"GET /api/v1/usage"_s);
        QCOMPARE(polled.facts->whole,
            std::optional(WholeInterval{QDateTime({2026, 11, 18}, {0, 0}, Qt::UTC), Now}));
        QVERIFY(polled.asked().constLast().startsWith(
            u"/api/v1/usage?start_date=2026-11-18&end_date=2026-11-18&timezone=UTC&page=3&page_size=1000"_s));
    }

    void aLaterPollStopsAnHourBeforeWhereItWas()
    {
        RowPanel panel;
        panel.add(Now.addSecs(-60), 60, 5); // five hours
        auto context = withLogin();
        context.rowsWholeUntil = Now.addSecs(-10 * 60);
        const auto polled = run(panel, context);

        QVERIFY(polled.facts);
        const auto from = Now.addSecs(-70 * 60);
        QCOMPARE(polled.facts->whole, std::optional(WholeInterval{from, Now}));
        QCOMPARE(polled.facts->requests.size(), 14); // those of 70 minutes
        for (const auto &row : polled.facts->requests)
            QVERIFY(row.startedAt >= from);
        QCOMPARE(pagesOfRows(polled), 5);
    }

    void aLongAbsenceIsLeftToTheHistory()
    {
        RowPanel panel;
        auto context = withLogin();
        context.rowsWholeUntil = Now.addDays(-40);
        const auto polled = run(panel, context);
        QVERIFY(polled.facts);
        QCOMPARE(polled.facts->whole, std::optional(WholeInterval{Now.addDays(-7), Now}));
    }

    void requestsMadeWhileWeReadAreNeitherLostNorDoubled()
    {
        RowPanel panel;
        panel.add(Now.addSecs(-60), 8);
        panel.between = [](RowPanel &that) { that.add(Now.addSecs(that.size()), 2, 0); };
        const auto polled = run(panel, withLogin());

        QVERIFY2(polled.facts, polled.facts ? "" : qPrintable(polled.facts.error().detail));
        const auto ids = idsOf(polled);
        QCOMPARE(ids.size(), polled.facts->requests.size());
        for (int id = 1; id <= 8; ++id)
            QVERIFY2(ids.contains(u"client:%1"_s.arg(id)), qPrintable(QString::number(id)));
        QVERIFY(polled.facts->whole);
        QCOMPARE(polled.facts->whole->end, Now); // what came later is the next poll's
    }

    void whatIsNotAllThereIsIsNotSaidToBe_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::newRow("the panel counts more than it gives") << 0;
        QTest::newRow("rows vanish while we read") << 1;
        QTest::newRow("the zone is not heard") << 2;
    }

    void whatIsNotAllThereIsIsNotSaidToBe()
    {
        QFETCH(int, trouble);
        RowPanel panel;
        panel.add(Now.addSecs(-60), 8);
        panel.add(QDateTime({2026, 11, 17}, {20, 0}, Qt::UTC), 3);
        panel.ignoresTheZone = trouble == 2;
        const auto polled
            = runConnector(torouter::ToRouterConnector(), withLogin(), Base, [&](const HttpRequest &request) {
                  auto answer = panel.answer(request);
                  if (request.url.path() != u"/api/v1/usage"_s)
                      return answer;
                  auto data = object(answer.body)["data"_L1].toObject();
                  if (trouble == 0)
                      data["total"_L1] = data["total"_L1].toInteger() + 1;
                  if (trouble == 1 && request.url.query().contains(u"page=2&"_s))
                      data["items"_L1] = QJsonArray();
                  return envelope(data);
              });
        QVERIFY2(polled.facts, polled.facts ? "" : qPrintable(polled.facts.error().detail));
        QVERIFY(!polled.facts->requests.isEmpty()); // they itemise
        QVERIFY(!polled.facts->whole);
    }

    void withoutAnOrderEverythingIsReadBeforeItIsWhole()
    {
        RowPanel panel;
        panel.ignoresTheOrder = true;
        panel.add(Now.addSecs(-60), 8, 60);
        auto context = withLogin();
        context.rowsWholeUntil = Now.addSecs(-60);
        const auto polled = run(panel, context);
        QVERIFY(polled.facts);
        QCOMPARE(pagesOfRows(polled), 3); // to the end of the day
        QVERIFY(polled.facts->whole);
    }

    void aHistoryGoesBackMonthByMonthToTheFirstEmptyOne()
    {
        RowPanel panel;
        panel.pageSize = 4;
        panel.add(Now, 2); // the running day is the polls'
        panel.add(Now.addDays(-1), 5); // November
        panel.add(QDateTime({2026, 10, 31}, {23, 50}, Qt::UTC), 9); // October; September is empty
        panel.add(QDateTime({2026, 8, 1}, {0, 0}, Qt::UTC), 1); // beyond it
        const auto history = run(panel, withLogin(PollPurpose::History));

        QVERIFY2(history.facts, history.facts ? "" : qPrintable(history.facts.error().detail));
        QCOMPARE(history.facts->requests.size(), 14);
        QList<WholeInterval> whole;
        for (const auto &page : history.pages) {
            if (page.facts.whole)
                whole.append(*page.facts.whole);
        }
        const auto day = [](int month, int date) { return QDateTime({2026, month, date}, {0, 0}, Qt::UTC); };
        QCOMPARE(whole,
            (QList<WholeInterval>{
                {day(11, 1), day(11, 18)}, {day(10, 1), day(11, 1)}, {day(9, 1), day(10, 1)}}));
        QCOMPARE(history.pages.constLast().progress, std::optional(HistoryProgress{400, 400}));
        for (const auto &page : history.pages)
            QVERIFY(page.facts.keys.isEmpty() && !page.facts.listsAllKeys);
    }

    void aHistoryEndsAfterFourHundredDays()
    {
        RowPanel panel;
        panel.pageSize = 1000;
        panel.add(Now.addDays(-1), 500, 24 * 60);
        const auto history = run(panel, withLogin(PollPurpose::History));
        QVERIFY(history.facts);
        QDateTime oldest = Now;
        for (const auto &row : history.facts->requests)
            oldest = std::min(oldest, row.startedAt);
        QVERIFY(oldest <= Now.addDays(-400));
        QVERIFY(oldest >= Now.addDays(-431)); // whole months
    }

    void aPartOfAMonthWithoutRowsIsNoEnd()
    {
        RowPanel panel;
        const QDateTime second({2026, 11, 2}, {9, 0}, Qt::UTC);
        panel.add(QDateTime({2026, 10, 20}, {9, 0}, Qt::UTC), 1);
        auto context = withLogin(PollPurpose::History);
        context.now = second;
        const auto history = run(panel, context);
        QVERIFY(history.facts);
        QCOMPARE(history.facts->requests.size(), 1);
    }
};

QTEST_GUILESS_MAIN(ToRouterRowsTest)
#include "tst_torouter_rows.moc"
