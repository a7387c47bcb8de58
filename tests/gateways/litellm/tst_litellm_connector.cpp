// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/litellm/endpoints.h"
#include "gateways/litellm/litellm_connector.h"
#include "support/connector_run.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 30}, Qt::UTC);
const QUrl Base(u"https://litellm.example"_s);
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

HttpResponse answerTo(const HttpRequest &request)
{
    return jsonAnswer(fixture(request.url.path().section(u'/', -1)));
}

Error refusal(int status)
{
    return Error{.kind = Error::Kind::Rejected, .httpStatus = status};
}

//! The cursor of a step, reached the way a poll reaches it.
QByteArray cursorAt(const QString &path)
{
    const litellm::LiteLlmConnector connector;
    auto next = std::optional(connector.firstCursor({.now = Now}));
    while (next && !connector.request(Base, *next).url.path().endsWith(path))
        next = connector.read(*next, answerTo(connector.request(Base, *next)))->next;
    return next.value_or(QByteArray());
}

} // namespace

class LiteLlmConnectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheKeyThatAsks()
    {
        const auto answer = litellm::parseOwnKey(object(fixture(u"info"_s)));

        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->key.remoteId, Ops);
        QCOMPARE(answer->key.name, u"ops"_s);
        QCOMPARE(answer->key.masked, u"sk-...77aa"_s);
        QVERIFY(!answer->key.isDisabled);
        QCOMPARE(answer->key.cap, std::optional(Cap{usd("10"), usd("1.25"), u"monthly"_s}));
        QCOMPARE(answer->key.expiresAt, std::optional(QDateTime({2027, 1, 1}, {0, 0}, Qt::UTC)));
        QCOMPARE(answer->counter->lifetime.billed, usd("1.25"));
        QCOMPARE(answer->counter->endpoint, u"GET /key/info"_s);
        QCOMPARE(answer->budget->resetsAt, std::optional(QDateTime({2026, 12, 1}, {0, 0}, Qt::UTC)));
        QCOMPARE(answer->budget->name, u"30d"_s);
    }

    void readsWhichModelsAKeyIsLimitedTo_data()
    {
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<std::optional<QStringList>>("allowed");
        QTest::newRow("not told") << ""_ba << std::optional<QStringList>();
        QTest::newRow("none of its own") << R"(,"models":[])"_ba << std::optional(QStringList());
        QTest::newRow("those of its team")
            << R"(,"models":["all-team-models"])"_ba << std::optional(QStringList());
        QTest::newRow("two") << R"(,"models":["a","b"])"_ba << std::optional(QStringList{u"a"_s, u"b"_s});
    }

    void readsWhichModelsAKeyIsLimitedTo()
    {
        QFETCH(QByteArray, models);
        QFETCH(std::optional<QStringList>, allowed);
        const auto answer = litellm::parseOwnKey(object(
            R"({"info":{"spend":0,"team_id":"t1","created_at":"2026-05-02T00:00:00Z")" + models + "}}"));
        QVERIFY(answer);
        QCOMPARE(answer->key.allowedModels, allowed);
        QCOMPARE(answer->key.remoteGroup, u"t1"_s);
        QCOMPARE(answer->key.createdAt, std::optional(QDateTime({2026, 5, 2}, {0, 0}, Qt::UTC)));
    }

    void aKeyThatComesWholeIsKeptAsItsHash()
    {
        const auto answer = litellm::parseOwnKey(
            object(R"({"key":"sk-very-secret","info":{"spend":0,"key_name":"sk-very-secret"}})"));
        QVERIFY(answer);
        // SHA-256 of "sk-very-secret", as the proxy names it
        QCOMPARE(answer->key.remoteId, u"e7f15906532b67bd6092bc956bd77b16e621e812dc0ec0479544b370334d6b37"_s);
        QVERIFY(!answer->key.masked.contains(u"very"_s));
    }

    void aKeyWithoutNameIsItself()
    {
        const auto answer = litellm::parseOwnKey(object(R"({"info":{"spend":"0.5","blocked":true}})"));
        QVERIFY(answer);
        QCOMPARE(answer->key.remoteId, u"self"_s);
        QCOMPARE(answer->counter->remoteKeyId, u"self"_s);
        QVERIFY(answer->key.isDisabled);
        QVERIFY(!answer->key.cap && !answer->budget);
    }

    void readsPeriodsAsTheCalendarsWord_data()
    {
        QTest::addColumn<QString>("duration");
        QTest::addColumn<QString>("reset");
        QTest::newRow("a day") << u"1d"_s << u"daily"_s;
        QTest::newRow("24 hours") << u"24h"_s << u"daily"_s;
        QTest::newRow("a week") << u"7d"_s << u"weekly"_s;
        QTest::newRow("a month") << u"1mo"_s << u"monthly"_s;
        QTest::newRow("any other") << u"12h"_s << QString();
        QTest::newRow("none") << QString() << QString();
    }

    void readsPeriodsAsTheCalendarsWord()
    {
        QFETCH(QString, duration);
        QFETCH(QString, reset);
        const auto answer = litellm::parseOwnKey(QJsonObject{{u"info"_s,
            QJsonObject{{u"spend"_s, 0}, {u"max_budget"_s, 5}, {u"budget_duration"_s, duration}}}});
        QVERIFY(answer);
        QCOMPARE(answer->key.cap->reset, reset);
    }

    void anAdminKeyTellsEveryKeyAndItsDays()
    {
        const auto run = runConnector(litellm::LiteLlmConnector(), {.now = Now}, Base, answerTo);

        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QCOMPARE(run.asked(),
            (QStringList{u"/key/info"_s, u"/key/list?return_full_object=true&page=1&size=100"_s,
                u"/user/daily/activity?start_date=2026-08-21&end_date=2026-11-18&page=1&page_size=1000"_s}));
        QCOMPARE(run.facts->role, std::optional(KeyRole::Management));
        QVERIFY(run.facts->listsAllKeys);
        QVERIFY(run.facts->tellsLimits);
        QCOMPARE(run.facts->models, std::optional<qint64>(2));
        QCOMPARE(run.facts->keys.size(), 2); // the own one once
        QCOMPARE(run.facts->counters.size(), 2);
        const auto &other = run.facts->keys.at(1);
        QCOMPARE(other.remoteId, Other);
        QCOMPARE(other.name, u"sk-...91cd"_s); // it has no alias
        QVERIFY(other.isDisabled);
    }

    void aListOfSeveralPagesIsWholeAtItsEnd()
    {
        const auto run
            = runConnector(litellm::LiteLlmConnector(), {.now = Now}, Base, [](const HttpRequest &request) {
                  if (!request.url.path().endsWith(u"/list"_s))
                      return answerTo(request);
                  const bool isFirst = request.url.query().contains(u"page=1"_s);
                  return jsonAnswer(
                      isFirst ? R"({"keys":["aa"],"total_pages":2})" : R"({"keys":["bb"],"total_pages":2})");
              });
        QVERIFY(run.facts);
        QCOMPARE(run.requests.size(), 4);
        QCOMPARE(run.facts->keys.size(), 3);
        QVERIFY(run.facts->listsAllKeys);
    }

    void whatAKeyMayDoShowsInWhatAnswers_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("a bad key") << u"/key/info"_s << 401 << false;
        QTest::newRow("the master key has no info") << u"/key/info"_s << 404 << true;
        QTest::newRow("an ordinary key may not list: 401") << u"/key/list"_s << 401 << true;
        QTest::newRow("an ordinary key may not list: 403") << u"/key/list"_s << 403 << true;
        QTest::newRow("asked too often") << u"/key/list"_s << 429 << false;
        QTest::newRow("the proxy failed") << u"/key/list"_s << 500 << false;
        QTest::newRow("no days in this build") << u"/user/daily/activity"_s << 404 << true;
        QTest::newRow("days that are not for this key") << u"/user/daily/activity"_s << 403 << true;
        QTest::newRow("days, with a key that has gone bad") << u"/user/daily/activity"_s << 401 << false;
        QTest::newRow("days, asked too often") << u"/user/daily/activity"_s << 429 << false;
    }

    void whatAKeyMayDoShowsInWhatAnswers()
    {
        QFETCH(QString, step);
        QFETCH(int, status);
        QFETCH(bool, goesOn);
        const auto cursor = cursorAt(step);
        QVERIFY(!cursor.isEmpty());
        QCOMPARE(litellm::LiteLlmConnector().afterRefusal(cursor, refusal(status)).has_value(), goesOn);
    }

    void aKeyThatNeitherTellsNorListsIsRefused()
    {
        const litellm::LiteLlmConnector connector;
        const auto list = connector.afterRefusal(connector.firstCursor({.now = Now}), refusal(404))->next;
        QVERIFY(list);
        QVERIFY(!connector.afterRefusal(*list, refusal(401)));
    }

    void aTestAsksForNoDays()
    {
        const auto run = runConnector(
            litellm::LiteLlmConnector(), {.purpose = PollPurpose::Test, .now = Now}, Base, answerTo);
        QVERIFY(run.facts);
        QCOMPARE(run.requests.size(), 2);
        QCOMPARE(run.facts->role, std::optional(KeyRole::Management));
    }

    void asksFromTheDayBeforeTheLastPoll_data()
    {
        QTest::addColumn<QDateTime>("lastFetched");
        QTest::addColumn<QString>("since");
        QTest::newRow("never") << QDateTime() << u"2026-08-21"_s;
        QTest::newRow("a minute ago") << Now.addSecs(-60) << u"2026-11-17"_s;
        QTest::newRow("a week ago") << Now.addDays(-7) << u"2026-11-10"_s;
        QTest::newRow("a year ago") << Now.addYears(-1) << u"2026-08-21"_s;
    }

    void asksFromTheDayBeforeTheLastPoll()
    {
        QFETCH(QDateTime, lastFetched);
        QFETCH(QString, since);
        PollContext context{.now = Now};
        if (lastFetched.isValid())
            context.lastFetched = lastFetched;
        const auto run = runConnector(litellm::LiteLlmConnector(), context, Base, answerTo);
        QVERIFY(run.asked().constLast().contains(u"start_date="_s + since));
    }

    void refusesWhatMakesNoSenseAndNamesIt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("named");
        QTest::newRow("no spend") << R"({"info":{}})"_ba << u"\"spend\""_s;
        QTest::newRow("negative spend") << R"({"info":{"spend":-1}})"_ba << u"\"spend\""_s;
        QTest::newRow("a budget of rubbish")
            << R"({"info":{"spend":1,"max_budget":"x"}})"_ba << u"\"max_budget\""_s;
        QTest::newRow("no info") << R"({"key":"x"})"_ba << u"\"info\""_s;
    }

    void refusesWhatMakesNoSenseAndNamesIt()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, named);
        const auto answer = litellm::parseOwnKey(object(body));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Protocol);
        QVERIFY2(answer.error().detail.contains(named), qPrintable(answer.error().detail));
    }

    void anAddressWithAVersionIsTakenWithoutIt()
    {
        const litellm::LiteLlmConnector connector;
        const auto cursor = connector.firstCursor({.now = Now});
        QCOMPARE(connector.request(QUrl(u"https://h.example/proxy/v1/"_s), cursor).url,
            QUrl(u"https://h.example/proxy/key/info"_s));
    }
};

QTEST_GUILESS_MAIN(LiteLlmConnectorTest)
#include "tst_litellm_connector.moc"
