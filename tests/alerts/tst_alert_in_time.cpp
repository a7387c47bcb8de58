// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/stored_alert_service.h"
#include "secrets/memory_secret_store.h"
#include "storage/account_repository.h"
#include "storage/budget_repository.h"
#include "support/await.h"
#include "support/ledger_facts.h"
#include "support/rules_off.h"
#include "support/scripted_http.h"
#include "support/scripted_sender.h"
#include "support/temp_profile.h"
#include "sync/network_sync_service.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Interval = std::chrono::minutes(5);
constexpr int PlannedSpreadSeconds = 30; //!< the schedule spreads accounts over so much
constexpr int AllowedSeconds = 10; //!< requirement 39: one poll and ten seconds

AlertMessage messageFor(const Alert &alert, NoticeReason, const QTimeZone &)
{
    AlertMessage message;
    message.title = QString::number(alert.step);
    return message;
}

} // namespace

//! From the moment a gateway's figures show a crossing to the moment people are told: schedule, poll, ledger,
//! comparison and sending are the real ones; the clock is one that jumps to the next planned poll and runs
//! on.
class AlertInTimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCrossingIsToldWithinOnePollAndTenSeconds()
    {
        for (int seconds = 1; seconds < 300; seconds += 97) // at any moment between two polls
            toldInTime(seconds);
    }

private:
    void toldInTime(int crossingAfter)
    {
        const TempProfile profile;
        StartedClock clock(june(18, 9));
        Storage storage(profile.profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        MemorySecretStore secrets;
        prepare(storage, secrets);

        // The figures of the gateway cross half of the budget at that moment, whenever it is asked.
        const auto crossing = june(18, 9).addSecs(crossingAfter);
        ScriptedHttp http;
        http.answerWith([&](const QUrl &) { return usage(clock.now() < crossing ? 49.9 : 50.1); });

        ScriptedSender sender;
        DeliveryQueue queue(storage, clock, &sender, {messageFor, {}});
        StoredAlertService alerts(storage, clock, &queue);
        NetworkSyncService sync(http, secrets, storage, clock);
        int looks = 0;
        connect(&sync, &SyncService::usageChanged, &alerts, [&alerts, &looks] {
            QCoro::connect(alerts.evaluate(), &alerts, [&looks](const Result<QList<Alert>> &) { ++looks; });
        });

        sync.startSchedule(Interval);
        QTRY_COMPARE(looks, 1);
        QVERIFY(sender.sent.isEmpty());
        while (clock.now() < crossing) {
            const auto before = looks;
            clock.moveTo(*sync.nextPollAt());
            sync.startSchedule(Interval);
            QTRY_VERIFY(looks > before);
        }
        QTRY_COMPARE(sender.titles(DesktopChannel), QStringList{u"50"_s});
        const auto late = crossing.secsTo(clock.now());
        const auto allowed = std::chrono::seconds(Interval).count() + PlannedSpreadSeconds + AllowedSeconds;
        QVERIFY2(late <= allowed, qPrintable(u"%1 s after the crossing"_s.arg(late)));
        sync.stopSchedule();
    }

    static Result<HttpResponse> usage(double today)
    {
        return ScriptedHttp::json(
            "{\"mode\":\"unrestricted\",\"isValid\":true,\"unit\":\"USD\",\"balance\":12.5,"
            "\"daily_usage\":[{\"date\":\"2026-06-18\",\"actual_cost\":"
            + QByteArray::number(today) + "}]}");
    }

    static void prepare(Storage &storage, MemorySecretStore &secrets)
    {
        const auto key = std::make_shared<const Secret>(*Secret::fromInput("sk-test"));
        QVERIFY(await(secrets.write(u"Main"_s, key)).has_value());
        QVERIFY(storage
                    .write([](Database &database) -> Outcome {
                        Account account;
                        account.gateway = u"torouter"_s;
                        account.name = account.secretName = u"Main"_s;
                        account.baseUrl = QUrl(u"https://one.example"_s);
                        account.addedAt = june(1);
                        if (auto added = AccountRepository(database).add(account); !added)
                            return fail(added.error());
                        Budget budget;
                        budget.name = u"Everything"_s;
                        budget.limit = cents(10'000);
                        budget.channels = {DesktopChannel};
                        budget.createdAt = june(1);
                        if (auto saved = BudgetRepository(database).save(budget); !saved)
                            return fail(saved.error());
                        switchRulesOff(database);
                        return Done{};
                    })
                    .result()
                    .has_value());
    }
};

QTEST_GUILESS_MAIN(AlertInTimeTest)
#include "tst_alert_in_time.moc"
