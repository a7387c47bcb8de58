// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/scripted_http.h"
#include "sync/gateway_poll.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Endless = 1 << 30;
constexpr auto SkippedStatus = 410;

//! Its pages are numbered, page n holds the key n, the last one is `pages`. A page that is gone (410) is left
//! out. The request for page 13 is a POST.
class PagedConnector final : public Connector {
public:
    explicit PagedConnector(int pages) : m_pages(pages) { }

    [[nodiscard]] QString displayName() const override { return u"Paged"_s; }
    [[nodiscard]] QUrl defaultBaseUrl() const override { return {}; }
    [[nodiscard]] Capabilities capabilities() const override { return {}; }
    [[nodiscard]] ErrorCatalogue errorCatalogue() const override { return {}; }
    [[nodiscard]] QByteArray firstCursor(const PollContext &) const override { return "1"_ba; }
    [[nodiscard]] HttpRequest request(const QUrl &baseUrl, const QByteArray &cursor) const override
    {
        HttpRequest request;
        request.url = QUrl(baseUrl.toString() + u'/' + QString::fromLatin1(cursor));
        if (cursor == "13")
            request.method = "POST"_ba;
        return request;
    }
    [[nodiscard]] Result<PollPage> read(const QByteArray &cursor, const HttpResponse &response) const override
    {
        if (response.body != "{}")
            return fail(Error::Kind::Protocol, u"field"_s);
        PollPage page;
        KeyFacts key;
        key.remoteId = QString::fromLatin1(cursor);
        page.facts.keys.append(key);
        if (cursor.toInt() < m_pages)
            page.next = QByteArray::number(cursor.toInt() + 1);
        return page;
    }

    [[nodiscard]] std::optional<PollPage> afterRefusal(
        const QByteArray &cursor, const Error &refusal) const override
    {
        if (refusal.httpStatus != SkippedStatus)
            return std::nullopt;
        PollPage page;
        if (cursor.toInt() < m_pages)
            page.next = QByteArray::number(cursor.toInt() + 1);
        return page;
    }

private:
    int m_pages;
};

Result<HttpResponse> page()
{
    return ScriptedHttp::json("{}");
}

Result<HttpResponse> refusal(int status, const QByteArray &retryAfter = {})
{
    auto response = ScriptedHttp::json("{\"error\":{\"message\":\"no\"}}", status);
    if (!retryAfter.isEmpty())
        response.headers.append("Retry-After", retryAfter);
    return response;
}

Result<HttpResponse> website()
{
    HttpResponse response{.status = 500, .body = "<!doctype html><html></html>"};
    response.headers.append("Content-Type", "text/html");
    return response;
}

} // namespace

class GatewayPollTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsThePages()
    {
        ScriptedHttp http([](const QUrl &) { return page(); });
        const auto answer = run(http, 3);
        QVERIFY(answer.facts.has_value());
        QCOMPARE(answer.facts->keys.size(), 3);
        QCOMPARE(answer.facts->keys.at(2).remoteId, u"3"_s);
        QCOMPARE(answer.requests, 3);
        QCOMPARE(http.asked().size(), 3);
        QCOMPARE(http.mostInFlight(), 1);
        QVERIFY(http.alwaysWithKey());
    }

    void repeatsOnlyWhatIsWorthIt_data()
    {
        using Script = QList<ScriptedAnswer>;
        QTest::addColumn<Script>("script"); // then pages
        QTest::addColumn<int>("requests");
        QTest::addColumn<bool>("succeeds");
        const ScriptedAnswer broken = fail(Error::Kind::Network);
        const ScriptedAnswer late = fail(Error::Kind::Timeout);
        const auto always = [](const ScriptedAnswer &one) { return Script{one, one, one, one, one}; };
        QTest::newRow("nothing wrong") << Script{} << 1 << true;
        QTest::newRow("connection broken once") << Script{broken} << 2 << true;
        QTest::newRow("connection broken twice") << Script{broken, late} << 3 << true;
        QTest::newRow("connection always broken") << always(broken) << 3 << false;
        QTest::newRow("always too late") << always(late) << 3 << false;
        QTest::newRow("500") << Script{refusal(500)} << 2 << true;
        QTest::newRow("always 503") << always(refusal(503)) << 3 << false;
        QTest::newRow("429") << Script{refusal(429)} << 2 << true;
        QTest::newRow("429 with a short wait") << Script{refusal(429, "0")} << 2 << true;
        QTest::newRow("429 with a long wait") << always(refusal(429, "31")) << 1 << false;
        QTest::newRow("401") << always(refusal(401)) << 1 << false;
        QTest::newRow("402") << always(refusal(402)) << 1 << false;
        QTest::newRow("403") << always(refusal(403)) << 1 << false;
        QTest::newRow("404") << always(refusal(404)) << 1 << false;
        QTest::newRow("a website") << always(website()) << 1 << false;
        QTest::newRow("certificate") << always(fail(Error::Kind::Tls)) << 1 << false;
        QTest::newRow("no such host") << always(fail(Error::Kind::HostNotFound)) << 1 << false;
        QTest::newRow("too large") << always(fail(Error::Kind::TooLarge)) << 1 << false;
        QTest::newRow("redirect") << always(refusal(302)) << 1 << false;
    }
    void repeatsOnlyWhatIsWorthIt()
    {
        QFETCH(const QList<ScriptedAnswer>, script);
        QFETCH(const int, requests);
        QFETCH(const bool, succeeds);
        auto left = script;
        ScriptedHttp http(
            [&left](const QUrl &) { return left.isEmpty() ? page() : left.takeFirst().result; });
        const auto answer = run(http, 1);
        QCOMPARE(answer.facts.has_value(), succeeds);
        QCOMPARE(answer.requests, requests);
        QCOMPARE(http.asked().size(), requests);
    }

    void retryAfterComesBeforeTheOwnPace()
    {
        int asked = 0;
        ScriptedHttp http([&asked](const QUrl &) { return ++asked == 1 ? refusal(429, "0") : page(); });
        // Its own pace would outlast the test.
        const auto answer = run(http, 1, {2, std::chrono::hours(1), std::chrono::hours(1)});
        QVERIFY(answer.facts.has_value());
        QCOMPARE(answer.requests, 2);
    }

    void everyPageHasItsOwnRepeats()
    {
        QHash<QUrl, int> asked;
        ScriptedHttp http([&asked](const QUrl &url) { return ++asked[url] <= 2 ? refusal(503) : page(); });
        const auto answer = run(http, 2);
        QVERIFY(answer.facts.has_value());
        QCOMPARE(answer.requests, 6);
    }

    void aPageThatFailsGivesNoFacts_data()
    {
        QTest::addColumn<ScriptedAnswer>("second");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("refused") << ScriptedAnswer(refusal(401)) << Error::Kind::Rejected;
        QTest::newRow("odd") << ScriptedAnswer(ScriptedHttp::json("[]")) << Error::Kind::Protocol;
        QTest::newRow("website") << ScriptedAnswer(website()) << Error::Kind::NotAnApi;
        QTest::newRow("broken") << ScriptedAnswer(fail(Error::Kind::Network)) << Error::Kind::Network;
    }
    void aPageThatFailsGivesNoFacts()
    {
        QFETCH(const ScriptedAnswer, second);
        QFETCH(const Error::Kind, kind);
        ScriptedHttp http(
            [&second](const QUrl &url) { return url.path().endsWith(u"/2") ? second.result : page(); });
        const auto answer = run(http, 3);
        QVERIFY(!answer.facts.has_value());
        QCOMPARE(answer.facts.error().kind, kind);
    }

    void theConnectorMayDoWithoutAPage()
    {
        ScriptedHttp http(
            [](const QUrl &url) { return url.path().endsWith(u"/2") ? refusal(SkippedStatus) : page(); });
        const auto answer = run(http, 3);
        QVERIFY(answer.facts.has_value());
        QCOMPARE(answer.facts->keys.size(), 2);
        QCOMPARE(answer.requests, 3);
    }

    void whereNobodyAnsweredThereIsNothingToDoWithout()
    {
        ScriptedHttp http([](const QUrl &url) {
            return url.path().endsWith(u"/2") ? Result<HttpResponse>(fail(Error::Kind::Network)) : page();
        });
        QVERIFY(!run(http, 3).facts.has_value());
    }

    void onlyAGetIsRepeated()
    {
        ScriptedHttp http(
            [](const QUrl &url) { return url.path().endsWith(u"/13") ? refusal(503) : page(); });
        const auto answer = run(http, 20);
        QVERIFY(!answer.facts.has_value());
        QCOMPARE(answer.requests, 13);
    }

    void pagesThatNeverEndAreCutOff()
    {
        ScriptedHttp http([](const QUrl &) { return page(); });
        const auto answer = run(http, Endless);
        QVERIFY(!answer.facts.has_value());
        QCOMPARE(answer.facts.error().kind, Error::Kind::Protocol);
        QCOMPARE(answer.requests, 400);
    }

private:
    using Fast = std::chrono::milliseconds;

    static PollAnswer run(ScriptedHttp &http, int pages, RepeatPolicy policy = {2, Fast(1), Fast(1)})
    {
        const FakeClock clock(QDateTime(QDate(2026, 6, 18), QTime(9, 0), Qt::UTC));
        GatewayPoll poll(http, clock, policy);
        const auto key = std::make_shared<const Secret>(*Secret::fromInput("sk-test"));
        PollContext context;
        context.now = clock.now();
        return await(poll.run(
            std::make_shared<PagedConnector>(pages), QUrl(u"https://gateway.example"_s), key, context));
    }
};

QTEST_GUILESS_MAIN(GatewayPollTest)
#include "tst_gateway_poll.moc"
