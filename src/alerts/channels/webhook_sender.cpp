// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/webhook_sender.h"

#include "alerts/channels/dingtalk_payload.h"
#include "alerts/channels/feishu_payload.h"
#include "alerts/channels/open_secrets.h"
#include "alerts/channels/receipts.h"
#include "alerts/channels/slack_payload.h"
#include "alerts/channels/webhook_payload.h"
#include "alerts/channels/wecom_payload.h"
#include "net/secret_address.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using channels::OpenSecrets;

constexpr std::chrono::seconds Deadline{10};
constexpr qint64 MostBytes = 64 * 1024;

//! A program's webhook: the secret, where there is one, is a token or signs.
void addProof(HttpRequest &request, const Channel &channel, const OpenSecrets &secrets, const QDateTime &now)
{
    if (!secrets.secret)
        return;
    if (channel.settings.value(u"secret_use"_s) == u"bearer") {
        request.credential = secrets.secret;
        request.credentialHeader = CredentialHeader::Bearer;
    } else {
        request.headers = channels::signedHeaders(*secrets.secret, request.body, now);
    }
}

HttpRequest requestFor(
    const Channel &channel, const AlertMessage &message, const OpenSecrets &secrets, const QDateTime &now)
{
    HttpRequest request;
    request.method = "POST"_ba;
    request.credentialHeader = CredentialHeader::None;
    request.maxBytes = MostBytes;
    request.deadline = Deadline;
    request.secretAddress.text = secrets.address;
    switch (channel.kind) {
    case ChannelKind::Slack:
        request.body = channels::slackBody(message);
        break;
    case ChannelKind::Feishu:
        request.body = channels::feishuBody(message, secrets.secret.get(), now);
        break;
    case ChannelKind::DingTalk:
        request.body = channels::dingTalkBody(message);
        if (secrets.secret)
            request.secretAddress.addedQuery = channels::dingTalkQuery(*secrets.secret, now);
        break;
    case ChannelKind::WeCom:
        request.body = channels::weComBody(message);
        break;
    default:
        request.body = channels::webhookBody(message);
        addProof(request, channel, secrets, now);
        break;
    }
    return request;
}

//! The other side may say back what it was sent.
QString withoutSecrets(QString text, const OpenSecrets &secrets)
{
    for (const auto &secret : {secrets.address, secrets.secret}) {
        if (secret)
            text = withoutSecret(text, *secret);
    }
    return text;
}

} // namespace

Async<Receipt> WebhookSender::send(Channel channel, AlertMessage message, quint32 /*replaces*/)
{
    auto opening = channels::openSecrets(m_secrets, channel);
    const auto secrets = co_await opening;
    if (!secrets && channels::isOfKeychain(secrets.error()))
        co_return fail(secrets.error());
    if (!secrets || !secrets->address) {
        const auto error = secrets ? Error{.kind = Error::Kind::SecretMissing} : secrets.error();
        auto receipt = channels::receiptFor(error);
        co_return receipt;
    }
    const auto now = m_clock.now();
    auto sending = m_http.send(requestFor(channel, message, *secrets, now));
    const auto answer = co_await sending; // this sender may be gone by now
    auto receipt
        = answer ? channels::receiptFor(channel.kind, *answer, now) : channels::receiptFor(answer.error());
    receipt.text = withoutSecrets(receipt.text, *secrets);
    co_return receipt;
}

} // namespace tollkeeper
