// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/mail_check.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

Mail good()
{
    return Mail{.host = u"mail.example.com"_s,
        .port = 587,
        .from = u"tollkeeper@example.com"_s,
        .to = {u"finance@example.com"_s},
        .subject = u"Budget at 80%"_s};
}

using Change = std::function<void(Mail &)>;

} // namespace
Q_DECLARE_METATYPE(Change)

class MailCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatMustNeverBeSent_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("part");
        const auto row = [](const char *name, Change change, const QString &part) {
            QTest::newRow(name) << std::move(change) << part;
        };

        row("what is right", [](Mail &) {}, {});
        row(
            "another header in the subject", [](Mail &mail) { mail.subject = u"a\r\nBcc: x@y.example"_s; },
            u"subject"_s);
        row(
            "a line feed in the subject", [](Mail &mail) { mail.subject = u"a\nb"_s; }, u"subject"_s);
        row(
            "another command behind the sender",
            [](Mail &mail) { mail.from = u"a@b.example>\r\nRCPT TO:<x@y.example"_s; }, u"sender"_s);
        row(
            "two senders", [](Mail &mail) { mail.from = u"a@b.example,c@d.example"_s; }, u"sender"_s);
        row(
            "no sender", [](Mail &mail) { mail.from.clear(); }, u"sender"_s);
        row(
            "another command behind a recipient",
            [](Mail &mail) { mail.to.append(u"x@y.example\r\nDATA"_s); }, u"recipient"_s);
        row(
            "a recipient that is none", [](Mail &mail) { mail.to.append(u"finance"_s); }, u"recipient"_s);
        row(
            "a recipient in another script", [](Mail &mail) { mail.to = {u"财务@example.com"_s}; },
            u"recipient"_s);
        row(
            "nobody", [](Mail &mail) { mail.to.clear(); }, u"recipient"_s);
        row(
            "a path behind the host", [](Mail &mail) { mail.host = u"mail.example.com/x"_s; },
            u"mail server"_s);
        row(
            "a user at the host", [](Mail &mail) { mail.host = u"me@mail.example.com"_s; }, u"mail server"_s);
        row(
            "no port", [](Mail &mail) { mail.port = 0; }, u"mail server"_s);
        row(
            "a user of two lines", [](Mail &mail) { mail.user = u"a\nb"_s; }, u"user"_s);
        row(
            "clear text", [](Mail &mail) { mail.security = MailSecurity::None; }, u"mail without TLS"_s);
        row("clear text that is allowed",
            [](Mail &mail) {
                mail.security = MailSecurity::None;
                mail.allowsPlain = true;
            },
            {});
        row("clear text on this machine",
            [](Mail &mail) {
                mail.security = MailSecurity::None;
                mail.host = u"127.0.0.1"_s;
            },
            {});
    }

    void refusesWhatMustNeverBeSent()
    {
        QFETCH(Change, change);
        QFETCH(QString, part);
        auto mail = good();
        change(mail);

        const auto checked = checkMail(mail);

        QCOMPARE(checked ? QString() : checked.error().detail, part);
    }
};

QTEST_APPLESS_MAIN(MailCheckTest)
#include "tst_mail_check.moc"
