// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/key_repository.h"
#include "storage/request_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"
#include "sync/import/import_run.h"

#include <QFile>

#include <functional>

//! A profile with two accounts, files to import into them, and what came of it.
class ImportFixture {
public:
    static constexpr auto Heading = "id,time,key,model,status,input_tokens,output_tokens,cost,latency_ms\n";

    ImportFixture()
    {
        auto database = open();
        ledger::setZone(database, "UTC");
        m_account = ledger::addAccount(database, QStringLiteral("Main"));
        m_other = ledger::addAccount(database, QStringLiteral("Other"));
        m_storage = std::make_unique<tollkeeper::Storage>(
            m_profile.profile(), tollkeeper::Storage::Access::ReadWrite);
    }

    static QByteArray line(int number, const QByteArray &cost = "0.01")
    {
        const auto at = ledger::june(1 + number / 1000, number / 100 % 24, number % 60);
        return "r" + QByteArray::number(number) + ',' + at.toString(Qt::ISODate).toLatin1() + ",k"
            + QByteArray::number(number % 3) + ",alpha,200,10,5," + cost + ",800\n";
    }
    static QByteArray file(int rows)
    {
        QByteArray text = Heading;
        for (int i = 0; i < rows; ++i)
            text += line(i);
        return text;
    }

    [[nodiscard]] tollkeeper::AccountId account() const { return m_account; }
    [[nodiscard]] tollkeeper::AccountId other() const { return m_other; }
    [[nodiscard]] QString folder() const { return m_profile.path(); }
    [[nodiscard]] tollkeeper::Storage &storage() { return *m_storage; }
    [[nodiscard]] tollkeeper::Database open() const { return m_profile.open(); }

    QString write(const QByteArray &content, const QString &name = QStringLiteral("usage.csv")) const
    {
        const auto path = folder() + QLatin1Char('/') + name;
        QFile file(path);
        (void)file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        file.write(content);
        return path;
    }

    [[nodiscard]] tollkeeper::ImportOrder order(const QString &path) const
    {
        return {path, m_account, {}, {}, false};
    }
    //! On this thread, telling of each batch that was read.
    tollkeeper::Result<tollkeeper::ImportReport> import(const tollkeeper::ImportOrder &order,
        const std::function<void()> &batchRead = {}, std::stop_token stop = {})
    {
        return run(order, batchRead, std::move(stop)).run();
    }
    tollkeeper::Result<tollkeeper::ImportReport> import(const QString &path) { return import(order(path)); }
    tollkeeper::Result<tollkeeper::ImportReport> importOneBatch(const QString &path)
    {
        std::stop_source stop;
        return import(
            order(path), [&stop] { stop.request_stop(); }, stop.get_token());
    }
    tollkeeper::Result<tollkeeper::ImportReport> dryRun(const QString &path)
    {
        return run(order(path), {}, {}).dryRun();
    }
    tollkeeper::Result<tollkeeper::ImportPreview> preview(const QString &path)
    {
        return run(order(path), {}, {}).preview();
    }

    [[nodiscard]] qint64 count(const char *sql) const
    {
        auto database = open();
        return database.value(QString::fromLatin1(sql))->toLongLong();
    }
    [[nodiscard]] qint64 rows() const { return count("SELECT COUNT(*) FROM request"); }
    [[nodiscard]] qint64 staleStretches() const { return count("SELECT COUNT(*) FROM stale_stretch"); }
    [[nodiscard]] QString fileState() const
    {
        auto database = open();
        return database.value(QStringLiteral("SELECT group_concat(state) FROM import_file"))->toString();
    }

    //! Every row of every table that an import writes.
    [[nodiscard]] QStringList everything() const
    {
        auto database = open();
        QStringList all;
        for (const auto *table : {"import_file", "request_batch", "series", "request", "request_rollup",
                 "piece", "share", "api_key", "whole_interval", "model", "provider"}) {
            const auto name = QString::fromLatin1(table);
            auto rows = database.run(QStringLiteral("SELECT * FROM ") + name);
            while (rows->next()) {
                QStringList row{name};
                for (int i = 0; i < 20; ++i)
                    row.append(rows->value(i).toString());
                all.append(row.join(QLatin1Char('|')));
            }
        }
        return all;
    }

    QDateTime now = ledger::june(18);

private:
    [[nodiscard]] tollkeeper::ImportRun run(
        const tollkeeper::ImportOrder &order, const std::function<void()> &batchRead, std::stop_token stop)
    {
        return tollkeeper::ImportRun(
            *m_storage, order, now, std::move(stop), [batchRead](const tollkeeper::ImportProgress &progress) {
                if (batchRead && progress.step == tollkeeper::ImportProgress::Step::Reading)
                    batchRead();
            });
    }

    TempProfile m_profile;
    tollkeeper::AccountId m_account;
    tollkeeper::AccountId m_other;
    std::unique_ptr<tollkeeper::Storage> m_storage;
};
