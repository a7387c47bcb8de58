// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "playground_page.h"
#include "sync/network_gateway_service.h"
#include "viewmodels/playground/playground_lines.h"

#include <QApplication>
#include <QClipboard>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = RunViewModel::State;

//! From a key in the clipboard to an answer and its request id.
class PlaygroundFirstKeyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! Paste a key, send, read why it failed, mend it, send again, copy the request id.
    void aPersonFindsOutWhyItFailedAndMendsIt()
    {
        NetworkGatewayService gateways(m_world.http, m_world.secrets, m_world.storage, m_world.clock);
        connect(
            &gateways, &GatewayService::accountsChanged, &m_world.choices, &StoredSendChoices::tellChanged);
        PlaygroundPage page(m_world);
        page.window->setProperty("gateways", QVariant::fromValue<QObject *>(&gateways));
        const auto keys = m_world.places["keys"_L1];
        QGuiApplication::clipboard()->setText(keys["openrouter_team_dispatch"_L1].toString());
        QVERIFY(addAccount(page, gateways));
        QTRY_VERIFY(placeOf(page, u"OpenRouter"_s) >= 0);
        QVERIFY(page.driver->click(u"sendAccount"_s));
        QVERIFY(page.driver->click(u"select-%1"_s.arg(placeOf(page, u"OpenRouter"_s))));
        QCOMPARE(page.tab()->composer()->chosenAccount()->name, u"OpenRouter"_s);

        QVERIFY(page.chooseModel(u"sim/fails-404"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        page.driver->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page.run()->state(), State::Failed);
        QVERIFY(!page.driver->text(u"runTitle"_s).isEmpty());
        QVERIFY(!page.driver->text(u"explanation"_s).isEmpty());
        QTRY_VERIFY(page.driver->shows(u"stepTitle"_s));
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        page.driver->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page.run()->state(), State::Complete);
        page.driver->press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), page.run()->requestId());
        QCOMPARE(page.warnings, QStringList());
    }

private:
    //! As by the "Add an account" of the window's sidebar, by keyboard, with the key from the clipboard.
    [[nodiscard]] bool addAccount(const PlaygroundPage &page, const GatewayService &gateways) const
    {
        QMetaObject::invokeMethod(page.window, "addAccount");
        if (!QTest::qWaitFor([&page] { return page.driver->shows(u"chooseStep"_s); }))
            return false;
        const auto choices = gateways.choices();
        const auto wanted = std::find_if(choices.cbegin(), choices.cend(),
            [](const GatewayChoice &choice) { return choice.kind == u"openrouter"; });
        for (auto choice = choices.cbegin(); choice != wanted; ++choice)
            page.driver->press(Qt::Key_Down);
        page.driver->press(Qt::Key_Return);
        if (!focus(page, u"keyField"_s))
            return false;
        page.driver->press(Qt::Key_V, Qt::ControlModifier);
        if (!tabTo(page, u"addressField"_s))
            return false;
        page.driver->press(Qt::Key_A, Qt::ControlModifier);
        page.driver->type(m_world.places["openrouter"_L1].toString());
        page.driver->press(Qt::Key_Return);
        if (!focus(page, u"save"_s)) // its test has succeeded
            return false;
        page.driver->press(Qt::Key_Return);
        return QTest::qWaitFor([&page] { return !page.driver->shows(u"save"_s); });
    }
    static bool focus(const PlaygroundPage &page, const QString &name)
    {
        const auto has = [&page, &name] {
            const auto *item = page.driver->find(name);
            return item && item->hasActiveFocus();
        };
        return QTest::qWaitFor(has, 10'000);
    }
    static bool tabTo(const PlaygroundPage &page, const QString &name)
    {
        const auto *item = page.driver->find(name);
        for (int stop = 0; item && stop < 9 && !item->hasActiveFocus(); ++stop)
            page.driver->press(Qt::Key_Tab);
        return item && item->hasActiveFocus();
    }
    //! Among the accounts that can be sent through; -1: it is none of them.
    static int placeOf(const PlaygroundPage &page, const QString &name)
    {
        const auto accounts = page.tab()->composer()->accounts();
        for (int place = 0; place < accounts.size(); ++place) {
            if (accounts.at(place).value<SendAccountRow>().name == name)
                return place;
        }
        return -1;
    }

    PlaygroundWorld m_world;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // as the application
    loadFonts();
    PlaygroundFirstKeyTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_playground_first_key.moc"
