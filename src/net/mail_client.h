// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/secret.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace tollkeeper {

//! How the connection to a mail server is protected.
enum class MailSecurity : std::uint8_t {
    Tls, //!< from the first byte, usually port 465
    StartTls, //!< begun in clear text and then required, usually port 587
    None, //!< refused but on this machine, unless Mail::allowsPlain
};

//! One message to one server.
struct Mail {
    QString host = {};
    quint16 port = 0;
    MailSecurity security = MailSecurity::StartTls;
    bool allowsPlain = false; //!< the person has said that clear text may cross the network
    QString user = {}; //!< empty: without a login
    std::shared_ptr<const Secret> password = {};
    QString from = {}; //!< a bare address: "tollkeeper@example.com"
    QStringList to = {}; //!< bare addresses
    QString subject = {}; //!< one line
    QString body = {}; //!< plain text
    QDateTime date = {}; //!< UTC
    std::chrono::milliseconds deadline = std::chrono::seconds(30); //!< for everything
};

//! Hands messages to mail servers. UI thread.
class MailClient {
public:
    MailClient() = default;
    Q_DISABLE_COPY_MOVE(MailClient)
    virtual ~MailClient() = default;

    //! Answers with the server's last word, such as "250 2.0.0 Ok: queued". Errors: InvalidInput for what
    //! must never be sent, naming the part; HostNotFound, Network, Timeout, Tls (also where the server offers
    //! no STARTTLS; then code is "starttls"); LoginRefused; Rejected with the three digits of the answer in
    //! `code`: 4yz is worth another try, 5yz is final. Nothing in an Error holds the password.
    [[nodiscard]] virtual Async<QString> send(Mail mail) = 0;
};

} // namespace tollkeeper
