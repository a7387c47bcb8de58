// SPDX-License-Identifier: GPL-3.0-or-later
#include "composed_page.h"

#include <QSignalSpy>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! What a request brings along when it is opened again.
class PlaygroundPresetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void presetsKeepARequestUnderAName()
    {
        Page page;
        page.view.savePreset(u" shipments "_s);
        QTRY_COMPARE(page.history.known.size(), 1);
        QCOMPARE(page.history.known.constFirst().name, u"shipments"_s);
        page.view.newTab();
        page.view.openPreset(u"shipments"_s);
        QTRY_COMPARE(page.view.tab()->composer()->fallbacks().size(), 2);
        QCOMPARE(page.view.tab()->composer()->model(), u"anthropic/claude-sonnet-4.5"_s);
    }

    void theTimeoutGoesWithTheRequest_data()
    {
        QTest::addColumn<QString>("way");
        for (const auto *way : {"duplicate", "preset", "kept run"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void theTimeoutGoesWithTheRequest()
    {
        QFETCH(const QString, way);
        Page page;
        page.view.tab()->composer()->setTimeout(u"7.5"_s);
        if (way == u"preset") {
            page.view.savePreset(u"slow"_s);
            QTRY_COMPARE(page.history.known.size(), 1);
            page.view.openPreset(u"slow"_s);
        } else if (way == u"kept run") {
            auto kept = scripted::keptRun(4, scripted::shipmentOrder(), scripted::shipmentRun(), true);
            kept.timeout = page.view.tab()->composer()->order().policy.timeout;
            page.history.kept.append(kept);
            page.view.openRun(u"4"_s);
        } else {
            page.view.duplicateTab();
        }
        QTRY_COMPARE(page.view.tabs().size(), 2);
        QCOMPARE(page.view.tab()->composer()->timeout(), u"7.5"_s);
        QCOMPARE(page.view.tab()->composer()->order().policy.timeout, std::chrono::milliseconds(7500));
    }

    void aTimeoutThatNobodyTypedGoesOnFollowingTheModel()
    {
        Page page;
        page.view.duplicateTab();
        auto *copy = page.view.tab()->composer();
        QCOMPARE(copy->timeout(), page.view.tabAt(0)->composer()->timeout());
        copy->setModel(u"openai/o3-deep-research"_s);
        QCOMPARE(copy->timeout(), u"300"_s);
    }

    void aPresetTakesThePlaceOfNothingThatWasComposed()
    {
        Page page;
        page.view.savePreset(u"shipments"_s);
        QTRY_COMPARE(page.history.known.size(), 1);
        page.view.tab()->composer()->messages()->setText(1, u"Not kept anywhere"_s);
        page.view.openPreset(u"shipments"_s);
        QTRY_COMPARE(page.view.tabs().size(), 2);
        QCOMPARE(page.view.currentTab(), 1);
        QCOMPARE(page.view.tab()->composer()->fallbacks().size(), 2);
        QTRY_VERIFY(page.view.tab()->composer()->chosenKey());
        QCOMPARE(page.view.tab()->composer()->chosenKey()->id, std::optional(KeyId(scripted::StagingKey)));
        QCOMPARE(
            page.view.tabAt(0)->composer()->messages()->messages().constFirst().text, u"Not kept anywhere"_s);
        page.fill();
        page.view.setCurrentTab(0);
        QSignalSpy problems(&page.view, &PlaygroundViewModel::problemHappened);
        page.view.openPreset(u"shipments"_s);
        QTRY_COMPARE(problems.size(), 1);
        QCOMPARE(
            page.view.tabAt(0)->composer()->messages()->messages().constFirst().text, u"Not kept anywhere"_s);
    }

    void whatWasTypedIsNotBlank_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("temperature") << u"temperature"_s << u"hot"_s;
        QTest::newRow("max tokens") << u"maxTokens"_s << QString();
        QTest::newRow("timeout") << u"timeout"_s << u"9"_s;
        QTest::newRow("tools") << u"tools"_s << u"["_s;
    }
    void whatWasTypedIsNotBlank()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        Page page;
        page.view.newTab();
        auto *composer = page.view.tab()->composer();
        QTRY_VERIFY(composer->chosenKey());
        if (!name.isEmpty())
            composer->setProperty(qPrintable(name), value);
        QCOMPARE(composer->isBlank(), name.isEmpty());
    }
};

QTEST_GUILESS_MAIN(PlaygroundPresetsTest)
#include "tst_playground_presets.moc"
