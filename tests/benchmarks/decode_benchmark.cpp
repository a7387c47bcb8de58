// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/report.h"
#include "decoder/answer_reader.h"
#include "decoder/http_capture.h"
#include "support/answer_codes.h"

#include <QCoreApplication>
#include <QHash>

#include <malloc.h>
#include <sys/resource.h>

using namespace tollkeeper;
using namespace benchmark;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype CaptureBytes = 2048;
const QDateTime Now({2026, 11, 18}, {12, 0}, Qt::UTC);

//! An answer as `curl -i` prints it, and what it is to be taken for.
struct Capture {
    QByteArray bytes;
    const Dialect *dialect = nullptr;
    Asked asked;
    QString meaning;
};

//! What gateways behind a CDN send around their few hundred bytes of JSON.
QByteArray headersOf(const QStringList &row)
{
    QByteArray fields
        = "HTTP/2 " + row.at(Status).toLatin1() + " \r\ndate: Wed, 18 Nov 2026 12:00:00 GMT\r\n";
    if (!row.at(Delay).isEmpty())
        fields += "retry-after: " + row.at(Delay).toLatin1() + "\r\n";
    return fields
        + "content-type: application/json\r\n"
          "x-request-id: 6f1d3c52-0b7e-4b7f-9c44-7a2f0d1c9be1\r\n"
          "cf-ray: 8e2f4c1b9d3a2b7c-FRA\r\ncf-cache-status: DYNAMIC\r\nserver: cloudflare\r\n"
          "access-control-allow-origin: *\r\nvary: Accept-Encoding\r\n"
          "strict-transport-security: max-age=31536000; includeSubDomains; preload\r\n"
          "permissions-policy: payment=(self \"https://checkout.example.com\"), geolocation=()\r\n"
          "referrer-policy: no-referrer, strict-origin-when-cross-origin\r\n"
          "x-content-type-options: nosniff\r\nalt-svc: h3=\":443\"; ma=86400\r\n"
          "x-ratelimit-limit: 600\r\nx-ratelimit-remaining: 598\r\nx-ratelimit-reset: 1795003200000\r\n"
          "server-timing: cfExtPri\r\n\r\n";
}

//! Words of a provider behind the gateway's own, for as long as a capture is to be.
QByteArray paddedBody(QByteArray body, qsizetype size)
{
    static const auto Words = "the upstream said that it could not finish what it was asked for, and gave no "
                              "further reason; see the pages of the provider before asking it once more. "_ba;
    const auto at = body.indexOf("\"message\":\"");
    if (at < 0 || body.size() >= size)
        return body;
    const auto room = size - body.size();
    return body.insert(at + 11, Words.repeated(room / Words.size() + 1).left(room - 1) + ' ');
}

QList<Capture> captures(const QHash<QString, Dialect> &dialects)
{
    QList<Capture> all;
    for (const auto &row : documentedRows(QStringLiteral(TK_CODE_FIXTURES))) {
        Capture capture;
        const auto head = headersOf(row);
        capture.bytes = head + paddedBody(row.at(Body).toUtf8(), CaptureBytes - head.size());
        capture.dialect = &dialects.constFind(row.at(Gateway)).value();
        capture.asked.protocol = *apiProtocolFromText(row.at(Protocol));
        capture.asked.requestedModel = u"acme/large"_s;
        capture.meaning = row.at(Meaning);
        all.append(capture);
    }
    return all;
}

Answer answerTo(const Capture &capture)
{
    const auto response = parseCapture(capture.bytes);
    if (!response)
        qFatal("a capture was not read");
    return readAnswer(*response, *capture.dialect, capture.asked, Now);
}

//! A fast answer that is wrong does not count.
void checkAll(const QList<Capture> &all)
{
    for (const auto &capture : all) {
        const auto answer = answerTo(capture);
        if (toText(answer.category) != capture.meaning)
            qFatal("read as %s: %s", qPrintable(QString(toText(answer.category))), capture.bytes.constData());
    }
}

double processorSeconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double allocatedMegabytes()
{
    return double(mallinfo2().uordblks) / 1e6;
}

} // namespace

//! decode_benchmark COUNT [JSON-FILE]: reads captured failures of 2 kB, of all gateways and protocols whose
//! codes are documented in tests/decoder/fixtures; COUNT of them, a million at most, and as often as there
//! are rounds.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto count = std::min<qint64>(arguments.value(1, u"100000"_s).toLongLong(), 1'000'000);
    Report report(arguments.value(2));
    QHash<QString, Dialect> dialects;
    for (const auto &name : dialectNames())
        dialects.insert(name, *dialectFor(name));
    const auto all = captures(dialects);
    checkAll(all);

    constexpr int Rounds = 5;
    QList<double> rates;
    double firstAllocated = 0;
    for (int round = 0; round < Rounds; ++round) {
        const auto from = processorSeconds();
        for (qint64 i = 0; i < count / Rounds; ++i) {
            if (!answerTo(all.at(i % all.size())).isError)
                qFatal("a failure was taken for a success");
        }
        rates.append(double(count / Rounds) / (processorSeconds() - from));
        if (round == 0)
            firstAllocated = allocatedMegabytes();
    }
    std::sort(rates.begin(), rates.end());
    report.add({u"captured failures of 2 kB read per second of a core"_s, rates.at(Rounds / 2), 50'000,
        u"/s"_s, 1, true});
    report.add(
        {u"memory that later rounds keep"_s, allocatedMegabytes() - firstAllocated, 0.1, u"MB"_s, 1, false});
    return 0;
}
