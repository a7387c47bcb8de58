// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/registry.h"
#include "support/connector_run.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 0}, Qt::UTC);
const QUrl Base(u"https://gateway.example/v1"_s);

//! tests/gateways/<folder>/fixtures/<last word of the path>.json is what a kind answers in its best case;
//! greeting.txt where it greets at its root.
HttpResponse fixtureOf(const QString &kind, const HttpRequest &request)
{
    const auto folder = QString(kind).replace(u'-', u'_');
    const auto name = request.url.path().section(u'/', -1, -1, QString::SectionSkipEmpty);
    // Lists that page end with an empty page.
    const bool isLaterPage = QUrlQuery(request.url).queryItemValue(u"offset"_s).toInt() > 0;
    const auto json = (isLaterPage ? u"empty"_s : name) + u".json"_s;
    QFile file(QFINDTESTDATA(folder + u"/fixtures/"_s + (name.isEmpty() ? u"greeting.txt"_s : json)));
    return file.open(QIODevice::ReadOnly) ? jsonAnswer(file.readAll()) : HttpResponse{.status = 500};
}

QJsonValue withUnknownFields(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray items;
        for (const auto &item : value.toArray())
            items.append(withUnknownFields(item));
        return items;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const auto old = value.toObject();
    for (auto field = old.constBegin(); field != old.constEnd(); ++field)
        object.insert(field.key(), withUnknownFields(field.value()));
    object.insert(u"a_new_field"_s, QJsonObject{{u"deep"_s, QJsonArray{1, u"two"_s, QJsonValue()}}});
    return object;
}

PollContext context(PollPurpose purpose = PollPurpose::Poll)
{
    return {.purpose = purpose, .now = Now, .lastFetched = Now.addDays(-3)};
}

ConnectorRun wholePoll(const QString &kind, const std::function<void(HttpResponse &)> &change = {})
{
    return runConnector(*connectorFor(kind), context(), Base, [&](const HttpRequest &request) {
        auto response = fixtureOf(kind, request);
        if (change)
            change(response);
        return response;
    });
}

void addKinds()
{
    QTest::addColumn<QString>("kind");
    for (const auto &kind : gatewayKinds())
        QTest::newRow(kind.name) << QString::fromLatin1(kind.name);
}

} // namespace

//! What every kind of gateway must keep, whatever it is: a new folder is held against this without an edit
//! here.
class ContractTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholePollComesToAnEnd_data() { addKinds(); }
    void aWholePollComesToAnEnd()
    {
        QFETCH(QString, kind);
        const auto run = wholePoll(kind);
        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QVERIFY(run.requests.size() < 50);
    }

    void noRequestCarriesASecret_data() { addKinds(); }
    void noRequestCarriesASecret()
    {
        QFETCH(QString, kind);
        for (const auto &request : wholePoll(kind).requests) {
            QVERIFY(request.method == "GET"_ba || request.method == "POST"_ba);
            QCOMPARE(request.body.isEmpty(), request.method == "GET"_ba);
            QVERIFY(request.body.isEmpty() || QJsonDocument::fromJson(request.body).isObject());
            QVERIFY(!request.credential);
            // A configuration with the keys of others goes only where they are needed.
            const bool isKept = connectorFor(kind)->capabilities().takesConfiguration;
            QCOMPARE(request.credentialHeader == CredentialHeader::None, isKept);
            const auto text = request.url.toString().toLower();
            QVERIFY2(!text.contains(u"key="_s) && !text.contains(u"token="_s), qPrintable(text));
            QVERIFY(request.url.userInfo().isEmpty());
            QCOMPARE(request.url.host(), Base.host());
            for (const auto &[name, value] : request.headers.fields()) {
                const auto lower = name.toLower();
                QVERIFY(lower != "authorization" && lower != "x-api-key" && lower != "x-portkey-config"
                    && lower != "cookie");
            }
        }
    }

    void theSameCursorAsksTheSame_data() { addKinds(); }
    void theSameCursorAsksTheSame()
    {
        QFETCH(QString, kind);
        const auto connector = connectorFor(kind);
        const auto cursor = connector->firstCursor(context());
        QCOMPARE(connector->firstCursor(context()), cursor);
        QCOMPARE(connector->request(Base, cursor).url, connector->request(Base, cursor).url);
    }

    void aTestAsksNoMoreThanAPoll_data() { addKinds(); }
    void aTestAsksNoMoreThanAPoll()
    {
        QFETCH(QString, kind);
        const auto test = runConnector(*connectorFor(kind), context(PollPurpose::Test), Base,
            [&](const HttpRequest &request) { return fixtureOf(kind, request); });
        QVERIFY2(test.facts, test.facts ? "" : qPrintable(test.facts.error().detail));
        QVERIFY(test.requests.size() <= wholePoll(kind).requests.size());
    }

    void unknownFieldsAreNormal_data() { addKinds(); }
    void unknownFieldsAreNormal()
    {
        QFETCH(QString, kind);
        const auto plain = wholePoll(kind);
        const auto more = wholePoll(kind, [](HttpResponse &response) {
            const auto document = QJsonDocument::fromJson(response.body);
            if (document.isObject())
                response.body = QJsonDocument(withUnknownFields(document.object()).toObject()).toJson();
        });
        QVERIFY2(more.facts, more.facts ? "" : qPrintable(more.facts.error().detail));
        QCOMPARE(more.asked(), plain.asked());
        QCOMPARE(more.facts->keys.size(), plain.facts->keys.size());
        QCOMPARE(more.facts->counters.size(), plain.facts->counters.size());
        QCOMPARE(more.facts->buckets.size(), plain.facts->buckets.size());
        QCOMPARE(more.facts->models, plain.facts->models);
    }

    void aCutBodyIsNeverHalfRead_data() { addKinds(); }
    void aCutBodyIsNeverHalfRead()
    {
        QFETCH(QString, kind);
        const auto connector = connectorFor(kind);
        const auto cursor = connector->firstCursor(context());
        const auto whole = fixtureOf(kind, connector->request(Base, cursor)).body.trimmed();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto page = connector->read(cursor, jsonAnswer(whole.left(size)));
            QVERIFY2(!page, qPrintable(QString::number(size)));
            QVERIFY(page.error().kind == Error::Kind::Protocol || page.error().kind == Error::Kind::NotAnApi);
        }
    }

    void whatIsNoAnswerIsToldApart_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("problem");
        const QList<std::tuple<const char *, QByteArray, Error::Kind>> bodies{
            {"a page", "<!doctype html><title>x</title>"_ba, Error::Kind::NotAnApi},
            {"text", "It works!"_ba, Error::Kind::NotAnApi}, {"nothing", ""_ba, Error::Kind::Protocol},
            {"an empty object", "{}"_ba, Error::Kind::Protocol}, {"a list", "[]"_ba, Error::Kind::Protocol},
            {"data of another shape", "{\"data\":7}"_ba, Error::Kind::Protocol},
            {"an error inside 200", "{\"error\":{\"message\":\"no\"}}"_ba, Error::Kind::Protocol}};
        for (const auto &kind : gatewayKinds()) {
            for (const auto &[name, body, problem] : bodies)
                QTest::addRow("%s: %s", kind.name, name)
                    << QString::fromLatin1(kind.name) << body << static_cast<int>(problem);
        }
    }

    void whatIsNoAnswerIsToldApart()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, body);
        QFETCH(int, problem);
        const auto connector = connectorFor(kind);

        const auto page
            = connector->read(connector->firstCursor(context()), HttpResponse{.status = 200, .body = body});

        QVERIFY(!page);
        QCOMPARE(static_cast<int>(page.error().kind), problem);
    }

    void thePollEndsWhereItsKeyIsRefusedAtOnce_data() { addKinds(); }
    void thePollEndsWhereItsKeyIsRefusedAtOnce()
    {
        QFETCH(QString, kind);
        const auto connector = connectorFor(kind);
        for (const auto status : {401, 429, 500}) {
            const Error refusal{.kind = Error::Kind::Rejected, .httpStatus = status};
            QVERIFY(!connector->afterRefusal(connector->firstCursor(context()), refusal));
        }
    }

    void aHistoryIsPagesThatStandByThemselves_data() { addKinds(); }
    void aHistoryIsPagesThatStandByThemselves()
    {
        QFETCH(QString, kind);
        const auto connector = connectorFor(kind);
        if (!connector->capabilities().tellsHistory)
            return;
        const auto run = runConnector(*connector, context(PollPurpose::History), Base,
            [&](const HttpRequest &request) { return fixtureOf(kind, request); });
        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QVERIFY(run.requests.size() < 50);
        QVERIFY(!run.facts->buckets.isEmpty() || !run.facts->requests.isEmpty());
        int done = 0;
        for (const auto &page : run.pages) {
            QVERIFY(!page.facts.listsAllKeys && !page.facts.tellsLimits); // a page is never all there is
            QVERIFY(
                page.facts.counters.isEmpty() && !page.facts.balance); // those are of now, not of the past
            if (!page.progress)
                continue;
            QVERIFY(page.progress->done >= done && page.progress->done <= page.progress->total);
            done = page.progress->done;
        }
        QVERIFY(run.pages.constLast().progress);
        QCOMPARE(run.pages.constLast().progress->done, run.pages.constLast().progress->total);
    }

    void aGenerationIsABill_data() { addKinds(); }
    void aGenerationIsABill()
    {
        QFETCH(QString, kind);
        const auto connector = connectorFor(kind);
        if (!connector->capabilities().looksUpGenerations) {
            QVERIFY(!connector->readGeneration(jsonAnswer("{}")));
            return;
        }
        const auto request = connector->generationRequest(Base, u"gen-1/../x?y&z"_s);
        QCOMPARE(request.method, "GET"_ba);
        QCOMPARE(request.url.host(), Base.host());
        QVERIFY(!request.url.path().contains(u".."_s)); // an id is never a way
        const auto whole
            = fixtureOf(kind, connector->generationRequest(Base, u"generation"_s)).body.trimmed();
        const auto facts = connector->readGeneration(jsonAnswer(whole));
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QVERIFY(!facts->requestId.isEmpty());
        QCOMPARE(facts->startedAt.timeSpec(), Qt::UTC);
        QVERIFY(facts->cost && !facts->cost->billed.isNegative() && !facts->cost->byok.isNegative());
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(
                !connector->readGeneration(jsonAnswer(whole.left(size))), qPrintable(QString::number(size)));
    }

    void timesAreUtcAndAmountsNotNegative_data() { addKinds(); }
    void timesAreUtcAndAmountsNotNegative()
    {
        QFETCH(QString, kind);
        const auto run = wholePoll(kind);
        QVERIFY(run.facts);
        for (const auto &bucket : run.facts->buckets) {
            QCOMPARE(bucket.start.timeSpec(), Qt::UTC);
            QCOMPARE(bucket.end.timeSpec(), Qt::UTC);
            QVERIFY(bucket.start < bucket.end && bucket.end <= Now);
            QVERIFY(!bucket.amount.billed.isNegative() && !bucket.amount.byok.isNegative());
            QVERIFY(!bucket.endpoint.isEmpty());
        }
        for (const auto &counter : run.facts->counters) {
            QVERIFY(!counter.lifetime.billed.isNegative() && !counter.lifetime.byok.isNegative());
            QVERIFY(!counter.endpoint.isEmpty());
        }
        for (const auto &key : run.facts->keys) {
            QVERIFY(!key.remoteId.isEmpty());
            if (key.expiresAt)
                QCOMPARE(key.expiresAt->timeSpec(), Qt::UTC);
        }
    }

    void everyKindSaysWhatItCanDo_data() { addKinds(); }
    void everyKindSaysWhatItCanDo()
    {
        QFETCH(QString, kind);
        const auto connector = connectorFor(kind);
        const auto capabilities = connector->capabilities();
        QVERIFY(!connector->displayName().isEmpty());
        QVERIFY(!capabilities.canTell.isEmpty());
        QVERIFY(!capabilities.cannotTell.isEmpty());
        QVERIFY(connector->defaultBaseUrl().isEmpty() || connector->defaultBaseUrl().scheme() == "https"_L1);
        for (const auto &known : connector->errorCatalogue())
            QVERIFY2(known.category != Category::None && qstrlen(known.code) > 0, known.code);
    }
};

QTEST_GUILESS_MAIN(ContractTest)
#include "tst_contract.moc"
