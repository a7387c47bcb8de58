// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/mail_client.h"

#include <optional>
#include <vector>

//! Sends nothing, remembers everything; can be told to fail.
class ScriptedMail final : public tollkeeper::MailClient {
public:
    QList<tollkeeper::Mail> sent;
    std::optional<tollkeeper::Error> fails;

    tollkeeper::Async<QString> send(tollkeeper::Mail mail) override
    {
        sent.append(mail);
        if (fails)
            co_return tollkeeper::fail(*fails);
        co_return QStringLiteral("250 kept");
    }
};
