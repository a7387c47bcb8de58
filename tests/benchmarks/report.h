// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <functional>

namespace benchmark {

//! One line of the table: ours beside a reference measured in the same run, and the goal for their ratio.
struct Line {
    QString path;
    double ours = 0;
    double reference = 0;
    QString unit;
    double goal = 0;
    bool atLeast = false; //!< the ratio should be at least the goal; else at most
};

//! Prints the lines as they come and writes them as JSON at the end.
class Report {
public:
    explicit Report(QString file) : m_file(std::move(file)) { }
    ~Report()
    {
        QFile file(m_file);
        if (!m_file.isEmpty() && file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(m_lines).toJson());
    }
    Q_DISABLE_COPY_MOVE(Report)

    void add(const Line &line)
    {
        const auto ratio = line.reference == 0 ? 0 : line.ours / line.reference;
        const bool isMet = line.atLeast ? ratio >= line.goal : ratio <= line.goal;
        QTextStream(stdout) << line.path << " | " << text(line.ours) << ' ' << line.unit << " | "
                            << text(line.reference) << ' ' << line.unit << " | "
                            << QString::number(ratio, 'f', 2) << " | " << (line.atLeast ? ">= " : "<= ")
                            << QString::number(line.goal, 'f', 2) << " | " << (isMet ? "met" : "NOT MET")
                            << Qt::endl;
        m_lines.append(QJsonObject{{QStringLiteral("path"), line.path}, {QStringLiteral("ours"), line.ours},
            {QStringLiteral("reference"), line.reference}, {QStringLiteral("unit"), line.unit},
            {QStringLiteral("ratio"), ratio}, {QStringLiteral("goal"), line.goal},
            {QStringLiteral("met"), isMet}});
    }

private:
    static QString text(double value) { return QString::number(value, 'g', 4); }

    QString m_file;
    QJsonArray m_lines;
};

//! Median of several runs, in milliseconds.
inline double medianMs(int runs, const std::function<void()> &work)
{
    QList<double> times;
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

//! Peak memory of this process so far, in megabytes (Linux).
inline double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const auto &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

} // namespace benchmark
