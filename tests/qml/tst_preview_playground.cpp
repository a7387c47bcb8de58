// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "support/scripted_playground.h"
#include "viewmodels/playground/playground_view_model.h"
#include "window_setup.h"

#include <QApplication>
#include <QDir>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <functional>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! Opens the Playground with scripted runs in every look and size, demands that QML says nothing, and leaves
//! the pictures in the folder "previews" beside the test, to be held against the drawings.
class PreviewPlayground : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEveryLookWithoutWarnings_data();
    void showsEveryLookWithoutWarnings();
};

namespace {

// What the window leaves of 1440x900 and 1024x700 beside its sidebar.
constexpr QSize Wide(1440 - 216, 900);
constexpr QSize Narrow(1024 - 56, 700);

QQuickItem *drawn(QQuickItem *item, const QString &name)
{
    if (item->objectName() == name && item->isVisible())
        return item;
    for (auto *child : item->childItems()) {
        if (auto *found = drawn(child, name))
            return found;
    }
    return nullptr;
}

void compose(PlaygroundTab *tab, const SendOrder &order)
{
    tab->composer()->show(order.request, order.model, order.policy.fallbacks, order.account, order.key);
}

} // namespace

void PreviewPlayground::showsEveryLookWithoutWarnings_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    const auto add = [](const QString &scene, bool dark, const QSize &size) {
        const auto name
            = u"playground-%1-%2-%3"_s.arg(scene, dark ? u"dark"_s : u"light"_s).arg(size.width());
        QTest::newRow(qPrintable(name)) << scene << dark << size;
    };
    for (const auto &scene : {u"idle"_s, u"running"_s, u"answered"_s, u"failed"_s, u"incomplete"_s}) {
        for (const bool dark : {false, true}) {
            add(scene, dark, Wide);
            add(scene, dark, Narrow);
        }
    }
    for (const auto &scene : {u"cancelled"_s, u"trace"_s, u"costs"_s, u"headers"_s, u"raw"_s, u"events"_s,
             u"json"_s, u"json-fault"_s, u"models"_s, u"options"_s, u"tools"_s, u"bundle"_s, u"question"_s,
             u"history"_s, u"compared"_s, u"decode"_s, u"lookup"_s, u"comparison"_s, u"tabs"_s,
             u"formatted"_s, u"guard"_s, u"kept"_s, u"dear"_s}) {
        add(scene, false, Wide);
        add(scene, true, Narrow);
    }
}

void PreviewPlayground::showsEveryLookWithoutWarnings()
{
    QFETCH(QString, scene);
    QFETCH(bool, dark);
    QFETCH(QSize, size);

    WindowScript script;
    ScriptedPlayground sender;
    ScriptedSendChoices choices;
    ScriptedRunHistory history;
    ScriptedRequestLookUp lookUps;
    ScriptedSupportBundles bundles;
    const auto isQuota
        = scene == u"failed" || scene == u"json" || scene == u"json-fault" || scene == u"bundle";
    const auto order = isQuota ? scripted::quotaOrder() : scripted::shipmentOrder();
    if (isQuota)
        sender.result = scripted::quotaRun();
    if (scene == u"incomplete") {
        sender.result = scripted::brokenOffRun();
        lookUps.found = fail(Error::Kind::NotFound); // the bill at hand is another request's
    }
    sender.isHeld = scene == u"running" || scene == u"cancelled";
    history.kept = {scripted::keptRun(1, scripted::quotaOrder(), scripted::quotaRun(), true),
        scripted::keptRun(2, scripted::shipmentOrder(), scripted::brokenOffRun(), true),
        scripted::keptRun(3, scripted::shipmentOrder(), scripted::shipmentRun(), true)};
    history.keeps = true;

    QQmlApplicationEngine engine;
    prepareWindowEngine(engine);
    QStringList warnings;
    connect(&engine, &QQmlEngine::warnings, this, [&warnings](const auto &errors) {
        for (const auto &error : errors)
            warnings.append(error.toString());
    });
    engine.setInitialProperties({{u"sender"_s, QVariant::fromValue<QObject *>(&sender)},
        {u"choices"_s, QVariant::fromValue<QObject *>(&choices)},
        {u"history"_s, QVariant::fromValue<QObject *>(&history)},
        {u"lookUps"_s, QVariant::fromValue<QObject *>(&lookUps)},
        {u"bundles"_s, QVariant::fromValue<QObject *>(&bundles)},
        {u"budgets"_s, QVariant::fromValue(script.budgetReports())},
        {u"sync"_s, QVariant::fromValue(script.sync())}, {u"files"_s, QVariant::fromValue(script.files())},
        {u"dark"_s, dark}, {u"width"_s, size.width()}, {u"height"_s, size.height()}});
    engine.load(QUrl::fromLocalFile(QStringLiteral(QUICK_TEST_SOURCE_DIR "/PlaygroundWindow.qml")));
    QVERIFY2(!engine.rootObjects().isEmpty(), qPrintable(warnings.join(u'\n')));
    const auto window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    QVERIFY(QTest::qWaitForWindowExposed(window));
    const auto playground = window->property("playground").value<PlaygroundViewModel *>();
    const auto page = window->property("page").value<QQuickItem *>();
    QVERIFY(playground && page);
    QTRY_VERIFY(playground->tab() && playground->tab()->composer()->hasAccounts());
    auto *tab = playground->tab();

    const auto press = [window](const QString &name) {
        QTRY_VERIFY(drawn(window->contentItem(), name));
        QMetaObject::invokeMethod(drawn(window->contentItem(), name), "clicked");
    };
    const auto showView = [window](int place) {
        QMetaObject::invokeMethod(drawn(window->contentItem(), u"resultTabs"_s), "chosen", Q_ARG(int, place));
    };
    if (scene != u"idle") {
        compose(tab, order);
        QTRY_VERIFY(tab->composer()->obstacle().isEmpty());
    }
    if (scene == u"json" || scene == u"json-fault") {
        tab->composer()->setShowsJson(true);
        if (scene == u"json-fault")
            tab->composer()->setJson(
                tab->composer()->json().replace(u"\"max_tokens\":"_s, u"\"max_tokens\""_s));
    }
    const QStringList unsent{
        u"idle"_s, u"json-fault"_s, u"models"_s, u"options"_s, u"tools"_s, u"question"_s, u"guard"_s};
    if (!unsent.contains(scene)) {
        tab->send();
        if (!tab->question().isEmpty())
            tab->sendAnyway();
        if (sender.isHeld)
            QTRY_VERIFY(tab->run()->hasText());
        else
            QTRY_VERIFY(!tab->isRunning() && tab->run()->state() != RunViewModel::State::Idle);
        if (scene == u"cancelled") {
            tab->cancel();
            QTRY_VERIFY(!tab->isRunning());
        }
    }
    const int narrow = size.width() < 1000 ? 1 : 0;
    if (scene == u"trace")
        showView(1);
    else if (scene == u"costs" && narrow)
        showView(2);
    else if (scene == u"headers")
        showView(2 + narrow);
    else if (scene == u"raw")
        showView(3 + narrow);
    else if (scene == u"events")
        showView(4 + narrow);
    else if (scene == u"models")
        press(u"modelPicker"_s);
    else if (scene == u"options" && narrow)
        press(u"optionsFold"_s);
    else if (scene == u"options")
        press(u"providersChip"_s);
    else if (scene == u"formatted")
        press(u"formatAnswer"_s);
    else if (scene == u"guard")
        press(u"changeGuard"_s);
    else if (scene == u"tools")
        press(u"addTool"_s);
    else if (scene == u"bundle")
        press(narrow ? u"supportBundle"_s : u"copyBundle"_s);
    else if (scene == u"history" || scene == u"compared" || scene == u"kept")
        press(u"historyButton"_s);
    else if (scene == u"decode")
        QMetaObject::invokeMethod(page, "decode");
    else if (scene == u"lookup")
        QMetaObject::invokeMethod(page, "lookUpRequest");
    else if (scene == u"comparison" || scene == u"dear")
        QMetaObject::invokeMethod(page, "compareModels");
    if (scene == u"question") {
        tab->composer()->setMaxTokens(u"400000"_s);
        QTRY_VERIFY(tab->composer()->obstacle().isEmpty());
        tab->send();
    } else if (scene == u"compared") {
        QTRY_VERIFY(drawn(window->contentItem(), u"run1"_s));
        for (const auto *row : {"run0", "run1"})
            QMetaObject::invokeMethod(drawn(window->contentItem(), QString::fromLatin1(row)), "pickToggled");
        press(u"compareTwo"_s);
    } else if (scene == u"decode") {
        QTRY_VERIFY(drawn(window->contentItem(), u"capture"_s));
        drawn(window->contentItem(), u"capture"_s)
            ->setProperty("text",
                u"HTTP/2 429\r\ncontent-type: application/json\r\nretry-after: 20\r\nx-request-id: "
                u"req_1\r\n\r\n"
                "{\"error\":{\"message\":\"Rate limit exceeded\",\"code\":429}}"_s);
        press(u"decode"_s);
    } else if (scene == u"lookup") {
        QTRY_VERIFY(drawn(window->contentItem(), u"lookUpId"_s));
        drawn(window->contentItem(), u"lookUpId"_s)->setProperty("text", u"gen-1781793102-Kd8TzP"_s);
        press(u"findRequest"_s);
    } else if (scene == u"kept") {
        press(u"showRun"_s);
    } else if (scene == u"comparison" || scene == u"dear") {
        if (scene == u"dear")
            tab->composer()->setMaxTokens(u"400000"_s);
        press(u"startComparison"_s);
    } else if (scene == u"tabs") {
        playground->newTab();
        playground->duplicateTab();
        playground->setCurrentTab(0);
    }
    QTest::qWait(120); // popups, answers of scripted services, and the layout of what they fill
    QDir().mkpath(u"previews"_s);
    const auto file = u"previews/%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(window->grabWindow().save(file));
    QCOMPARE(warnings.join(u'\n'), QString());
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // Qt Charts draws with Graphics View
    tollkeeper::loadFonts();
    PreviewPlayground test;
    return runWatchingTexts(test, argc, argv);
}
#include "tst_preview_playground.moc"
