// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/mail_check.h"

#include "net/request_check.h"

#include <QLocale>
#include <QUrl>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype LongestEncodedBytes = 42; // 56 in base64; 75 with what stands around it (RFC 2047, 2)
constexpr qsizetype LongestPlainSubject = 60;

bool isControlled(const QString &text)
{
    return std::any_of(
        text.cbegin(), text.cend(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isPlain(const QString &text)
{
    return std::all_of(
        text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

bool isHost(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u':');
    });
}

Failure refused(const QString &part)
{
    return fail(Error::Kind::InvalidInput, part);
}

bool isOnThisMachine(const QString &host)
{
    QUrl url;
    url.setHost(host);
    return isLoopback(url);
}

//! As encoded words of at most 75 characters, each on a line of its own.
QByteArray encodedWords(const QString &text)
{
    QByteArrayList words;
    QByteArray word;
    const auto flush = [&] {
        if (!word.isEmpty())
            words.append("=?UTF-8?B?" + word.toBase64() + "?=");
        word.clear();
    };
    for (const auto point : text.toUcs4()) {
        const auto bytes = QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1).toUtf8();
        if (word.size() + bytes.size() > LongestEncodedBytes)
            flush();
        word += bytes;
    }
    flush();
    return words.join("\r\n ");
}

//! RFC 5322, 3.3: "Thu, 18 Jun 2026 09:02:00 +0000"
QByteArray dateText(const QDateTime &moment)
{
    return QLocale::c().toString(moment.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0000";
}

} // namespace

bool isMailAddress(const QString &text)
{
    static const QString forbidden = u" ,;:<>()[]\\\""_s;
    const auto parts = text.split(u'@');
    return parts.size() == 2 && !parts.at(0).isEmpty() && !parts.at(1).isEmpty() && isPlain(text)
        && std::none_of(text.cbegin(), text.cend(), [](QChar c) { return forbidden.contains(c); });
}

Outcome checkMail(const Mail &mail)
{
    if (!isHost(mail.host) || mail.port == 0)
        return refused(u"mail server"_s);
    if (mail.security == MailSecurity::None && !mail.allowsPlain && !isOnThisMachine(mail.host))
        return refused(u"mail without TLS"_s);
    if (!isMailAddress(mail.from))
        return refused(u"sender"_s);
    if (mail.to.isEmpty() || !std::all_of(mail.to.cbegin(), mail.to.cend(), isMailAddress))
        return refused(u"recipient"_s);
    if (isControlled(mail.subject))
        return refused(u"subject"_s);
    if (isControlled(mail.user))
        return refused(u"user"_s);
    return Done{};
}

QByteArrayList mailHeaders(const Mail &mail)
{
    const bool isShort = isPlain(mail.subject) && mail.subject.size() <= LongestPlainSubject;
    const auto id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return {
        "Date: " + dateText(mail.date),
        "From: Tollkeeper <" + mail.from.toLatin1() + ">",
        "To: " + mail.to.join(u",\r\n "_s).toLatin1(),
        "Subject: " + (isShort ? mail.subject.toLatin1() : encodedWords(mail.subject)),
        "Message-ID: <" + id + mail.from.mid(mail.from.indexOf(u'@')).toLatin1() + ">",
        "Auto-Submitted: auto-generated",
    };
}

} // namespace tollkeeper
