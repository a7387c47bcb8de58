// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/capture.h"
#include "app/qml_warnings.h"
#include "words/explain.h"
#include "words/figures.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QMessageBox>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int ExitFailed = 1;
constexpr int ExitProfileLocked = 5;

//! Runs the event loop until the task has its answer: only for work that the window waits for anyway.
template<typename T>
T wait(QCoro::Task<T> task)
{
    std::optional<T> answer;
    QEventLoop loop;
    QCoro::connect(std::move(task), &loop, [&](const T &value) {
        answer.emplace(value);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *std::move(answer);
}

QString demoText(const QDate &day)
{
    //: %1 is a day, such as Thu 18 June
    return QApplication::translate("Demo", "Polling the invented company: %1").arg(dayText(day));
}

} // namespace

Application::Application(Options options)
    : m_options(std::move(options)), m_kind(m_options.demo ? RunKind::Demo : RunKind::Person)
{
}

Outcome Application::openProfile()
{
    auto directory = m_options.profileDirectory;
    if (m_options.demo && directory.isEmpty()) {
        m_temporary.emplace();
        directory = m_temporary->path();
    }
    auto profile = Profile::open(directory);
    if (!profile)
        return fail(profile.error());
    if (m_options.demo && QFile::exists(profile->databasePath()))
        return fail(Error::Kind::InvalidInput,
            u"the demo needs a profile directory of its own, and this one has data"_s);
    auto lock = WriterLock::take(*profile);
    if (!lock)
        return fail(lock.error());
    m_lock.emplace(*std::move(lock));
    m_profile.emplace(*std::move(profile));
    return Done{};
}

Outcome Application::prepare()
{
    if (m_options.demo) {
        auto clock = std::make_unique<StartedClock>(DemoCompany::beginning());
        m_demoClock = clock.get();
        m_clock = std::move(clock);
    } else if (m_options.clockStart.isEmpty()) {
        m_clock = std::make_unique<SystemClock>();
    } else {
        const auto start = parseUtc(m_options.clockStart);
        if (!start)
            return fail(Error::Kind::InvalidInput, u"--clock needs a time such as 2026-06-18T14:32:00Z"_s);
        m_clock = std::make_unique<StartedClock>(*start);
    }
    if (auto opened = openProfile(); !opened)
        return opened;
    m_services = std::make_unique<Services>(*m_profile, *m_clock, m_kind);
    m_window.setDark(m_colours.isDark());
    QObject::connect(&m_colours, &ColourScheme::changed, &m_colours, [this] {
        m_window.setDark(m_colours.isDark());
        if (m_tray)
            m_tray->setDark(m_colours.isDark());
    });
    return Done{};
}

Outcome Application::buildDemo()
{
    m_demo = std::make_unique<DemoCompany>(*m_services, *m_demoClock);
    QTextStream terminal(stderr);
    if (auto opened = m_window.openProgress(); !opened)
        return opened;
    QObject::connect(
        m_demo.get(), &DemoCompany::progressed, m_demo.get(), [&](const QDate &day, int step, int steps) {
            m_window.showProgress(demoText(day), static_cast<double>(step) / steps);
            if (step % 20 == 0 || step == steps)
                terminal << demoText(day) << " (" << step << '/' << steps << ")\n" << Qt::flush;
        });
    auto lived = wait(m_demo->live());
    m_window.closeProgress();
    return lived;
}

Outcome Application::writeTruth()
{
    const auto truth = wait(m_demo->truth());
    if (!truth)
        return fail(truth.error());
    QFile file(m_options.captureDirectory + "/truth.json"_L1);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(*truth).toJson()) < 0)
        return fail(Error::Kind::Storage, u"cannot write %1"_s.arg(file.fileName()));
    return Done{};
}

int Application::tell(const Error &error)
{
    const auto words = explain(error);
    QTextStream(stderr) << words.sentence << '\n';
    if (!isUnattended()) {
        QMessageBox box(QMessageBox::Critical, u"Tollkeeper"_s, words.title);
        box.setTextFormat(Qt::PlainText);
        box.setInformativeText(words.sentence);
        box.exec();
    }
    return error.kind == Error::Kind::ProfileLocked ? ExitProfileLocked : ExitFailed;
}

int Application::work()
{
    if (m_options.selfTest) {
        const QmlWarnings warnings;
        if (auto opened = m_window.open(*m_services, m_kind); !opened)
            return tell(opened.error());
        if (auto shown = Capture(m_window, m_options).showAll(); !shown)
            return tell(shown.error());
        QTextStream(stdout) << "self-test: " << QmlWarnings::seen().size() << " QML warnings\n";
        return QmlWarnings::seen().isEmpty() ? 0 : ExitFailed;
    }
    if (auto opened = m_window.open(*m_services, m_kind); !opened)
        return tell(opened.error());
    if (!m_options.captureDirectory.isEmpty()) {
        if (auto written = Capture(m_window, m_options).writeAll(); !written)
            return tell(written.error());
        if (m_demo) {
            if (auto written = writeTruth(); !written)
                return tell(written.error());
        }
        return 0;
    }
    if (m_options.opensPage)
        m_window.visit(m_options.pages.constFirst());
    if (m_kind == RunKind::Person) {
        m_tray = std::make_unique<TrayPresence>(*m_services, m_window, *m_profile);
        m_tray->setDark(m_colours.isDark());
    }
    m_services->startWorking();
    return QApplication::exec();
}

int Application::run()
{
    if (auto prepared = prepare(); !prepared)
        return tell(prepared.error());
    // The last window of the demo's history closes before the first one of its present opens.
    QApplication::setQuitOnLastWindowClosed(false);
    if (m_options.demo) {
        if (auto built = buildDemo(); !built)
            return tell(built.error());
    }
    QApplication::setQuitOnLastWindowClosed(true);
    return work();
}

} // namespace tollkeeper
