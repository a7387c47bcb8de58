// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/decode.h"

#include "base/clock.h"
#include "ctl/answer_json.h"
#include "ctl/answer_lines.h"
#include "decoder/answer_reader.h"
#include "decoder/http_capture.h"

#include <QFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

constexpr qint64 MostBytes = AnswerReader::MostBytes + 1024 * 1024; // with its header fields

//! The whole input; a sentence about what is wrong with it instead.
tl::expected<QByteArray, QString> inputFrom(const QString &name)
{
    QFile file(name);
    const bool isOpen = name == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return tl::unexpected(u"“%1” cannot be read: %2."_s.arg(name, file.errorString()));
    QByteArray bytes;
    while (bytes.size() <= MostBytes) {
        const auto more = file.read(MostBytes + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(u"“%1” cannot be read: %2."_s.arg(name, file.errorString()));
    if (bytes.size() > MostBytes)
        return tl::unexpected(u"“%1” is larger than %2 bytes, more than is read."_s.arg(name).arg(MostBytes));
    return bytes;
}

} // namespace

Exit decode(const QCommandLineParser &options, const QStringList &arguments, const OutputMode &mode)
{
    const auto names = dialectNames().join(u", "_s);
    const auto dialect = dialectFor(options.value(u"gateway"_s));
    if (!dialect)
        return reportUsage(u"decode needs --gateway, one of %1."_s.arg(names));
    const auto protocol = apiProtocolFromText(options.value(u"protocol"_s));
    if (!protocol)
        return reportUsage(u"--protocol is openai-chat, openai-responses, anthropic-messages or gemini."_s);
    if (arguments.size() != 1)
        return reportUsage(
            u"decode needs one file with an HTTP response as “curl -i” prints it, or - for standard input."_s);
    const auto now = options.isSet(u"clock"_s) ? parseUtc(options.value(u"clock"_s)) : SystemClock().now();
    if (!now)
        return reportUsage(u"--clock needs a time such as 2026-06-18T14:32:00Z."_s);
    const auto bytes = inputFrom(arguments.constFirst());
    if (!bytes)
        return reportUsage(printable(bytes.error()));
    const auto response = parseCapture(*bytes);
    if (!response)
        return reportUsage(
            u"That is no HTTP response as “curl -i” prints it: it must begin with a status line "
            u"such as “HTTP/1.1 200 OK”."_s);
    Asked asked;
    asked.protocol = *protocol;
    asked.requestedModel = options.value(u"requested-model"_s);
    const auto answer = readAnswer(*response, *dialect, asked, *now);
    if (mode.json)
        printJson(toJson(answer));
    printMeaning(mode, answer);
    printSource(mode, answer);
    printText(mode, answer);
    printRaw(mode, answer, response->body);
    return Exit::Done;
}

} // namespace tollkeeper::ctl
