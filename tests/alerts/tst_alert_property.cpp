// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alert_history.h"
#include "alerts/stored_alert_service.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/poll_repository.h"
#include "storage/workspace_repository.h"
#include "storage/zone_change.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/rules_off.h"
#include "support/temp_profile.h"

#include <QFile>
#include <QTest>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tollkeeper;
using namespace alerts;
using namespace Qt::Literals::StringLiterals;

namespace {

//! The witness: a file that one line is written to for each thing that happened, which no crash undoes.
class Witness {
public:
    explicit Witness(const QString &path)
        : m_file(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND, 0600))
    {
    }
    ~Witness() { (void)::close(m_file); }
    Q_DISABLE_COPY_MOVE(Witness)

    void write(const QString &line) const
    {
        const auto bytes = line.toUtf8() + '\n';
        if (::write(m_file, bytes.constData(), size_t(bytes.size())) != bytes.size())
            ::_exit(3);
    }

private:
    int m_file;
};

class WitnessSender final : public ChannelSender {
public:
    explicit WitnessSender(const Witness &witness) : m_witness(witness) { }

    Async<Receipt> send(Channel, AlertMessage message, quint32) override
    {
        for (const auto &crossing : message.title.split(u';'))
            m_witness.write((message.reason == NoticeReason::Raised ? u"shown "_s : u"over "_s)
                + (message.isRepeated ? u"again "_s : u"once "_s) + crossing);
        Receipt receipt;
        receipt.noticeId = 7;
        co_return receipt;
    }

private:
    const Witness &m_witness;
};

AlertMessage messageFor(const Alert &alert, NoticeReason reason, const QTimeZone &)
{
    AlertMessage message;
    message.reason = reason;
    message.title = nameOf(alert.facts.name, alert.step, alert.occurrence);
    return message;
}

AlertMessage bundleFor(const QList<Alert> &all, NoticeReason reason)
{
    AlertMessage message;
    message.reason = reason;
    QStringList names;
    for (const auto &alert : all)
        names.append(nameOf(alert.facts.name, alert.step, alert.occurrence));
    message.title = names.join(u';');
    return message;
}

//! The app for one run, in a process of its own, so that a crash is one.
class App {
public:
    App(const Profile &profile, const Witness &witness)
        : m_storage(profile, Storage::Access::ReadWrite, QTimeZone::utc())
        , m_witness(witness)
        , m_sender(witness)
        , m_queue(m_storage, m_clock, &m_sender, {messageFor, bundleFor})
        , m_service(m_storage, m_clock, &m_queue)
    {
    }

    void play(const Run &run, AccountId account)
    {
        for (qsizetype i = 0; i < run.steps.size(); ++i) {
            const auto &step = run.steps.at(i);
            m_clock.moveTo(step.now);
            m_witness.write(u"step %1"_s.arg(i));
            if (step.what == Step::What::Look)
                check(await(m_service.evaluate()).has_value());
            else
                check(m_storage.write([&](Database &database) { return doIn(database, step, account); })
                          .result()
                          .has_value());
        }
    }

private:
    static void check(bool isFine)
    {
        if (!isFine)
            ::_exit(2);
    }

    static Outcome doIn(Database &database, const Step &step, AccountId account)
    {
        if (step.what == Step::What::FailPoll)
            return AccountRepository(database).markFailed(account, step.now, {Error::Kind::Network});
        if (step.what == Step::What::ChangeZone)
            return changeZone(database, QTimeZone(step.zone), step.now);
        PollFacts facts;
        BucketFacts bucket;
        bucket.start = step.hour;
        bucket.end = step.hour.addSecs(3600);
        bucket.endpoint = u"GET /hours"_s;
        bucket.amount = ledger::billed(step.cents);
        facts.buckets = {bucket};
        const auto stored = PollRepository(database).store(account, facts, step.now);
        return stored ? Outcome(Done{}) : fail(stored.error());
    }

    FakeClock m_clock{QDateTime()};
    Storage m_storage;
    const Witness &m_witness;
    WitnessSender m_sender;
    DeliveryQueue m_queue;
    StoredAlertService m_service;
};

//! Three budgets of three thresholds, in periods that may pass unseen: so many are told in one notice.
constexpr int MostAtOnce = 100;
//! Played between two rows of the test's output.
constexpr quint32 RowOfHistories = 200;

//! What a history came to.
struct Outturn {
    QStringList expected; //!< by the model
    QStringList recorded;
    QStringList shownOnce; //!< notices not marked repeated
    QStringList shownAgain; //!< notices marked repeated: counted apart
    int crashes = 0;
    int crashesInSending = 0; //!< between the intention and the record
};

} // namespace

//! Whatever happens to polls, runs, zones and clocks: exactly one record for each threshold that a period
//! really reached, and one notice for each record; a second one only where the app died between showing and
//! recording, and then it says so. 10,000 histories: TK_HISTORIES=10000 tst_alert_property
class AlertPropertyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneRecordAndOneNoticeForEachCrossing_data()
    {
        QTest::addColumn<quint32>("firstSeed");
        bool isNumber = false;
        const auto asked = qEnvironmentVariableIntValue("TK_HISTORIES", &isNumber);
        for (int seed = 0; seed < (isNumber ? asked : int(RowOfHistories)); seed += int(RowOfHistories))
            QTest::addRow("from %d", seed) << quint32(seed);
    }
    void oneRecordAndOneNoticeForEachCrossing()
    {
        QFETCH(const quint32, firstSeed);
        const auto histories = RowOfHistories;
        const TempProfile empty; // made once: copying it is faster than making so many
        makeEmpty(empty);
        int crossings = 0;
        int crashes = 0;
        int repeats = 0;
        for (quint32 seed = firstSeed; seed < firstSeed + histories; ++seed) {
            const auto outturn = play(randomHistory(seed), empty);
            const auto say
                = [seed](const QString &what) { return u"seed %1: %2"_s.arg(seed).arg(what).toUtf8(); };
            QVERIFY2(outturn.recorded == outturn.expected,
                say(outturn.recorded.join(u", "_s) + u" is not "_s + outturn.expected.join(u", "_s))
                    .constData());
            for (const auto &told : outturn.shownOnce + outturn.shownAgain)
                QVERIFY2(
                    outturn.expected.contains(told), say(u"told, and never crossed: "_s + told).constData());
            // Each is told at least once, at most once without a mark.
            for (const auto &crossing : outturn.expected) {
                const auto once = outturn.shownOnce.count(crossing);
                const auto all = once + outturn.shownAgain.count(crossing);
                QVERIFY2(once <= 1, say(u"told twice: "_s + crossing).constData());
                QVERIFY2(all >= 1, say(u"never told: "_s + crossing).constData());
            }
            QVERIFY2(outturn.shownAgain.size() <= MostAtOnce * outturn.crashesInSending,
                say(u"more notices marked repeated than crashes explain"_s).constData());
            crossings += int(outturn.expected.size());
            crashes += outturn.crashes;
            repeats += int(outturn.shownAgain.size());
        }
        QVERIFY(crossings > int(histories));
        QVERIFY(crashes > int(histories) / 10);
        qInfo("%u histories: %d crossings, %d crashes, %d notices marked repeated", histories, crossings,
            crashes, repeats);
    }

private:
    //! Runs in a process of its own; the exit status, 128 + 9 where it was killed. This process itself must
    //! pass no crash point: the first one fixes for good which of them crashes, for its children too.
    template<typename Body>
    static int apart(Body body)
    {
        const auto child = ::fork();
        if (child == 0) {
            body();
            ::_exit(0);
        }
        int status = 0;
        (void)::waitpid(child, &status, 0);
        return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    }

    static void makeEmpty(const TempProfile &profile)
    {
        QCOMPARE(apart([&profile] {
            auto database = profile.open();
            (void)ledger::addAccount(database, u"Main"_s);
            switchRulesOff(database);
        }),
            0);
    }

    static void begin(const History &history, const TempProfile &empty, const TempProfile &profile)
    {
        QVERIFY(QFile::copy(empty.profile().databasePath(), profile.profile().databasePath()));
        auto database = profile.open();
        ledger::setZone(database, history.zone);
        QVERIFY(WorkspaceRepository(database).setEvaluatedAt(history.begins).has_value());
        for (const auto &budget : history.budgets)
            QVERIFY(BudgetRepository(database).save(budget).has_value());
    }

    static int runApart(const Run &run, const TempProfile &profile, const QString &witnessPath)
    {
        return apart([&] {
            qputenv("CRASH_AT", run.crashAt);
            const Witness witness(witnessPath);
            App app(profile.profile(), witness);
            app.play(run, AccountId(1));
        });
    }

    static QStringList linesOf(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

    //! Tells the model what a run did before it ended: the last step it began may have been cut off.
    static void follow(Model &model, const Run &run, const QStringList &lines, bool isCommitted)
    {
        int begun = -1;
        for (const auto &line : lines) {
            if (line.startsWith(u"step "))
                begun = QStringView(line).mid(5).toInt();
        }
        for (int i = 0; i <= begun; ++i) {
            const auto &step = run.steps.at(i);
            if (step.what == Step::What::Tell)
                model.tell(step);
            if (step.what == Step::What::ChangeZone)
                model.changeZone(step.zone);
            if (step.what == Step::What::Look && (i < begun || isCommitted))
                model.look(step.now);
        }
    }

    static Outturn play(const History &history, const TempProfile &empty)
    {
        const TempProfile profile;
        begin(history, empty, profile);
        Model model(history);
        Outturn outturn;
        for (qsizetype i = 0; i < history.runs.size(); ++i) {
            const auto &run = history.runs.at(i);
            const auto path = profile.path() + u"/witness-%1"_s.arg(i);
            const auto status = runApart(run, profile, path);
            const bool isKilled = status == 128 + SIGKILL;
            if (status != 0 && !isKilled)
                qFatal("a run ended with %d", status);
            const auto lines = linesOf(path);
            follow(model, run, lines, !isKilled || run.crashAt != "alerts_before_commit");
            outturn.crashes += isKilled ? 1 : 0;
            const bool isInSending
                = run.crashAt == "after_notify_before_log" || run.crashAt == "after_intent_before_notify";
            outturn.crashesInSending += isKilled && isInSending ? 1 : 0;
            for (const auto &line : lines) {
                if (line.startsWith(u"shown once "))
                    outturn.shownOnce.append(line.mid(11));
                if (line.startsWith(u"shown again "))
                    outturn.shownAgain.append(line.mid(12));
            }
        }
        auto database = profile.open();
        const auto alerts = *AlertRepository(database).latest(10'000);
        for (const auto &alert : alerts)
            outturn.recorded.append(nameOf(alert.facts.name, alert.step, alert.occurrence));
        outturn.recorded.sort();
        outturn.expected = model.crossings();
        return outturn;
    }
};

QTEST_GUILESS_MAIN(AlertPropertyTest)
#include "tst_alert_property.moc"
