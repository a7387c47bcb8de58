// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/secret_clipboard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! KDE's convention, which other clipboard managers follow; the value matters.
const auto HistoryHint = u"x-kde-passwordManagerHint"_s;

QByteArray digestOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

SecretClipboard::SecretClipboard(std::chrono::milliseconds second, QObject *parent) : QObject(parent)
{
    m_tick.setInterval(second);
    connect(&m_tick, &QTimer::timeout, this, &SecretClipboard::countDown);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &SecretClipboard::stopIfReplaced);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &SecretClipboard::clear);
}

SecretClipboard::~SecretClipboard()
{
    if (qApp) // else the clipboard is gone already
        clear();
}

void SecretClipboard::copy(const Secret &secret)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(u"text/plain"_s, secret.reveal());
    data->setData(HistoryHint, "secret"_ba);
    m_digest = digestOf(secret.reveal());
    QGuiApplication::clipboard()->setMimeData(data.release()); // which owns it
    m_tick.start();
    setRemaining(Lifetime);
}

void SecretClipboard::clear()
{
    if (m_remaining == 0)
        return;
    const bool isOurs = isStillThere();
    m_tick.stop();
    m_digest.clear();
    setRemaining(0);
    if (isOurs)
        QGuiApplication::clipboard()->clear();
}

//! By its content, not by its owner: a clipboard manager may have taken it over.
bool SecretClipboard::isStillThere() const
{
    const auto *data = QGuiApplication::clipboard()->mimeData();
    return data && digestOf(data->text().toUtf8()) == m_digest;
}

void SecretClipboard::countDown()
{
    if (m_remaining > 1)
        setRemaining(m_remaining - 1);
    else
        clear();
}

void SecretClipboard::stopIfReplaced()
{
    if (m_remaining == 0 || isStillThere())
        return;
    m_tick.stop();
    m_digest.clear();
    setRemaining(0);
}

void SecretClipboard::setRemaining(int seconds)
{
    if (m_remaining == seconds)
        return;
    m_remaining = seconds;
    Q_EMIT remainingChanged();
}

} // namespace tollkeeper
