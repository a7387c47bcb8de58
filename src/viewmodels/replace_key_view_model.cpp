// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/replace_key_view_model.h"

#include "words/explain.h"

namespace tollkeeper {

void ReplaceKeyViewModel::setGateways(GatewayService *gateways)
{
    if (m_gateways == gateways)
        return;
    m_gateways = gateways;
    Q_EMIT gatewaysChanged();
}

void ReplaceKeyViewModel::begin(const QString &id, const QString &name)
{
    ++m_asked;
    m_account = AccountId(id.toLongLong());
    m_name = name;
    m_problem.clear();
    m_isBusy = false;
    Q_EMIT changed();
}

void ReplaceKeyViewModel::submit(const QString &key)
{
    if (!m_gateways || m_isBusy)
        return;
    auto secret = Secret::fromInput(key.toUtf8());
    if (!secret) {
        finish(fail(secret.error()));
        return;
    }
    m_isBusy = true;
    m_problem.clear();
    Q_EMIT changed();
    QCoro::connect(m_gateways->replaceKey(
                       m_account, std::make_shared<const Secret>(*std::move(secret)), SecretPlace::Keychain),
        this, [this, asked = ++m_asked](const Result<ConnectionReport> &answer) {
            if (asked == m_asked)
                finish(answer);
        });
}

void ReplaceKeyViewModel::finish(const Result<ConnectionReport> &answer)
{
    m_isBusy = false;
    m_problem = answer ? QString() : explain(answer.error()).sentence;
    Q_EMIT changed();
    if (answer)
        Q_EMIT replaced();
}

} // namespace tollkeeper
