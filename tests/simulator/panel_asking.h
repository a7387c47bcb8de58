// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/asking.h"

namespace tollkeeper::simulator {

//! The simulator's panel, with the steps of its login.
class PanelAsking : public Asking {
public:
    explicit PanelAsking(const QDateTime &start) : Asking(start) { }

    static constexpr auto Api = "/sub2api/api/v1";

    [[nodiscard]] QString ofUser(const QString &field) const
    {
        return greeting()[QLatin1String("panel")].toObject()[field].toString();
    }

    //! What an authenticator shows now.
    QString code() { return json("/_control/panel")[QLatin1String("totp_code")].toString(); }

    Answer firstStep()
    {
        return post(QByteArray(Api) + "/auth/login",
            {{QStringLiteral("email"), ofUser(QStringLiteral("email"))},
                {QStringLiteral("password"), ofUser(QStringLiteral("password"))}});
    }

    Answer secondStep(const QString &temporary, const QString &totp)
    {
        return post(QByteArray(Api) + "/auth/login/2fa",
            {{QStringLiteral("temp_token"), temporary}, {QStringLiteral("totp_code"), totp}});
    }

    QString temporary()
    {
        return jsonOf(firstStep())[QLatin1String("data")][QLatin1String("temp_token")].toString();
    }

    //! The whole login; the data of its answer.
    QJsonValue login() { return jsonOf(secondStep(temporary(), code()))[QLatin1String("data")]; }

    QString accessToken() { return login()[QLatin1String("access_token")].toString(); }

    QJsonValue panel(const QByteArray &target, const QString &token)
    {
        return json(QByteArray(Api) + target, token)[QLatin1String("data")];
    }
};

} // namespace tollkeeper::simulator
