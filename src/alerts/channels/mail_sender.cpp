// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/mail_sender.h"

#include "alerts/channels/message_text.h"
#include "alerts/channels/open_secrets.h"
#include "alerts/channels/receipts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype LongestSubject = 200;

} // namespace

Mail mailFrom(const QMap<QString, QString> &settings)
{
    Mail mail;
    mail.host = settings.value(u"host"_s);
    mail.port = settings.value(u"port"_s).toUShort();
    const auto security = settings.value(u"security"_s);
    mail.security = security == u"none" ? MailSecurity::None
        : security == u"tls"            ? MailSecurity::Tls
                                        : MailSecurity::StartTls;
    mail.allowsPlain = settings.value(u"allow_plain"_s) == u"yes";
    mail.user = settings.value(u"user"_s);
    mail.from = settings.value(u"from"_s).trimmed();
    for (const auto &address : settings.value(u"to"_s).split(u',', Qt::SkipEmptyParts))
        mail.to.append(address.trimmed());
    return mail;
}

Async<Receipt> MailSender::send(Channel channel, AlertMessage message, quint32 /*replaces*/)
{
    auto opening = channels::openSecrets(m_secrets, channel);
    const auto secrets = co_await opening;
    if (!secrets) {
        if (channels::isOfKeychain(secrets.error()))
            co_return fail(secrets.error());
        auto missing = channels::receiptFor(secrets.error());
        co_return missing;
    }
    auto mail = mailFrom(channel.settings);
    mail.password = secrets->secret;
    mail.subject = channels::atMost(channels::oneLine(message.title), LongestSubject);
    mail.body = channels::paragraphs(message).join("\n\n"_L1);
    mail.date = m_clock.now();
    auto sending = m_mail.send(mail);
    const auto answer = co_await sending; // this sender may be gone by now
    auto receipt = answer ? channels::delivered(*answer) : channels::receiptFor(answer.error());
    co_return receipt;
}

} // namespace tollkeeper
