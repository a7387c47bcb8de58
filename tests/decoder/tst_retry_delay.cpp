// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/refusal.h"
#include "decoder/retry_delay.h"
#include "support/answers.h"

#include <QJsonDocument>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 None = -1;

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class RetryDelayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDelays_data()
    {
        QTest::addColumn<QList<HttpHeaders::Field>>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("seconds");
        using Fields = QList<HttpHeaders::Field>;
        const auto header
            = [](const char *name, const QByteArray &value, qint64 seconds, const char *row = nullptr) {
                  QTest::addRow("%s: %s", row ? row : name, value.constData())
                      << Fields{{name, value}} << "{}"_ba << seconds;
              };
        header("Retry-After", "7", 7);
        header("Retry-After", "1.2", 2);
        header("Retry-After", "86400", 86'400); // a person may know that it is a day
        header("Retry-After", "Wed, 18 Nov 2026 12:01:00 GMT", 60);
        header("Retry-After", "soon", None);
        header("Retry-After", "-5", None);
        header("retry-after-ms", "1500", 2);
        QTest::newRow("counted from the answer's own date")
            << Fields{{"Date", "Wed, 18 Nov 2026 07:00:00 GMT"},
                   {"Retry-After", "Wed, 18 Nov 2026 07:00:30 GMT"}}
            << "{}"_ba << qint64(30);
        const auto body = [](const char *name, const QByteArray &json, qint64 seconds) {
            QTest::newRow(name) << Fields() << json << seconds;
        };
        body("headers inside", R"({"error":{"metadata":{"headers":{"Retry-After":"9"}}}})", 9);
        body("a number inside", R"({"error":{"metadata":{"retry_after":4}}})", 4);
        body("availability", R"({"error":{"availability":{"retry_after":15}}})", 15);
        body("Google", R"({"error":{"details":[{"retryDelay":"31.5s"}]}})", 32);
        body("in words, seconds", R"({"error":{"message":"Please try again in 20s."}})", 20);
        body("in words, a fraction", R"({"error":{"message":"Please try again in 1.898s. Visit"}})", 2);
        body("in words, minutes", R"({"error":{"message":"Please try again in 1m30.5s"}})", 91);
        body("in words, hours", R"({"error":{"message":"try again in 2h5m"}})", 7500);
        body("in words, milliseconds", R"({"error":{"message":"try again in 640ms"}})", 1);
        body("in words, spelt out", R"({"message":"Retry after 20 seconds"})", 20);
        body("in words of the provider",
            R"({"error":{"message":"Provider returned error","metadata":{"raw":"busy, try again in 7 s"}}})",
            7);
        body("in words of the provider, as JSON",
            R"({"error":{"message":"x","metadata":{"raw":{"error":{"message":"retry after 8s"}}}}})", 8);
        body("in words of the provider without a number",
            R"({"error":{"message":"x","metadata":{"raw":"busy, try again soon"}}})", None);
        body("in words without a number", R"({"error":{"message":"try again in a while"}})", None);
        body("nothing", "{}", None);
    }

    void readsDelays()
    {
        QFETCH(QList<HttpHeaders::Field>, headers);
        QFETCH(QByteArray, body);
        QFETCH(qint64, seconds);
        HttpHeaders fields;
        for (const auto &[name, value] : headers)
            fields.append(name, value);
        const auto delay = toldDelay(fields, object(body), ReadAt);
        QCOMPARE(delay ? delay->count() : None, seconds);
    }

    void aPollWaitsAsItIsTold_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("in words")
            << R"({"error":{"type":"rate_limit_exceeded","message":"retry after 20 seconds"}})"_ba
            << qint64(20);
        QTest::newRow("no more than an hour")
            << R"({"error":{"type":"rate_limit_exceeded","message":"try again in 5h"}})"_ba << qint64(3600);
        QTest::newRow("no less than a second")
            << R"({"error":{"type":"rate_limit_exceeded","message":"no","retry_after":0}})"_ba << qint64(1);
        QTest::newRow("not told") << R"({"error":{"type":"rate_limit_exceeded","message":"5h"}})"_ba << None;
    }

    void aPollWaitsAsItIsTold()
    {
        QFETCH(QByteArray, body);
        QFETCH(qint64, seconds);
        HttpResponse response{.status = 429, .body = body};
        const auto told = delayOf(response, object(body), ReadAt);
        QCOMPARE(told ? told->count() : None, seconds);
        const auto error = explainRefusal(response, dialectOf("torouter").codes, ReadAt);
        QCOMPARE(error.retryAfter ? error.retryAfter->count() : None, seconds);
        // Without a delay the same code means a window of the key that is used up.
        QCOMPARE(error.category, told ? Category::RateLimit : Category::KeyBudget);
    }

    void readsResets_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QDateTime>("moment");
        const QDateTime midnight({2026, 11, 19}, {0, 0}, Qt::UTC);
        QTest::newRow("ISO") << ""_ba
                             << R"({"error":{"metadata":{"resets_at":"2026-11-19T00:00:00Z"}}})"_ba
                             << midnight;
        QTest::newRow("milliseconds in a header") << "1795046400000"_ba
                                                  << "{}"_ba << midnight;
        QTest::newRow("seconds in a header") << "1795046400"_ba
                                             << "{}"_ba << midnight;
        QTest::newRow("a copy of the header")
            << ""_ba
            << R"({"error":{"metadata":{"headers":{"X-RateLimit-Reset":"1795046400000"}}}})"_ba << midnight;
        QTest::newRow("a number that is no moment") << "30"_ba
                                                    << "{}"_ba << QDateTime();
        QTest::newRow("nonsense") << "later"_ba
                                  << R"({"resets_at":"tomorrow"})"_ba << QDateTime();
    }

    void readsResets()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(QDateTime, moment);
        HttpHeaders fields;
        fields.append("X-RateLimit-Reset", headers);
        QCOMPARE(toldReset(fields, object(body), true).value_or(QDateTime()), moment);
    }

    void aWindowOfRequestsSaysNothingOfABudget()
    {
        HttpHeaders fields;
        fields.append("X-RateLimit-Reset", "1795046400000");
        QVERIFY(!toldReset(fields, {}, false));
        fields.append("X-RateLimit-Remaining", "59");
        QVERIFY(!toldReset(fields, {}, false));
        HttpHeaders spent;
        spent.append("X-RateLimit-Reset", "1795046400000");
        spent.append("X-RateLimit-Remaining", "0");
        QVERIFY(toldReset(spent, {}, false));
    }
};

QTEST_GUILESS_MAIN(RetryDelayTest)
#include "tst_retry_delay.moc"
