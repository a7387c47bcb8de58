// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/key_secret_view_model.h"

#include "words/explain.h"

namespace tollkeeper {

void KeySecretViewModel::setKeys(KeyService *keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    Q_EMIT keysChanged();
}

void KeySecretViewModel::test(const QString &key)
{
    if (m_keys && !m_isBusy)
        follow(key, m_keys->test(KeyId(key.toLongLong())), tr("The secret works."));
}

void KeySecretViewModel::forget(const QString &key)
{
    if (m_keys && !m_isBusy)
        follow(key, m_keys->forget(KeyId(key.toLongLong())), tr("The secret is no longer in the keychain."));
}

void KeySecretViewModel::follow(const QString &key, Async<Done> task, const QString &success)
{
    const auto asked = ++m_asked;
    m_key = key;
    m_result.clear();
    m_isProblem = false;
    m_isBusy = true;
    Q_EMIT changed();
    QCoro::connect(std::move(task), this, [this, asked, success](const Outcome &outcome) {
        if (asked != m_asked)
            return;
        m_isBusy = false;
        m_isProblem = !outcome;
        m_result = outcome ? success : explain(outcome.error()).sentence;
        Q_EMIT changed();
    });
}

} // namespace tollkeeper
