// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/json_answer.h"
#include "simulator/panel_envelope.h"
#include "simulator/torouter_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::torouter {
namespace {

QJsonObject siteOf(Place place)
{
    if (place == Place::Sub2api)
        return {{u"site_name"_s, u"Halden relay"_s}, {u"version"_s, u"0.1.179"_s}};
    return {{u"site_name"_s, u"ToRouter"_s}, {u"version"_s, u"0.1.120"_s}};
}

} // namespace

Answer publicSettings(Place place)
{
    auto data = siteOf(place);
    data[u"api_base_url"_s] = QString();
    data[u"server_timezone"_s] = u"UTC"_s;
    data[u"server_utc_offset"_s] = u"+00:00"_s;
    for (const auto &off : {u"tencent_captcha_enabled"_s, u"aliyun_captcha_enabled"_s, u"passkey_enabled"_s,
             u"backend_mode_enabled"_s, u"payment_enabled"_s, u"allow_user_view_error_requests"_s,
             u"available_channels_enabled"_s, u"model_plaza_enabled"_s, u"channel_monitor_enabled"_s})
        data[off] = false;
    data[u"turnstile_enabled"_s] = place == Place::ToRouter;
    data[u"totp_enabled"_s] = place == Place::Sub2api;
    return panel::succeeded(data);
}

} // namespace tollkeeper::simulator::torouter
