// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/receipts.h"

#include "base/translation_contexts.h"
#include "decoder/redaction.h"
#include "decoder/refusal.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::channels {
namespace {

constexpr qsizetype LongestQuote = 160;

// Codes that go away by themselves. Feishu: 11232 too often, 9499 too many requests. DingTalk: 130101 more
// than 20 a minute, 90030 over its limit, -1 busy. WeCom: 45009 more than 20 a minute, 45033 too many at
// once, -1 busy.
constexpr std::array<qint64, 7> PassingCodes{-1, 9499, 11232, 45009, 45033, 90030, 130101};

//! Text of the other side, in quotes; nothing where it answers with a web page.
QString quoted(const QString &text)
{
    const auto quote = redacted(text, LongestQuote);
    return quote.isEmpty() || quote.startsWith(u'<') ? QString() : u" “"_s + quote + u'”';
}

bool isRobot(ChannelKind kind)
{
    return kind == ChannelKind::Feishu || kind == ChannelKind::DingTalk || kind == ChannelKind::WeCom;
}

Receipt receiptOfRobot(ChannelKind kind, const QByteArray &body)
{
    const auto json = QJsonDocument::fromJson(body).object();
    const bool isFeishu = kind == ChannelKind::Feishu;
    auto code = json.value(isFeishu ? "code"_L1 : "errcode"_L1);
    if (isFeishu && code.isUndefined())
        code = json.value("StatusCode"_L1); // the name of before 2022
    if (!code.isDouble())
        return failedForNow(texts::Receipts::tr("The answer was not one of a chat robot."));
    const auto number = code.toInteger();
    if (number == 0)
        return delivered(texts::Receipts::tr("The robot took it."));
    auto text = texts::Receipts::tr("The robot refused it with code %1.").arg(number)
        + quoted(json.value(isFeishu ? "msg"_L1 : "errmsg"_L1).toString());
    const bool passes = std::find(PassingCodes.cbegin(), PassingCodes.cend(), number) != PassingCodes.cend();
    return passes ? failedForNow(text) : refusedForGood(text);
}

} // namespace

Receipt delivered(const QString &text)
{
    return {.state = DeliveryState::Delivered, .text = text};
}

Receipt failedForNow(const QString &text)
{
    return {.state = DeliveryState::Failed, .text = text, .isFinal = false};
}

Receipt refusedForGood(const QString &text)
{
    return {.state = DeliveryState::GivenUp, .text = text};
}

Receipt receiptFor(ChannelKind kind, const HttpResponse &answer, const QDateTime &now)
{
    const auto status = answer.status;
    if (status >= 200 && status < 300) {
        if (isRobot(kind))
            return receiptOfRobot(kind, answer.body);
        return delivered(texts::Receipts::tr("The server took it with status %1.").arg(status));
    }
    if (status >= 300 && status < 400)
        return refusedForGood(
            texts::Receipts::tr("The server points to another address, which is not followed."));
    const auto text = texts::Receipts::tr("The server refused it with status %1.").arg(status)
        + quoted(QString::fromUtf8(answer.body.left(2000)));
    if (status != 408 && status != 425 && status != 429 && status < 500)
        return refusedForGood(text);
    auto receipt = failedForNow(text);
    if (const auto pause = retryAfter(answer.headers, now))
        receipt.retryAt = now.addSecs(pause->count());
    return receipt;
}

Receipt receiptFor(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::HostNotFound:
        return failedForNow(texts::Receipts::tr("The server was not found."));
    case Error::Kind::Timeout:
        return failedForNow(texts::Receipts::tr("The server did not answer in time."));
    case Error::Kind::Tls:
        if (error.code == u"starttls")
            return refusedForGood(
                texts::Receipts::tr("The mail server offers no encryption, so nothing was sent."));
        return failedForNow(
            texts::Receipts::tr("The server's certificate is not trusted, so nothing was sent."));
    case Error::Kind::TooLarge:
        return refusedForGood(
            texts::Receipts::tr("The answer was longer than is read; it may have arrived."));
    case Error::Kind::LoginRefused:
        return error.code.startsWith(u'4')
            ? failedForNow(
                texts::Receipts::tr("The mail server could not check the login.") + quoted(error.detail))
            : refusedForGood(texts::Receipts::tr("The mail server did not accept user or password.")
                + quoted(error.detail));
    case Error::Kind::Rejected: {
        const auto text = texts::Receipts::tr("The mail server refused it.") + quoted(error.detail);
        return error.code.startsWith(u'4') ? failedForNow(text) : refusedForGood(text);
    }
    case Error::Kind::InvalidInput:
        return refusedForGood(
            texts::Receipts::tr("The channel's settings cannot be used (%1).").arg(error.detail));
    case Error::Kind::SecretMissing:
        return refusedForGood(texts::Receipts::tr(
            "The channel's address or password is not in the keychain any more. Enter it again."));
    case Error::Kind::Cancelled:
        return failedForNow(texts::Receipts::tr("It was broken off."));
    default:
        return failedForNow(texts::Receipts::tr("There was no connection, or it broke."));
    }
}

bool isOfKeychain(const Error &error)
{
    using Kind = Error::Kind;
    return error.kind >= Kind::KeychainLocked && error.kind <= Kind::KeychainFailed;
}

} // namespace tollkeeper::channels
