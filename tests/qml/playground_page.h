// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page_driver.h"
#include "playground_world.h"
#include "viewmodels/playground/playground_view_model.h"
#include "window_setup.h"

#include <QNetworkAccessManager>
#include <QQmlApplicationEngine>
#include <QQmlNetworkAccessManagerFactory>

//! Counts what QML would fetch, and fetches nothing.
class CountingFactory : public QQmlNetworkAccessManagerFactory {
public:
    QNetworkAccessManager *create(QObject *parent) override
    {
        ++created;
        return new QNetworkAccessManager(parent);
    }
    int created = 0;
};

//! The page in a window over real services and a real simulator, worked by mouse and keyboard.
struct PlaygroundPage {
    explicit PlaygroundPage(PlaygroundWorld &with, QSize size = {1224, 900}) : world(with)
    {
        prepareWindowEngine(engine);
        engine.setNetworkAccessManagerFactory(&network);
        QObject::connect(&engine, &QQmlEngine::warnings, [this](const auto &errors) {
            for (const auto &error : errors)
                warnings.append(error.toString());
        });
        engine.setInitialProperties(
            {{QStringLiteral("sender"), QVariant::fromValue<QObject *>(&world.sender)},
                {QStringLiteral("choices"), QVariant::fromValue<QObject *>(&world.choices)},
                {QStringLiteral("history"), QVariant::fromValue<QObject *>(&world.history)},
                {QStringLiteral("lookUps"), QVariant::fromValue<QObject *>(&world.lookUps)},
                {QStringLiteral("bundles"), QVariant::fromValue<QObject *>(&world.bundles)},
                {QStringLiteral("budgets"), QVariant::fromValue(script.budgetReports())},
                {QStringLiteral("sync"), QVariant::fromValue(script.sync())},
                {QStringLiteral("files"), QVariant::fromValue(script.files())},
                {QStringLiteral("width"), size.width()}, {QStringLiteral("height"), size.height()}});
        engine.load(QUrl::fromLocalFile(QStringLiteral(QUICK_TEST_SOURCE_DIR "/PlaygroundWindow.qml")));
        window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
        driver.emplace(window);
        playground = window->property("playground").value<tollkeeper::PlaygroundViewModel *>();
        [this] { QTRY_VERIFY(playground->tab() && playground->tab()->composer()->hasAccounts()); }();
        [this] { QVERIFY(QTest::qWaitForWindowExposed(window)); }();
    }
    ~PlaygroundPage() { qApp->processEvents(); }

    [[nodiscard]] tollkeeper::PlaygroundTab *tab() const { return playground->tab(); }
    [[nodiscard]] tollkeeper::RunViewModel *run() const { return tab()->run(); }
    //! Chooses by typing, as a person would.
    [[nodiscard]] bool chooseModel(const QString &model)
    {
        if (!driver->click(QStringLiteral("modelPicker")))
            return false;
        const auto isOpen = [this] {
            const auto *search = driver->find(QStringLiteral("modelSearch"));
            return search && search->hasActiveFocus();
        };
        if (!QTest::qWaitFor(isOpen))
            return false;
        driver->type(model);
        if (!driver->shows(QStringLiteral("modelAsTyped")))
            driver->press(Qt::Key_Return);
        else if (!driver->click(QStringLiteral("modelAsTyped")))
            return false;
        return QTest::qWaitFor([&] {
            return tab()->composer()->model() == model && !driver->shows(QStringLiteral("modelSearch"));
        });
    }
    [[nodiscard]] bool write(const QString &message)
    {
        if (!driver->click(QStringLiteral("messageText"), 1))
            return false;
        driver->press(Qt::Key_A, Qt::ControlModifier);
        driver->type(message);
        return tab()->composer()->messages()->messages().constLast().text == message;
    }
    //! Until it has ended in whatever way.
    [[nodiscard]] bool send()
    {
        bool hasBegun = false; // told, not looked for: what never leaves has ended before one looks
        const auto watching = QObject::connect(run(), &tollkeeper::RunViewModel::changed,
            [this, &hasBegun] { hasBegun = hasBegun || run()->isRunning(); });
        const bool hasEnded = driver->click(QStringLiteral("send"))
            && QTest::qWaitFor([this, &hasBegun] { return hasBegun && !run()->isRunning(); }, 60'000);
        QObject::disconnect(watching);
        return hasEnded;
    }

    PlaygroundWorld &world;
    WindowScript script;
    CountingFactory network;
    QQmlApplicationEngine engine;
    QStringList warnings;
    QQuickWindow *window = nullptr;
    std::optional<PageDriver> driver;
    tollkeeper::PlaygroundViewModel *playground = nullptr;
};
