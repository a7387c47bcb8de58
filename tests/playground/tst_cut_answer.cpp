// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/cut_answer.h"
#include "storage/usage_repository.h"
#include "support/send_world.h"

#include <QTest>

#include <algorithm>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = Evidence::Kind;

//! Answers every POST with the header fields of a stream, some of its text, and then an end like this.
class CutStream : public StreamingClient {
public:
    QByteArray text; //!< empty: nothing comes after the header fields
    Error::Kind problem = Error::Kind::Network;

    QCoro::Task<StreamedAnswer> stream(HttpRequest, StreamOrder order) override
    {
        StreamedAnswer answer;
        answer.status = 200;
        answer.headers.append("Content-Type", "text/event-stream");
        answer.headers.append("X-Request-ID", "r-1");
        answer.timings.requestSent = 1ms;
        answer.problem = Error{.kind = problem};
        order.begun(200, answer.headers);
        if (!text.isEmpty())
            order.received("data: " + SendWorld::said(text) + "\n\n");
        co_return answer;
    }
};

bool hasKind(const Answer &answer, Kind kind)
{
    return std::any_of(answer.evidence.cbegin(), answer.evidence.cend(),
        [kind](const Evidence &evidence) { return evidence.kind == kind; });
}

} // namespace

Q_DECLARE_METATYPE(QList<Evidence::Kind>)

//! An answer that began and was cut by something that is known: no provider is blamed for it.
class CutAnswerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKnownOfTheEndDecides_data()
    {
        QTest::addColumn<QList<Kind>>("evidence");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("problem");
        QTest::addColumn<QString>("category");
        const auto row = [](const QString &name, const QList<Kind> &evidence, const QString &text,
                             Error::Kind problem, const QString &category) {
            QTest::newRow(qPrintable(name)) << evidence << text << int(problem) << category;
        };
        const auto timeout = Error::Kind::Timeout;
        const auto cancelled = Error::Kind::Cancelled;
        const auto network = Error::Kind::Network;
        const QList<std::pair<QString, Kind>> cuts{{u"empty"_s, Kind::EmptyAnswer},
            {u"without an end"_s, Kind::NoTerminator}, {u"broken JSON"_s, Kind::CutBody}};
        for (const auto &[shape, kind] : cuts) {
            const QList<Kind> before{kind};
            const QList<Kind> amid{kind, Kind::OutputBegan};
            row(shape + u", our time limit"_s, before, {}, timeout, u"timeout"_s);
            row(shape + u", our time limit in its midst"_s, amid, u"Hel"_s, timeout, u"timeout"_s);
            row(shape + u", stopped"_s, before, {}, cancelled, u"unknown"_s);
            row(shape + u", stopped in its midst"_s, amid, u"Hel"_s, cancelled, u"unknown"_s);
            row(shape + u", the connection"_s, before, {}, network, u"gateway"_s);
            row(shape + u", the connection in its midst"_s, amid, u"Hel"_s, network, u"stream_interrupted"_s);
            row(shape + u", with remarks"_s, {kind, Kind::OtherProtocol, Kind::LaterTarget}, {}, timeout,
                u"timeout"_s);
            row(shape + u", more than is taken"_s, before, {}, Error::Kind::TooLarge, u"provider"_s);
        }
        row(u"an error in the body"_s, {Kind::ErrorInSuccess, Kind::BodyCode}, {}, timeout, u"provider"_s);
        row(u"a status"_s, {Kind::Status}, {}, network, u"provider"_s);
        row(u"a last word"_s, {Kind::EmptyAnswer, Kind::FinishReason}, {}, network, u"provider"_s);
        row(u"a web page"_s, {Kind::WebPage}, {}, cancelled, u"provider"_s);
    }
    void whatIsKnownOfTheEndDecides()
    {
        QFETCH(QList<Kind>, evidence);
        QFETCH(QString, text);
        QFETCH(int, problem);
        QFETCH(QString, category);
        Answer answer;
        answer.isError = true;
        answer.category = Category::Provider;
        answer.retry = Retry::Backoff;
        answer.httpStatus = 200;
        answer.provider = u"Acme"_s;
        answer.text = text;
        for (const auto kind : evidence)
            answer.evidence.append({kind, {}, {}});

        const auto cut = cutAnswer(answer, Error{.kind = static_cast<Error::Kind>(problem)});

        QCOMPARE(QString(toText(cut.category)), category);
        const bool isKnown = category != u"provider";
        QCOMPARE(cut.provider.isEmpty(), isKnown);
        QCOMPARE(cut.stream.isComplete, !isKnown); // the decoder says so itself of the others
        QCOMPARE(cut.evidence.size(), evidence.size() + (isKnown ? 1 : 0));
        QCOMPARE(cut.texts.explanation != nullptr, isKnown);
        QCOMPARE(cut.retry, category == u"unknown" ? Retry::Never : Retry::Backoff);
        QCOMPARE(wasStopped(cut), category == u"unknown");
        QCOMPARE(cut.text, text);
    }

    void aWholeAnswerStaysOne()
    {
        Answer answer;
        answer.evidence = {{Kind::Terminator, u"[DONE]"_s, {}}};
        for (const auto kind : {Error::Kind::Timeout, Error::Kind::Cancelled, Error::Kind::Network}) {
            const auto same = cutAnswer(answer, Error{.kind = kind});
            QVERIFY(!same.isError);
            QVERIFY(same.stream.isComplete);
            QCOMPARE(same.evidence, answer.evidence);
        }
    }

    void whatTheLedgerKeepsOfIt_data()
    {
        QTest::addColumn<int>("problem");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("category"); // of the row; empty: none
        QTest::addColumn<RequestOutcome>("outcome");
        const auto row = [](const char *name, Error::Kind problem, const QByteArray &text,
                             const QString &category, RequestOutcome outcome) {
            QTest::newRow(name) << int(problem) << text << category << outcome;
        };
        const auto failed = RequestOutcome::Failed;
        const auto incomplete = RequestOutcome::Incomplete;
        row("our time limit before any output", Error::Kind::Timeout, {}, u"timeout"_s, failed);
        row("our time limit in its midst", Error::Kind::Timeout, "Hel", u"timeout"_s, incomplete);
        // The person's will is neither a success nor a failure.
        row("stopped before any output", Error::Kind::Cancelled, {}, {}, incomplete);
        row("stopped in its midst", Error::Kind::Cancelled, "Hel", {}, incomplete);
        row("the connection before any output", Error::Kind::Network, {}, u"gateway"_s, failed);
        row("the connection in its midst", Error::Kind::Network, "Hel", u"stream_interrupted"_s, incomplete);
    }
    void whatTheLedgerKeepsOfIt()
    {
        QFETCH(int, problem);
        QFETCH(QByteArray, text);
        QFETCH(QString, category);
        QFETCH(RequestOutcome, outcome);
        SendWorld world({SendWorld::served()}, u"litellm"_s);
        CutStream http;
        http.text = text;
        http.problem = static_cast<Error::Kind>(problem);
        NetworkPlaygroundService service(PlaygroundPartners{http, world.secrets, world.storage, world.clock});
        world.order.request.streams = true;

        const auto run = await(service.send(world.order, {}, 1));

        QVERIFY(run);
        QCOMPARE(run->answer.text, QString::fromLatin1(text));
        QVERIFY(hasKind(run->answer, Kind::NoTerminator)); // what its bytes show is told as well
        QCOMPARE(run->recordedIds.size(), 1);
        const auto rows = world.storage
                              .read([id = run->recordedIds.constFirst()](Database &database) {
                                  return UsageRepository(database).byRequestId(id);
                              })
                              .result();
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        const auto &facts = rows->constFirst().facts;
        QCOMPARE(facts.outcome, outcome);
        QCOMPARE(facts.detail.category ? QString(toText(*facts.detail.category)) : QString(), category);
    }
};

QTEST_GUILESS_MAIN(CutAnswerTest)
#include "tst_cut_answer.moc"
