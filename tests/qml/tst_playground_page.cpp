// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "playground_page.h"
#include "viewmodels/playground/playground_lines.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = RunViewModel::State;

//! The Playground from the press of a button to the gateway and back.
class PlaygroundPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerShowsWhoGaveItAndWhatItCost()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.send());
        QCOMPARE(page.run()->state(), State::Complete);
        QCOMPARE(page.driver->text(u"runTitle"_s), u"Answered"_s);
        QCOMPARE(page.driver->text(u"runCode"_s), u"200"_s);
        QTRY_VERIFY(page.driver->texts().contains(page.run()->text()->whole().section(u'\n', 0, 0)));
        QVERIFY(page.driver->text(u"ending"_s).startsWith(u"Complete"));
        QVERIFY(page.run()->cost().startsWith(u"$"));
        QVERIFY(!page.run()->requestId().isEmpty());
        page.driver->press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), page.run()->requestId());
        QCOMPARE(page.warnings, QStringList());
    }

    void theGatewaysFallbackShowsInTheRoute()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/falls-back"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.send());
        QCOMPARE(page.run()->state(), State::Complete);
        QVERIFY(page.run()->attempts().size() >= 3);
        QTRY_VERIFY(page.driver->shows(u"attempt2"_s));
        page.driver->press(Qt::Key_2, Qt::AltModifier); // Trace
        QTRY_VERIFY(page.driver->shows(u"traceView"_s));
        QCOMPARE(page.warnings, QStringList());
    }

    //! tests/interop/portkey runs this with Portkey's own gateway; without it there is nothing to ask.
    void aFallbackThroughPortkeyShowsInTheTrace()
    {
        const auto gateway = qEnvironmentVariable("TK_PORTKEY_URL");
        if (gateway.isEmpty())
            QSKIP("Portkey's gateway is not running: TK_PORTKEY_URL is not set");
        const auto target = [this](const QString &model) {
            return QJsonObject{{u"provider"_s, u"openai"_s}, {u"custom_host"_s, m_world.places["openai"_L1]},
                {u"api_key"_s, m_world.places["keys"_L1]["openai"_L1]},
                {u"override_params"_s, QJsonObject{{u"model"_s, model}}}};
        };
        const QJsonObject config{{u"strategy"_s, QJsonObject{{u"mode"_s, u"fallback"_s}}},
            {u"targets"_s, QJsonArray{target(u"sim/fails-503"_s), target(u"sim/answers"_s)}}};
        const auto account = m_world.addAt(u"portkey"_s, u"Portkey · loopback"_s, QUrl(gateway),
            QJsonDocument(config).toJson(QJsonDocument::Compact));
        PlaygroundPage page(m_world);
        page.tab()->composer()->show({}, u"gpt-5-mini"_s, {}, account, {});
        QTRY_COMPARE(page.tab()->composer()->chosenAccount()->id, account);
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.send());
        QCOMPARE(page.run()->state(), State::Complete);
        page.driver->press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(page.driver->shows(u"traceView"_s));
        const auto rows = page.run()->attempts();
        QCOMPARE(rows.size(), 2);
        QVERIFY(!rows.constFirst().value<AttemptRow>().isServed);
        QVERIFY(rows.constLast().value<AttemptRow>().isServed);
        QCOMPARE(rows.constLast().value<AttemptRow>().model, u"sim/answers"_s);
        QVERIFY(page.run()->traceNote().isEmpty());
        QVERIFY(page.driver->texts().contains(u"sim/answers"_s));
        if (const auto file = qEnvironmentVariable("TK_PICTURE"); !file.isEmpty())
            QVERIFY(page.window->grabWindow().save(file));
        QCOMPARE(page.warnings, QStringList());
    }

    void ourOwnFallbackIsAskedWhenAModelFails()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/fails-502"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        page.tab()->composer()->addFallback(u"sim/answers"_s);
        const auto before = m_world.posts();
        QVERIFY(page.send());
        QCOMPARE(page.run()->state(), State::Complete);
        QCOMPARE(m_world.posts(), before + 2); // one POST for each attempt
        QVERIFY2(page.run()->note().contains(u"failed attempt"), qPrintable(page.run()->note()));
        QTRY_VERIFY(page.driver->shows(u"attempt1"_s));
    }

    void eachFamilyOfFailuresSaysWhoseProblemItIs_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("whose");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("request") << u"sim/fails-400"_s << u"Request"_s << u"Do not retry."_s;
        QTest::newRow("credentials") << u"sim/fails-401"_s << u"Key"_s << u"Do not retry."_s;
        QTest::newRow("balance") << u"sim/fails-402"_s << u"Budget"_s << u"Do not retry."_s;
        QTest::newRow("policy") << u"sim/fails-403"_s << u"Policy"_s << u"Do not retry."_s;
        QTest::newRow("no endpoint allowed") << u"sim/fails-404"_s << u"Policy"_s << u"Do not retry."_s;
        QTest::newRow("rate limit") << u"sim/fails-429"_s << u"Provider"_s << u"Retry after the wait."_s;
        QTest::newRow("provider") << u"sim/fails-502"_s << u"Provider"_s << u"Retry in a moment."_s;
        QTest::newRow("no capacity") << u"sim/fails-503"_s << u"Provider"_s << u"Retry after the wait."_s;
        QTest::newRow("gateway") << u"sim/fails-500"_s << u"Gateway"_s << u"Retry in a moment."_s;
        QTest::newRow("failure in a success")
            << u"sim/fails-in-body"_s << u"Provider"_s << u"Retry in a moment."_s;
        QTest::newRow("dropped") << u"sim/drops"_s << u"Network"_s << u"Retry in a moment."_s;
        QTest::newRow("reset") << u"sim/resets"_s << u"Network"_s << u"Retry in a moment."_s;
        QTest::newRow("web page") << u"sim/html"_s << u"Gateway"_s << u"Retry in a moment."_s;
    }
    void eachFamilyOfFailuresSaysWhoseProblemItIs()
    {
        QFETCH(QString, model);
        QFETCH(QString, whose);
        QFETCH(QString, verdict);
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(model));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.send());
        QCOMPARE(page.run()->state(), State::Failed);
        QTRY_VERIFY(page.driver->shows(u"diagnosisView"_s));
        QCOMPARE(page.driver->text(u"runTitle"_s), page.run()->title());
        QVERIFY(!page.run()->title().isEmpty());
        QString on;
        for (const auto &cell : page.run()->whoseProblem()) {
            if (const auto row = cell.value<WhoseCell>(); row.isOn)
                on += row.name;
        }
        QCOMPARE(on + u' ' + page.run()->retryVerdict(), whose + u' ' + verdict);
        QTRY_VERIFY(page.driver->shows(u"step0"_s));
        QCOMPARE(page.warnings, QStringList());
    }

    void aStreamThatIsCutKeepsWhatCame_data()
    {
        QTest::addColumn<QString>("model");
        for (const auto *name : {"cuts-mid-stream", "error-mid-stream", "no-terminator"})
            QTest::newRow(name) << u"sim/"_s + QString::fromLatin1(name);
    }
    void aStreamThatIsCutKeepsWhatCame()
    {
        QFETCH(QString, model);
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(model));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.send());
        QCOMPARE(page.run()->state(), State::Incomplete);
        QCOMPARE(page.run()->tone(), u"danger"_s);
        QVERIFY(page.run()->hasText());
        QTRY_VERIFY(page.driver->shows(u"breakLine"_s));
        QTRY_VERIFY(page.driver->shows(u"incompleteTag"_s));
        QTRY_VERIFY(page.driver->shows(u"lastEvents"_s));
        QVERIFY(!page.driver->shows(u"ending"_s) || page.driver->text(u"ending"_s).isEmpty());
    }

    void cancellingClosesTheConnectionAndKeepsWhatCame()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/hangs-mid-stream"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.driver->click(u"send"_s));
        QTRY_COMPARE(page.run()->state(), State::Streaming);
        page.driver->press(Qt::Key_Escape);
        QTRY_COMPARE(page.run()->state(), State::Cancelled);
        QVERIFY(page.run()->hasText());
        QVERIFY(page.driver->find(u"send"_s)->isEnabled());
    }

    void twentyQuickRepeatsSendOneRequestEach()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        QVERIFY(page.write(u"Again"_s));
        const auto before = m_world.posts();
        int begun = 0;
        bool isUnderWay = false;
        connect(page.run(), &RunViewModel::changed, &page.engine, [&] {
            begun += page.run()->isRunning() && !isUnderWay ? 1 : 0;
            isUnderWay = page.run()->isRunning();
        });
        for (int time = 0; time < 20; ++time) {
            page.driver->press(Qt::Key_Return, Qt::ControlModifier);
            // While one is under way nothing more goes out; once it is answered, it is asked again.
            page.driver->press(Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY(!page.run()->isRunning());
            QCOMPARE(page.run()->state(), State::Complete);
        }
        QVERIFY(begun >= 20);
        QVERIFY(begun < 40); // some came while another was under way
        QCOMPARE(m_world.posts(), before + begun);
        QCOMPARE(page.warnings, QStringList());
    }

    void severalTabsRunSideBySide()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/hangs-mid-stream"_s));
        QVERIFY(page.write(u"One"_s));
        QVERIFY(page.driver->click(u"send"_s));
        QTRY_COMPARE(page.run()->state(), State::Streaming);
        QVERIFY(page.driver->click(u"newRequest"_s));
        QCOMPARE(page.playground->tabs().size(), 2);
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        QVERIFY(page.write(u"Two"_s));
        QVERIFY(page.send());
        QCOMPARE(page.run()->state(), State::Complete);
        QCOMPARE(page.playground->tabAt(0)->run()->state(), State::Streaming);
        page.playground->tabAt(0)->cancel();
        QTRY_VERIFY(!page.playground->tabAt(0)->isRunning());
    }

    //! Texts of a server are shown as they are and fetch nothing.
    void serverTextIsNeverMarkup()
    {
        const auto evil
            = u"<b>bold</b><img src=\"http://127.0.0.1:9/x.png\"><a href=\"file:///etc/passwd\">a</a>"_s;
        PlaygroundPage page(m_world);
        PlaygroundRun run;
        SentRequest sent;
        sent.model = evil;
        sent.headers.append("x-evil", evil.toLatin1());
        sent.body = evil.toUtf8();
        sent.events.first = {{std::chrono::milliseconds(1), evil, evil}};
        sent.events.total = 1;
        auto &answer = sent.answer;
        answer.isError = true;
        answer.category = Category::Provider;
        answer.retry = Retry::Backoff;
        answer.httpStatus = 502;
        answer.code = answer.message = answer.provider = answer.servedModel = answer.servedProvider = evil;
        answer.text = evil + u" ![seen](http://127.0.0.1:9/y.png)"_s;
        answer.attempts = {{AttemptOrigin::Gateway, evil, evil, 502, AttemptOutcome::Failed, evil, 5}};
        answer.ids.request = {evil};
        answer.evidence = {{Evidence::Kind::Message, evil, evil}};
        run.sent = {sent};
        run.answer = answer;
        page.tab()->composer()->setModel(evil);
        page.tab()->composer()->messages()->setText(1, evil);
        page.run()->begin(evil, {});
        page.run()->end(run);
        for (int tab = Qt::Key_1; tab <= Qt::Key_5; ++tab) {
            page.driver->press(static_cast<Qt::Key>(tab), Qt::AltModifier);
            QTest::qWait(50); // what would be fetched is asked for
            QTRY_VERIFY(page.driver->texts().join(u'\n').contains(u"<img src="));
        }
        answer.isError = false;
        answer.category = Category::None;
        answer.httpStatus = 200;
        run.sent[0].answer = run.answer = answer;
        page.run()->end(run);
        QTest::qWait(50);
        QVERIFY(page.driver->texts().join(u'\n').contains(u"<img src="));
        page.driver->press(Qt::Key_1, Qt::AltModifier);
        QVERIFY(page.driver->click(u"formatAnswer"_s));
        QTRY_VERIFY(
            page.driver->text(u"formattedText"_s).contains(u"[image: seen, http://127.0.0.1:9/y.png]"));
        QVERIFY(page.driver->text(u"formattedText"_s).contains(u"<img src="));
        QTest::qWait(50);
        QCOMPARE(page.network.created, 0);
        // Every Text on the page is told to be plain.
        QList<QQuickItem *> items{page.window->contentItem()};
        while (!items.isEmpty()) {
            const auto *item = items.takeFirst();
            items += item->childItems();
            const auto format = item->property("textFormat");
            if (format.isValid() && item->property("text").toString().contains(u'<'))
                QCOMPARE(format.toInt(), int(Qt::PlainText));
        }
    }

private:
    PlaygroundWorld m_world;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // as the application
    loadFonts();
    PlaygroundPageTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_playground_page.moc"
