// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo_simulator.h"

#include "base/clock.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QJsonDocument>
#include <QPromise>
#include <QTimer>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int StartsWithin = 10'000; // ms

} // namespace

DemoSimulator::~DemoSimulator()
{
    m_process.closeWriteChannel(); // it stops with its standard input
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(2000))
        m_process.kill();
    m_process.waitForFinished(1000);
}

Async<Done> DemoSimulator::start(QDateTime beginning)
{
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    auto starting = promise->future();
    const auto answer = [promise](bool isReady) {
        if (promise->future().isFinished())
            return;
        promise->addResult(isReady);
        promise->finish();
    };
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this, answer] {
        if (m_places.isEmpty() && m_process.canReadLine()) {
            m_places = QJsonDocument::fromJson(m_process.readLine()).object();
            answer(!m_places.isEmpty());
        }
    });
    QObject::connect(&m_process, &QProcess::errorOccurred, &m_process, [answer] { answer(false); });
    QObject::connect(&m_process, &QProcess::finished, &m_process, [answer] { answer(false); });
    QTimer::singleShot(StartsWithin, &m_process, [answer] { answer(false); });
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + "/tollkeeper-simulator"_L1,
        {u"--port"_s, u"0"_s, u"--clock"_s, utcText(beginning), u"--stop-with-stdin"_s});
    const bool isReady = co_await starting;
    if (!isReady)
        co_return fail(Error::Kind::NotFound, u"tollkeeper-simulator beside this program"_s);
    co_return Done{};
}

Async<Done> DemoSimulator::moveTo(QDateTime moment)
{
    QJsonObject body;
    body.insert(u"now"_s, utcText(moment));
    auto moving = control("POST"_ba, u"/_control/clock"_s, body);
    const auto moved = co_await moving;
    if (!moved)
        co_return fail(moved.error());
    co_return Done{};
}

Async<QJsonObject> DemoSimulator::control(QByteArray method, QString path, QJsonObject body)
{
    HttpRequest request;
    request.method = method;
    request.url = QUrl(m_places.value("url"_L1).toString() + path);
    request.credentialHeader = CredentialHeader::None;
    if (!body.isEmpty()) {
        request.headers.append("Content-Type", "application/json");
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    auto asking = m_http.send(std::move(request));
    const auto answer = co_await asking;
    if (!answer)
        co_return fail(answer.error());
    if (answer->status != 200)
        co_return fail(Error::Kind::Protocol, u"the simulator answered %1"_s.arg(answer->status));
    auto object = QJsonDocument::fromJson(answer->body).object();
    co_return object;
}

} // namespace tollkeeper
