// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/playground_request_json.h"
#include "playground/stored_run_history.h"
#include "storage/storage.h"
#include "support/await.h"
#include "support/temp_profile.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! Requests with a name, in a profile.
class PresetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPresetKeepsItsTimeout_data()
    {
        using Timeout = std::optional<std::chrono::milliseconds>;
        QTest::addColumn<Timeout>("timeout");
        QTest::newRow("typed") << Timeout(std::chrono::milliseconds(7500));
        QTest::newRow("not kept") << Timeout();
    }
    void aPresetKeepsItsTimeout()
    {
        QFETCH(const std::optional<std::chrono::milliseconds>, timeout);
        TempProfile profile;
        Storage storage(profile.profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        StoredRunHistory history(storage);
        Preset preset{u"Greeting"_s, {}, u"acme/first"_s, {u"acme/second"_s}, timeout};
        preset.request.messages = {{ChatMessage::Role::User, u"Hi"_s}};
        QVERIFY(await(history.savePreset(preset)));
        QCOMPARE(*await(history.presets()), QList{preset});
    }

    void aTimeoutThatIsNoneIsNotRead_data()
    {
        QTest::addColumn<QJsonValue>("kept");
        QTest::newRow("zero") << QJsonValue(0);
        QTest::newRow("negative") << QJsonValue(-5);
        QTest::newRow("a word") << QJsonValue(u"soon"_s);
        QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined);
    }
    void aTimeoutThatIsNoneIsNotRead()
    {
        QFETCH(const QJsonValue, kept);
        QVERIFY(!timeoutFrom(QJsonObject{{u"timeout_ms"_s, kept}}));
    }
};

QTEST_GUILESS_MAIN(PresetsTest)
#include "tst_presets.moc"
