// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/litellm/endpoints.h"

#include <QFile>
#include <QJsonDocument>
#include <QMap>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 30}, Qt::UTC);
const auto Ops = u"a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4"_s;
const auto Other = u"ffee0011ffee0011ffee0011ffee0011ffee0011ffee0011ffee0011ffee0011"_s;

QByteArray fixture(const QString &name)
{
    QFile file(QFINDTESTDATA(u"litellm/fixtures/"_s + name + u".json"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Money usd(const char *text)
{
    return Money::fromText(QString::fromLatin1(text)).value_or(Money());
}

} // namespace

class LiteLlmActivityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void daysAreByKeyAndModel()
    {
        const auto activity = litellm::parseActivity(object(fixture(u"activity"_s)), 1, Now);

        QVERIFY2(activity, activity ? "" : qPrintable(activity.error().detail));
        QVERIFY(activity->isLast);
        QMap<std::pair<QString, QString>, BucketFacts> found;
        Money total;
        for (const auto &bucket : activity->buckets) {
            found.insert({bucket.remoteKeyId, bucket.model}, bucket);
            total += bucket.amount.billed;
        }
        QCOMPARE(total, usd("0.9"));
        const auto ops = found.value({Ops, u"alpha"_s});
        QCOMPARE(ops.amount.billed, usd("0.5"));
        QCOMPARE(ops.start, QDateTime({2026, 11, 18}, {0, 0}, Qt::UTC));
        QCOMPARE(ops.end, Now);
        QCOMPARE(ops.requests, std::optional<qint64>(1));
        QCOMPARE(ops.inputTokens, std::optional<qint64>(100));
        QCOMPARE(found.value({Other, u"alpha"_s}).amount.billed, usd("0.3"));
        const auto rest = found.value({Ops, QString()}); // spent beyond its models
        QCOMPARE(rest.amount.billed, usd("0.1"));
        QVERIFY(!rest.requests);
        QVERIFY(!found.contains({Other, QString()}));
        const auto empty = found.value({QString(), QString()}); // a measured zero
        QCOMPARE(empty.start, QDateTime({2026, 11, 17}, {0, 0}, Qt::UTC));
        QCOMPARE(empty.end, QDateTime({2026, 11, 18}, {0, 0}, Qt::UTC));
        QVERIFY(empty.amount.billed.isZero());
    }

    void olderBuildsTellLess_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QStringList>("scopes"); // key|model|amount

        QTest::newRow("keys without models")
            << R"({"date":"2026-11-17","metrics":{"spend":2},"breakdown":{"models":{"m":{"spend":2}},"api_keys":{"k":{"spend":2}}}})"_ba
            << QStringList{u"k||2.000000000"_s};
        QTest::newRow("models without keys")
            << R"({"date":"2026-11-17","metrics":{"spend":2},"breakdown":{"models":{"m":{"spend":"1.5"},"n":{"metrics":{"spend":0.5}}}}})"_ba
            << QStringList{u"|m|1.500000000"_s, u"|n|0.500000000"_s};
        QTest::newRow("a total alone")
            << R"({"date":"2026-11-17","metrics":{"spend":2}})"_ba << QStringList{u"||2.000000000"_s};
        QTest::newRow("sums of binary fractions")
            << R"({"date":"2026-11-17","breakdown":{"models":{"m":{"metrics":{"spend":0.3},"api_key_breakdown":{"k":{"metrics":{"spend":0.1}}}},"n":{"metrics":{"spend":0.3},"api_key_breakdown":{"k":{"metrics":{"spend":0.2}}}}},"api_keys":{"k":{"metrics":{"spend":0.300000002}}}}})"_ba
            << QStringList{u"k|m|0.100000000"_s, u"k|n|0.200000000"_s};
        QTest::newRow("a day that has not begun")
            << R"({"date":"2026-11-19","metrics":{"spend":2}})"_ba << QStringList();
    }

    void olderBuildsTellLess()
    {
        QFETCH(QByteArray, row);
        QFETCH(QStringList, scopes);
        const auto activity = litellm::parseActivity(object("{\"results\":[" + row + "]}"), 1, Now);
        QVERIFY2(activity, activity ? "" : qPrintable(activity.error().detail));
        QStringList found;
        for (const auto &bucket : activity->buckets)
            found << bucket.remoteKeyId + u'|' + bucket.model + u'|' + bucket.amount.billed.amountText();
        QCOMPARE(found, scopes);
    }

    void pagesAreReadToTheEnd_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        QTest::addColumn<int>("page");
        QTest::addColumn<bool>("isLast");
        QTest::newRow("says there is more") << R"("metadata":{"has_more":true})"_ba << 1 << false;
        QTest::newRow("counts pages") << R"("metadata":{"total_pages":3})"_ba << 2 << false;
        QTest::newRow("the last page") << R"("metadata":{"total_pages":3,"has_more":false})"_ba << 3 << true;
        QTest::newRow("says nothing") << R"("x":1)"_ba << 1 << true;
    }

    void pagesAreReadToTheEnd()
    {
        QFETCH(QByteArray, metadata);
        QFETCH(int, page);
        QFETCH(bool, isLast);
        const auto row = R"({"results":[{"date":"2026-11-17","metrics":{"spend":1}}],)" + metadata + '}';
        QCOMPARE(litellm::parseActivity(object(row), page, Now)->isLast, isLast);
        const auto empty = R"({"results":[],)" + metadata + '}';
        QVERIFY(litellm::parseActivity(object(empty), page, Now)->isLast);
    }
};

QTEST_GUILESS_MAIN(LiteLlmActivityTest)
#include "tst_litellm_activity.moc"
