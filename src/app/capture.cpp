// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int GivesUpAfter = 20'000; // ms
constexpr int Beat = 60; // ms between two looks

void turnEvents(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

Outcome Capture::waitForData()
{
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < GivesUpAfter) {
        if (m_window.isSettled())
            return Done{};
        turnEvents(Beat);
    }
    return fail(Error::Kind::Timeout, u"the page never showed its data"_s);
}

//! The picture once two looks in a row are the same: charts need several frames.
Result<QImage> Capture::picture()
{
    QElapsedTimer since;
    since.start();
    turnEvents(4 * Beat);
    auto before = m_window.window()->grabWindow();
    while (since.elapsed() < GivesUpAfter) {
        turnEvents(Beat);
        const auto now = m_window.window()->grabWindow();
        if (!now.isNull() && now == before)
            return now;
        before = now;
    }
    return fail(Error::Kind::Timeout, u"the page never came to rest"_s);
}

Outcome Capture::visit(const QString &page, const std::function<Outcome()> &whenShown)
{
    if (auto ready = waitForData(); !ready) // nothing can be opened before
        return ready;
    m_window.visit(page);
    turnEvents(Beat);
    if (auto ready = waitForData(); !ready)
        return ready;
    return whenShown();
}

Outcome Capture::writeAll()
{
    if (!QDir().mkpath(m_options.captureDirectory))
        return fail(Error::Kind::Storage, u"cannot create %1"_s.arg(m_options.captureDirectory));
    for (const auto &size : m_options.sizes) {
        m_window.window()->resize(size);
        for (const auto &theme : m_options.themes) {
            m_window.setDark(theme == u"dark");
            for (const auto &page : m_options.pages) {
                const auto file = u"%1/%2-%3-%4x%5.png"_s.arg(m_options.captureDirectory, page, theme)
                                      .arg(size.width())
                                      .arg(size.height());
                auto written = visit(page, [&]() -> Outcome {
                    const auto image = picture();
                    if (!image)
                        return fail(image.error());
                    return image->save(file) ? Outcome(Done{})
                                             : fail(Error::Kind::Storage, u"cannot write %1"_s.arg(file));
                });
                if (!written)
                    return written;
            }
        }
    }
    return Done{};
}

Outcome Capture::showAll()
{
    for (const auto &size : m_options.sizes) {
        m_window.window()->resize(size);
        for (const auto &page : m_options.pages) {
            auto shown = visit(page, [&]() -> Outcome {
                const auto image = picture();
                return image ? Outcome(Done{}) : fail(image.error());
            });
            if (!shown)
                return shown;
        }
    }
    return Done{};
}

} // namespace tollkeeper
