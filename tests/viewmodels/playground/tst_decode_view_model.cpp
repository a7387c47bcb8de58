// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/decode_view_model.h"
#include "viewmodels/playground/playground_lines.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = RunViewModel::State;

namespace {

QString capture()
{
    return u"HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\nX-Request-Id: req_1\r\n\r\n"
           "{\"error\":{\"message\":\"API key quota\",\"type\":\"API_KEY_QUOTA_EXHAUSTED\","
           "\"code\":\"API_KEY_QUOTA_EXHAUSTED\"}}"_s;
}

} // namespace

class DecodeViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCurlPrintedIsReadWithoutSendingAnything()
    {
        DecodeViewModel view;
        QVERIFY(view.gateways().size() > 5);
        view.decode(capture());
        QVERIFY(view.hasResult());
        QCOMPARE(view.problem(), QString());
        QCOMPARE(view.result()->state(), State::Failed);
        QCOMPARE(view.result()->gatewayCode(), u"API_KEY_QUOTA_EXHAUSTED"_s);
        QCOMPARE(view.result()->requestId(), u"req_1"_s);
        QVERIFY(view.result()->timings().isEmpty()); // nobody measured it
        QCOMPARE(view.result()->code(), u"429"_s);
    }

    void nothingIsSaidThatNobodyMeasured()
    {
        DecodeViewModel view;
        view.decode(capture());
        const auto *run = view.result();
        QCOMPARE(run->attempts().constFirst().value<AttemptRow>().time, QString());
        QCOMPARE(run->total() + run->when() + run->cost(), QString());
        QVERIFY(run->costs().isEmpty());
        QCOMPARE(run->costNote(), u"Such failures are not charged."_s);
    }

    void whatIsNoAnswerIsToldSo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << u"  \n"_s;
        QTest::newRow("words") << u"hello"_s;
        QTest::newRow("only a body") << u"{\"error\":{}}"_s;
    }
    void whatIsNoAnswerIsToldSo()
    {
        QFETCH(QString, text);
        DecodeViewModel view;
        view.decode(capture());
        view.decode(text);
        QVERIFY(!view.hasResult());
        QVERIFY(!view.problem().isEmpty());
        QCOMPARE(view.result()->state(), State::Idle);
    }

    void aLargeAnswerIsReadBesideTheWindow()
    {
        DecodeViewModel view;
        const auto chunk = u"data: {\"choices\":[{\"delta\":{\"content\":\"word \"}}]}\n\n"_s;
        view.decode(u"HTTP/1.1 200 OK\nContent-Type: text/event-stream\n\n"_s + chunk.repeated(20'000));
        QVERIFY(view.isBusy());
        QVERIFY(!view.hasResult());
        QTRY_VERIFY(view.hasResult());
        QVERIFY(!view.isBusy());
        QCOMPARE(view.result()->state(), State::Incomplete); // there is no [DONE]
        view.decode(u"HTTP/1.1 200 OK\nContent-Type: text/event-stream\n\n"_s + chunk.repeated(20'000));
        view.decode(capture()); // overtakes it
        QCOMPARE(view.result()->state(), State::Failed);
        QTest::qWait(0);
        QVERIFY(!view.isBusy());
    }

    void aFileIsReadAndOneThatIsNotThereIsTold()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(u"answer.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(capture().toUtf8());
        file.close();
        DecodeViewModel view;
        view.decodeFile(file.fileName());
        QTRY_VERIFY(view.hasResult());
        view.clear();
        QVERIFY(!view.hasResult());
        for (const auto &path : {directory.filePath(u"none.txt"_s), directory.path()}) {
            view.decodeFile(path);
            QVERIFY(view.isBusy());
            QTRY_VERIFY(!view.isBusy());
            QVERIFY(!view.problem().isEmpty());
            view.clear();
        }
        view.decodeFile(file.fileName());
        view.clear(); // what comes of it is not shown any more
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!view.hasResult());
    }
};

QTEST_GUILESS_MAIN(DecodeViewModelTest)
#include "tst_decode_view_model.moc"
