// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/decode_view_model.h"

#include "base/clock.h"
#include "playground/decoded_capture.h"
#include "viewmodels/playground/composer_words.h"

#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype MostAtOnce = qsizetype(256) * 1024;

constexpr std::array Protocols{ApiProtocol::OpenAiChat, ApiProtocol::OpenAiResponses,
    ApiProtocol::AnthropicMessages, ApiProtocol::Gemini};

struct ReadFile {
    QByteArray bytes;
    QString problem; //!< empty: none
};

} // namespace

DecodeViewModel::DecodeViewModel(QObject *parent) : QObject(parent) { }

QStringList DecodeViewModel::gateways() const
{
    QStringList names;
    for (const auto &gateway : decodableGateways())
        names.append(gateway.fitsAll ? tr("Any gateway") : gateway.name);
    return names;
}

void DecodeViewModel::setGateway(int place)
{
    if (place == m_gateway || place < 0 || place >= gateways().size())
        return;
    m_gateway = place;
    Q_EMIT changed();
    if (m_hasResult)
        read(QByteArray(m_capture));
}

QStringList DecodeViewModel::protocols() const
{
    QStringList names;
    for (const auto protocol : Protocols)
        names.append(protocolText(protocol));
    return names;
}

void DecodeViewModel::setProtocol(int place)
{
    if (place == m_protocol || place < 0 || place >= int(Protocols.size()))
        return;
    m_protocol = place;
    Q_EMIT changed();
    if (m_hasResult)
        read(QByteArray(m_capture));
}

void DecodeViewModel::decode(const QString &capture)
{
    read(capture.toUtf8());
}

//! On a thread of its own: a file can lie where reading takes its time.
void DecodeViewModel::decodeFile(const QString &path)
{
    const auto reading = [path]() -> ReadFile {
        QFile file(path);
        if (!QFileInfo(path).isFile())
            return {{}, tr("it is no file")};
        if (!file.open(QIODevice::ReadOnly))
            return {{}, file.errorString()};
        return {file.read(MostBytes + 1), {}};
    };
    const auto asked = ++m_asked;
    m_isBusy = true;
    Q_EMIT changed();
    auto *watcher = new QFutureWatcher<ReadFile>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, asked] {
        watcher->deleteLater();
        if (asked != m_asked)
            return;
        const auto [bytes, problem] = watcher->result();
        if (problem.isEmpty())
            return read(bytes);
        m_isBusy = false;
        m_problem = tr("The file cannot be read: %1.").arg(problem);
        Q_EMIT changed();
    });
    watcher->setFuture(QtConcurrent::run(reading));
}

void DecodeViewModel::clear()
{
    ++m_asked;
    m_isBusy = false;
    m_capture.clear();
    refuse({});
}

void DecodeViewModel::refuse(const QString &sentence)
{
    m_problem = sentence;
    m_hasResult = false;
    m_result.clear();
    Q_EMIT changed();
}

void DecodeViewModel::read(const QByteArray &capture)
{
    const auto asked = ++m_asked;
    m_isBusy = false;
    m_capture = capture;
    if (capture.trimmed().isEmpty())
        return refuse(
            tr("Paste what curl -i printed: the status line, the header fields, a blank line and the body."));
    if (capture.size() > MostBytes)
        return refuse(tr("This is larger than 16 MB, more than is read."));
    const auto reading = [capture, kind = decodableGateways().at(m_gateway).kind,
                             protocol = Protocols.at(size_t(m_protocol))] {
        return decodedCapture(capture, kind, protocol, SystemClock().now());
    };
    if (capture.size() <= MostAtOnce)
        return show(reading());
    m_isBusy = true;
    Q_EMIT changed();
    auto *watcher = new QFutureWatcher<Result<SentRequest>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, asked] {
        watcher->deleteLater();
        if (asked != m_asked)
            return;
        m_isBusy = false;
        show(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(reading));
}

void DecodeViewModel::show(const Result<SentRequest> &sent)
{
    if (!sent)
        return refuse(tr("This is no HTTP answer. Copy all that curl -i printed, from “HTTP/1.1 …” on."));
    const auto gateway = decodableGateways().at(m_gateway);
    m_problem.clear();
    m_hasResult = true;
    RunPlace place;
    place.gatewayName = gateway.fitsAll ? QString() : gateway.name;
    m_result.showDecoded(*sent, place);
    Q_EMIT changed();
}

} // namespace tollkeeper
