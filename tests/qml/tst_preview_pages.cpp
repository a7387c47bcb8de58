// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "window_setup.h"

#include <QApplication>
#include <QDir>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;

//! Opens the real window with scripted figures in every look and size, demands that QML says nothing, and
//! leaves the pictures in the folder "previews" beside the test, to be held against the drawings.
class PreviewPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEveryLookWithoutWarnings_data();
    void showsEveryLookWithoutWarnings();
};

void PreviewPages::showsEveryLookWithoutWarnings_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    const auto add = [](const QString &scene, bool dark, const QSize &size) {
        const auto name = u"%1-%2-%3"_s.arg(scene, dark ? u"dark"_s : u"light"_s).arg(size.width());
        QTest::newRow(qPrintable(name)) << scene << dark << size;
    };
    constexpr QSize Wide(1440, 900);
    constexpr QSize Narrow(1024, 700);
    const QStringList pages{u"overview"_s, u"over-budget"_s, u"empty"_s, u"failed"_s, u"loading"_s, u"keys"_s,
        u"keys-details"_s, u"usage"_s, u"usage-details"_s, u"usage-empty"_s, u"usage-by-day"_s, u"budgets"_s,
        u"rules"_s};
    for (const auto &scene : pages) {
        for (const bool dark : {false, true}) {
            add(scene, dark, Wide);
            add(scene, dark, Narrow);
        }
    }
    // What lies over a page, and what differs little from another scene, in one look of each kind.
    const QStringList others{u"no-budget"_s, u"demo"_s, u"add-choose"_s, u"add-paste"_s, u"add-refused"_s,
        u"add-works"_s, u"budget"_s, u"keys-empty"_s, u"keys-failed"_s, u"keys-edit"_s, u"keys-confirm"_s,
        u"keys-delete"_s, u"keys-rotate"_s, u"keys-add"_s, u"keys-paste"_s, u"keys-labels"_s,
        u"keys-policy"_s, u"keys-menu"_s, u"usage-failed"_s, u"usage-loading"_s, u"usage-by-model"_s,
        u"usage-by-key"_s, u"provenance"_s, u"usage-choices"_s, u"usage-date"_s, u"usage-views"_s,
        u"import"_s, u"import-preview"_s, u"import-checked"_s, u"import-running"_s, u"export"_s,
        u"export-running"_s, u"history"_s, u"budgets-editor"_s, u"budgets-new"_s, u"budgets-empty"_s,
        u"budgets-failed"_s, u"budgets-remove"_s, u"rules-edit"_s, u"rules-quiet"_s};
    for (const auto &scene : others) {
        add(scene, false, Wide);
        add(scene, true, Narrow);
    }
}

void PreviewPages::showsEveryLookWithoutWarnings()
{
    QFETCH(QString, scene);
    QFETCH(bool, dark);
    QFETCH(QSize, size);

    WindowScript script;
    if (scene == u"no-budget")
        script.haveNoBudget();
    else if (scene == u"over-budget")
        script.beOverBudget();
    else if (scene == u"empty")
        script.haveNoAccounts();
    else if (scene == u"failed")
        script.failToRead();
    else if (scene == u"loading")
        script.staySilent();
    else if (scene == u"history")
        script.readHistory(40, 120);
    else if (scene == u"usage-failed")
        script.failToReadUsage();
    else if (scene == u"budgets-empty")
        script.haveNoBudgets();
    else if (scene == u"budgets-failed")
        script.failToReadBudgets();
    else if (scene == u"keys-empty")
        script.haveNoKeys();
    else if (scene == u"keys-failed")
        script.failToReadKeys();
    else if (scene == u"keys-paste")
        script.loseSecret(scripted::ZapierKey);
    else if (scene == u"usage-loading")
        script.keepUsageSilent();
    else if (scene == u"usage-empty")
        script.haveNoRequests();
    else if (scene == u"add-refused")
        script.refuseKeys(u"No auth credentials found"_s);

    QQmlApplicationEngine engine;
    prepareWindowEngine(engine);
    QStringList warnings;
    connect(&engine, &QQmlEngine::warnings, this, [&warnings](const auto &errors) {
        for (const auto &error : errors)
            warnings.append(error.toString());
    });
    engine.setInitialProperties({{u"reports"_s, QVariant::fromValue(script.reports())},
        {u"usageReports"_s, QVariant::fromValue(script.usage())},
        {u"sync"_s, QVariant::fromValue(script.sync())},
        {u"gateways"_s, QVariant::fromValue(script.gateways())},
        {u"alerts"_s, QVariant::fromValue(script.alerts())},
        {u"budgets"_s, QVariant::fromValue(script.budgets())},
        {u"histories"_s, QVariant::fromValue(script.histories())},
        {u"imports"_s, QVariant::fromValue(script.imports())},
        {u"exports"_s, QVariant::fromValue(script.exports())},
        {u"files"_s, QVariant::fromValue(script.files())},
        {u"keyReports"_s, QVariant::fromValue(script.keyReports())},
        {u"keyService"_s, QVariant::fromValue(script.keyService())},
        {u"budgetReports"_s, QVariant::fromValue(script.budgetReports())},
        {u"ruleService"_s, QVariant::fromValue(script.rules())},
        {u"channels"_s, QVariant::fromValue(script.channels())},
        {u"secretClipboard"_s, QVariant::fromValue(script.secretClipboard())},
        {u"rotations"_s, QVariant::fromValue(script.rotations())}, {u"demo"_s, scene == u"demo"},
        {u"dark"_s, dark},
        {u"page"_s,
            scene.startsWith(u"usage")                                       ? u"usage"_s
                : scene.startsWith(u"keys")                                  ? u"keys"_s
                : scene.startsWith(u"budgets") || scene.startsWith(u"rules") ? u"budgets"_s
                                                                             : u"overview"_s},
        {u"budgetsTab"_s, scene.startsWith(u"rules") ? 2 : 0}, {u"reducedMotion"_s, true},
        {u"width"_s, size.width()}, {u"height"_s, size.height()}});
    engine.load(QUrl(u"qrc:/qt/qml/Tollkeeper/Ui/Main.qml"_s));
    QVERIFY2(!engine.rootObjects().isEmpty(), qPrintable(warnings.join(u'\n')));
    const auto window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    QVERIFY(QTest::qWaitForWindowExposed(window));
    const auto page = window->findChild<QQuickItem *>(u"page"_s);
    QVERIFY(page);
    if (scene != u"loading")
        QTRY_VERIFY(!window->findChild<QQuickItem *>(u"loadingPage"_s)->isVisible());

    // Delegates are found by what they are drawn in: they have no parent object.
    const std::function<QQuickItem *(QQuickItem *, const QString &)> drawn
        = [&drawn](QQuickItem *item, const QString &name) -> QQuickItem * {
        if (item->objectName() == name)
            return item;
        for (auto *child : item->childItems()) {
            if (auto *found = drawn(child, name))
                return found;
        }
        return nullptr;
    };
    const auto pressDrawn = [window, &drawn](const QString &name, const char *signal) {
        QTRY_VERIFY(drawn(window->contentItem(), name));
        QMetaObject::invokeMethod(drawn(window->contentItem(), name), signal);
    };
    const auto press = [window](const QString &name) {
        QTRY_VERIFY(window->findChild<QObject *>(name));
        QMetaObject::invokeMethod(window->findChild<QObject *>(name), "clicked");
    };
    if (scene.startsWith(u"add")) {
        press(u"addAccount"_s);
        if (scene != u"add-choose") {
            press(u"continue"_s);
            window->findChild<QObject *>(u"keyField"_s)
                ->setProperty("text", u"sk-or-v1-0123456789abcdef9c0e"_s);
        }
        if (scene == u"add-refused" || scene == u"add-works") {
            press(u"test"_s);
            const auto shown = scene == u"add-works" ? u"findingsStep"_s : u"testProblem"_s;
            QTRY_VERIFY(window->findChild<QObject *>(shown)->property("visible").toBool());
        }
    } else if (scene == u"budget") {
        press(u"budgetButton"_s);
    } else if (scene.startsWith(u"keys")) {
        QTRY_VERIFY(window->property("isSettled").toBool());
        if (scene != u"keys" && scene != u"keys-empty" && scene != u"keys-failed") {
            const auto rows = window->findChild<QObject *>(u"keysRows"_s);
            QMetaObject::invokeMethod(rows, "pick", Q_ARG(int, scripted::InvoiceKey - 1));
            QMetaObject::invokeMethod(rows, "activated");
            QTRY_VERIFY(window->property("isSettled").toBool());
        }
        if (scene == u"keys-edit") {
            pressDrawn(u"edit-cap"_s, "pressed");
        } else if (scene == u"keys-confirm") {
            pressDrawn(u"switch-enabled"_s, "clicked");
        } else if (scene == u"keys-delete") {
            press(u"deleteKey"_s);
        } else if (scene == u"keys-rotate") {
            press(u"bannerAction"_s);
            QTest::qWait(20);
        } else if (scene == u"keys-labels") {
            press(u"moreOfKey"_s);
            pressDrawn(u"menu-labels"_s, "clicked");
        } else if (scene == u"keys-menu") {
            press(u"moreOfKey"_s);
        } else if (scene == u"keys-add") {
            press(u"addKey"_s);
        } else if (scene == u"keys-paste") {
            press(u"addKey"_s);
            QTest::qWait(20);
            QMetaObject::invokeMethod(window->findChild<QObject *>(u"addMode"_s), "chosen", Q_ARG(int, 1));
            window->findChild<QObject *>(u"pasteField"_s)
                ->setProperty("text", u"HOOK=sk-or-v1-0123456789abcdef0123456789abff03"_s);
            QMetaObject::invokeMethod(window->findChild<QObject *>(u"pasteField"_s), "accepted");
            QTest::qWait(20);
        } else if (scene == u"keys-policy") {
            press(u"policyButton"_s);
        }
    } else if (scene.startsWith(u"usage") && scene != u"usage-loading") {
        QTRY_VERIFY(window->property("isSettled").toBool());
        if (scene == u"usage-details") {
            const auto rows = window->findChild<QObject *>(u"usageRows"_s);
            QMetaObject::invokeMethod(rows, "pick", Q_ARG(int, 2));
            QMetaObject::invokeMethod(rows, "activated");
        } else if (scene.startsWith(u"usage-by")) {
            QMetaObject::invokeMethod(window, "visit", Q_ARG(QString, scene));
            QTRY_VERIFY(window->property("isSettled").toBool());
        } else if (scene == u"usage-choices") {
            press(u"statusChip"_s);
        } else if (scene == u"usage-date") {
            press(u"dateChip"_s);
        } else if (scene == u"usage-views") {
            press(u"viewsButton"_s);
        }
    } else if (scene.startsWith(u"import") || scene.startsWith(u"export")) {
        script.chooseFile(scene.startsWith(u"import") ? u"/tmp/requests.csv"_s : u"/tmp"_s);
        script.importSlowly();
        script.exportSlowly();
        QMetaObject::invokeMethod(window, "visit", Q_ARG(QString, scene.section(u'-', 0, 0)));
        QTest::qWait(20);
        if (scene.startsWith(u"import-")) {
            press(u"chooseFile"_s);
            QTest::qWait(20);
            if (scene != u"import-preview")
                press(scene == u"import-checked" ? u"importCheck"_s : u"importRun"_s);
        } else if (scene == u"export-running") {
            press(u"choosePlace"_s);
            press(u"exportRun"_s);
        }
    } else if (scene.startsWith(u"budgets") || scene.startsWith(u"rules")) {
        QTRY_VERIFY(window->property("isSettled").toBool());
        if (scene == u"budgets-editor") {
            const auto rows = window->findChild<QObject *>(u"budgetRows"_s);
            QMetaObject::invokeMethod(rows, "pick", Q_ARG(int, 1));
            QMetaObject::invokeMethod(rows, "activated");
        } else if (scene == u"budgets-new") {
            press(u"newBudget"_s);
        } else if (scene == u"budgets-remove") {
            press(u"moreOfBudget"_s);
            pressDrawn(u"menu-remove"_s, "clicked");
        } else if (scene == u"rules-edit") {
            QMetaObject::invokeMethod(window, "visit", Q_ARG(QString, u"rule-edit"_s));
        } else if (scene == u"rules-quiet") {
            press(u"quietHours"_s);
        }
        QTRY_VERIFY(window->property("isSettled").toBool());
    } else if (scene == u"provenance") {
        QMetaObject::invokeMethod(window, "visit", Q_ARG(QString, scene));
    }
    QTest::qWait(80); // lets the charts lay themselves out before the picture
    QDir().mkpath(u"previews"_s);
    const auto file = u"previews/%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(window->grabWindow().save(file));
    QCOMPARE(warnings.join(u'\n'), QString());
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // Qt Charts draws with Graphics View
    tollkeeper::loadFonts();
    PreviewPages test;
    return runWatchingTexts(test, argc, argv);
}
#include "tst_preview_pages.moc"
