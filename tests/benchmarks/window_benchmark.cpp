// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "app/services.h"
#include "app/window.h"
#include "base/clock.h"
#include "benchmarks/report.h"
#include "benchmarks/stall_watch.h"
#include "viewmodels/usage_filter_view_model.h"
#include "viewmodels/usage_view_model.h"

#include <QApplication>
#include <QFileInfo>
#include <QQuickItem>

using namespace tollkeeper;
using namespace benchmark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double LongestStallMs = 100;

class Story {
public:
    Story(QQuickWindow &window, Report &report) : m_window(window), m_report(report) { }

    void tell()
    {
        step(u"page opens"_s, [this] { m_window.setProperty("page", u"usage"_s); });
        auto *filter = usage()->filter();
        step(u"400 days"_s, [filter] { (void)filter->chooseDays(u"2025-05-15"_s, u"2026-06-18"_s); });
        step(u"fell back only"_s, [filter] { filter->setFellBackOnly(true); });
        step(u"cost from $0.03"_s, [filter] { (void)filter->chooseCostFrom(u"0.03"_s); });
        step(u"every request again"_s, [filter] { filter->clear(); });
        scroll();
    }

private:
    UsageViewModel *usage()
    {
        auto *found = m_window.findChild<UsageViewModel *>();
        if (!found)
            qFatal("no usage view-model");
        return found;
    }

    void step(const QString &name, const std::function<void()> &act)
    {
        QElapsedTimer timer;
        timer.start();
        (void)m_watch.takeLongest();
        act();
        QCoreApplication::processEvents();
        liveUntil([this] { return usage()->isSettled() && !usage()->isUpdating(); });
        line(name + u" (settled after %1 ms)"_s.arg(timer.elapsed()));
    }

    //! A screen at a time, then anywhere.
    void scroll()
    {
        auto *table = m_window.findChild<QQuickItem *>(u"usageRows"_s);
        if (!table)
            qFatal("no table");
        for (int i = 0; i < 200; ++i)
            moveTo(*table, i * 15.0);
        line(u"scrolling 200 screens"_s);
        for (int i = 0; i < 100; ++i)
            moveTo(*table, table->property("count").toDouble() * ((i * 37) % 100) / 101);
        line(u"jumping 100 times"_s);
    }

    void moveTo(QQuickItem &table, double row)
    {
        table.setProperty("offset", row);
        QElapsedTimer frame;
        frame.start();
        liveUntil([&frame] { return frame.hasExpired(16); });
    }

    void line(const QString &name)
    {
        m_report.add({u"longest stall of the window: "_s + name, m_watch.takeLongest(), LongestStallMs,
            u"ms"_s, 1, false});
    }

    QQuickWindow &m_window;
    Report &m_report;
    StallWatch m_watch;
};

} // namespace

//! window_benchmark COUNT JSON-FILE DATABASE: opens, filters and scrolls the Usage page over the database
//! that rows_benchmark left.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto profile = Profile::open(QFileInfo(arguments.value(3)).absolutePath());
    if (!profile)
        qFatal("no profile");
    loadFonts();
    StartedClock clock(QDateTime(QDate(2026, 6, 18), QTime(14, 32), Qt::UTC));
    Services services(*profile, clock, RunKind::Demo);
    Window window;
    if (!window.open(services, RunKind::Demo))
        qFatal("no window");
    Report report(arguments.value(2));
    window.window()->resize(1440, 900);
    window.window()->show();
    Story(*window.window(), report).tell();
    report.add({u"peak memory of the window, in MB"_s, peakMegabytes(), 500, u"MB"_s, 1, false});
    return 0;
}
