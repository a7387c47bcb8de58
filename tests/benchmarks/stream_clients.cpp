// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/stream_clients.h"

#include "benchmarks/report.h"
#include "decoder/answer_reader.h"
#include "net/network_http_client.h"
#include "support/await.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <ctime>
#include <sys/resource.h>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace benchmark {
namespace {

const QByteArray Body = R"({"model":"gpt-4.1","stream":true,"messages":[{"role":"user","content":"Go."}]})";

double processorSeconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

qint64 nanosecondsNow()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

bool isTimed(const QUrl &url)
{
    return url.path().startsWith("/timed/"_L1);
}

//! What one exchange costs.
class Measure {
public:
    Measure() : m_memory(peakMegabytes()), m_cpu(processorSeconds()) { m_watch.start(); }

    //! One event, written at that moment, has been read.
    void arrived(qint64 written) { m_latencies.append(double(nanosecondsNow() - written) / 1e6); }

    [[nodiscard]] QJsonObject figures(qint64 characters)
    {
        QJsonObject told{{u"wall"_s, double(m_watch.nsecsElapsed()) / 1e9},
            {u"cpu"_s, processorSeconds() - m_cpu}, {u"growth"_s, peakMegabytes() - m_memory},
            {u"characters"_s, characters}};
        std::sort(m_latencies.begin(), m_latencies.end());
        if (!m_latencies.isEmpty()) {
            told.insert(u"median"_s, m_latencies.at(m_latencies.size() / 2));
            told.insert(u"p99"_s, m_latencies.at(m_latencies.size() * 99 / 100));
        }
        return told;
    }

private:
    double m_memory;
    double m_cpu;
    QElapsedTimer m_watch;
    QList<double> m_latencies;
};

//! The moments in the raw bytes of whole events; what is left is the beginning of the next.
void takeMoments(QByteArray &bytes, Measure &measure)
{
    static const auto Mark = "\"content\":\""_ba;
    qsizetype done = 0;
    for (auto at = bytes.indexOf(Mark); at >= 0; at = bytes.indexOf(Mark, done)) {
        const auto begin = at + Mark.size();
        const auto end = bytes.indexOf(' ', begin);
        if (end < 0)
            break;
        measure.arrived(bytes.mid(begin, end - begin).toLongLong());
        done = end;
    }
    bytes.remove(0, done);
}

} // namespace

QJsonObject readBare(const QUrl &url)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    QEventLoop loop;
    QByteArray bytes;
    Measure measure;
    auto *reply = network.post(request, Body);
    QObject::connect(reply, &QNetworkReply::readyRead, &loop, [&, timed = isTimed(url)] {
        const auto read = reply->readAll();
        if (!timed)
            return;
        bytes += read;
        takeMoments(bytes, measure);
    });
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    if (reply->error() != QNetworkReply::NoError)
        qFatal("%s", qPrintable(reply->errorString()));
    return measure.figures(0);
}

QJsonObject readOurs(const QUrl &url)
{
    NetworkHttpClient client;
    const auto dialect = *dialectFor(u"openai-compatible");
    HttpRequest request{.method = "POST"_ba, .url = url, .body = Body};
    request.maxBytes = qint64(1) << 40;
    request.deadline = std::chrono::minutes(10);
    Measure measure;
    AnswerReader reader(dialect, {});
    QByteArray kept;
    qsizetype told = 0;
    StreamOrder order;
    order.begun = [&reader](int status, const HttpHeaders &headers) { reader.begin(status, headers); };
    order.received = [&, timed = isTimed(url)](QByteArrayView bytes) {
        reader.feed(bytes);
        kept.append(bytes.first(std::min(qsizetype(256) * 1024 - kept.size(), bytes.size())));
        const auto grown = reader.text().mid(std::exchange(told, reader.text().size()));
        if (!timed)
            return;
        for (const auto moment : QStringView(grown).split(u' ', Qt::SkipEmptyParts))
            measure.arrived(moment.toLongLong());
    };
    const auto answer = await(client.stream(request, order));
    const auto read = reader.finish(QDateTime::currentDateTimeUtc());
    if (answer.problem || !read.stream.isComplete)
        qFatal("the stream was not read whole: %s, %lld bytes, %s",
            answer.problem ? qPrintable(answer.problem->detail) : "no problem",
            static_cast<long long>(answer.bytes), qPrintable(QString(toText(read.category))));
    return measure.figures(read.text.size());
}

} // namespace benchmark
