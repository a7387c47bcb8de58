// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/secret_copy_view_model.h"

#include "viewmodels/partner.h"
#include "words/explain.h"

namespace tollkeeper {

void SecretCopyViewModel::setKeys(KeyService *keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    Q_EMIT servicesChanged();
}

void SecretCopyViewModel::setClipboard(SecretClipboard *clipboard)
{
    if (!exchangePartner(this, m_clipboard, clipboard))
        return;
    if (m_clipboard)
        connect(m_clipboard, &SecretClipboard::remainingChanged, this, &SecretCopyViewModel::stateChanged);
    Q_EMIT servicesChanged();
    Q_EMIT stateChanged();
}

qint64 SecretCopyViewModel::copiedKey() const
{
    return remainingSeconds() > 0 ? m_copied : 0;
}

void SecretCopyViewModel::copy(qint64 key)
{
    if (!m_keys || !m_clipboard)
        return;
    m_problem.clear();
    m_isAsking = true;
    Q_EMIT stateChanged();
    QCoro::connect(m_keys->secretOf(KeyId(key)), this,
        [this, key, asked = ++m_asked](const Result<std::shared_ptr<const Secret>> &answer) {
            if (asked == m_asked)
                take(key, answer);
        });
}

void SecretCopyViewModel::take(qint64 key, const Result<std::shared_ptr<const Secret>> &answer)
{
    m_isAsking = false;
    if (!answer)
        m_problem = explain(answer.error()).sentence;
    else if (*answer && m_clipboard) {
        m_copied = key;
        m_clipboard->copy(**answer);
    }
    Q_EMIT stateChanged();
}

void SecretCopyViewModel::clear()
{
    ++m_asked;
    m_isAsking = false;
    m_problem.clear();
    if (m_clipboard)
        m_clipboard->clear();
    Q_EMIT stateChanged();
}

} // namespace tollkeeper
