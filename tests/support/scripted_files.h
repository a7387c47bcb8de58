// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/usage_export_service.h"
#include "sync/history_service.h"
#include "sync/import_service.h"
#include "viewmodels/file_chooser.h"

#include <QCoroTimer>

// Services around files and histories that answer what the test wrote down, a moment later, as real ones
// would.

class ScriptedImports : public tollkeeper::ImportService {
public:
    tollkeeper::Result<tollkeeper::ImportPreview> previewed = tollkeeper::ImportPreview();
    tollkeeper::Result<tollkeeper::ImportReport> reported = tollkeeper::ImportReport();
    bool isSlow = false; //!< a run does not end by itself
    QList<tollkeeper::ImportOrder> previews; //!< path, account and mapping of each
    QList<tollkeeper::ImportOrder> dryRuns;
    QList<tollkeeper::ImportOrder> runs;
    int cancelled = 0;

    tollkeeper::Async<tollkeeper::ImportPreview> preview(QString path, tollkeeper::AccountId account,
        std::optional<tollkeeper::ColumnMapping> mapping) override
    {
        previews.append({path, account, mapping, {}, false});
        auto copy = previewed;
        if (copy && mapping)
            copy->mapping = *mapping;
        auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
        co_await pause;
        co_return copy;
    }
    tollkeeper::Async<tollkeeper::ImportReport> dryRun(tollkeeper::ImportOrder order) override
    {
        dryRuns.append(order);
        auto copy = reported;
        if (copy && copy->end == tollkeeper::ImportReport::End::Done)
            copy->end = tollkeeper::ImportReport::End::DryRun;
        auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
        co_await pause;
        co_return copy;
    }
    tollkeeper::Async<tollkeeper::ImportReport> run(tollkeeper::ImportOrder order) override
    {
        runs.append(order);
        auto copy = reported;
        Q_EMIT progressed({tollkeeper::ImportProgress::Step::Reading, 1000, 250, 4321});
        const auto before = cancelled;
        do { // a name is awaited anew each time
            auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
            co_await pause;
        } while (isSlow && cancelled == before);
        if (copy && isSlow)
            copy->end = tollkeeper::ImportReport::End::Stopped;
        co_return copy;
    }
    void cancel() override { ++cancelled; }
    bool isRunning() const override { return false; }
};

class ScriptedExports : public tollkeeper::UsageExportService {
public:
    tollkeeper::Result<tollkeeper::UsageExportCounts> counts = tollkeeper::UsageExportCounts();
    bool isSlow = false; //!< it does not end by itself
    QList<tollkeeper::UsageExportOrder> orders;
    int cancelled = 0;

    tollkeeper::Async<tollkeeper::UsageExportCounts> run(tollkeeper::UsageExportOrder order) override
    {
        orders.append(order);
        auto copy = counts;
        Q_EMIT progressed(50'000);
        const auto before = cancelled;
        do {
            auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
            co_await pause;
        } while (isSlow && cancelled == before);
        if (isSlow)
            co_return tollkeeper::fail(tollkeeper::Error::Kind::Cancelled);
        co_return copy;
    }
    void cancel() override { ++cancelled; }
    bool isRunning() const override { return false; }
};

class ScriptedHistories : public tollkeeper::HistoryService {
public:
    QList<tollkeeper::AccountHistory> histories;

    tollkeeper::Async<QList<tollkeeper::AccountHistory>> all() override
    {
        auto copy = histories;
        auto pause = QCoro::sleepFor(std::chrono::milliseconds(1));
        co_await pause;
        co_return copy;
    }
    tollkeeper::Async<tollkeeper::Done> pause(tollkeeper::AccountId account) override
    {
        move(account, tollkeeper::HistoryState::Paused);
        co_return tollkeeper::Done();
    }
    tollkeeper::Async<tollkeeper::Done> resume(tollkeeper::AccountId account) override
    {
        move(account, tollkeeper::HistoryState::Running);
        co_return tollkeeper::Done();
    }

private:
    void move(tollkeeper::AccountId account, tollkeeper::HistoryState state)
    {
        for (auto &history : histories) {
            if (history.account == account)
                history.state = state;
        }
    }
};

//! Picks at once what the test wrote down.
class ScriptedFiles : public tollkeeper::FileChooser {
public:
    QString path;

    void chooseFile(const QString &) override { Q_EMIT chosen(path); }
    void choosePlace(const QString &, const QString &name) override { Q_EMIT chosen(path + u'/' + name); }
};
