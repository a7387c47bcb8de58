// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/secret_label.h"

#include "platform/secret_painter.h"
#include "words/explain.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QPainter>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQmlProperty>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

SecretLabel::SecretLabel(QQuickItem *parent) : QQuickPaintedItem(parent)
{
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &SecretLabel::countDown);
}

void SecretLabel::setKeys(KeyService *keys)
{
    if (m_keys == keys)
        return;
    hide();
    m_keys = keys;
    Q_EMIT keysChanged();
}

void SecretLabel::setGate(SecretGate *gate)
{
    if (m_gate == gate)
        return;
    hide();
    if (m_gate)
        m_gate->disconnect(this);
    m_gate = gate;
    if (m_gate)
        connect(m_gate, &SecretGate::lockChanged, this, &SecretLabel::hideUnlessOnScreen);
    Q_EMIT gateChanged();
}

void SecretLabel::setMasked(const QString &masked)
{
    if (m_masked == masked)
        return;
    hide(); // it is another key's turn
    m_masked = masked;
    refresh();
    Q_EMIT maskedChanged();
}

void SecretLabel::setFont(const QFont &font)
{
    if (m_font == font)
        return;
    m_font = font;
    refresh();
    Q_EMIT lookChanged();
}

void SecretLabel::setColor(const QColor &color)
{
    if (m_color == color)
        return;
    m_color = color;
    update();
    Q_EMIT lookChanged();
}

void SecretLabel::setSeconds(int seconds)
{
    seconds = std::clamp(seconds, 1, 60);
    if (m_seconds == seconds)
        return;
    m_seconds = seconds;
    Q_EMIT secondsChanged();
}

void SecretLabel::reveal(qint64 key)
{
    hide();
    if (!m_keys)
        return;
    m_isAsking = true;
    Q_EMIT stateChanged();
    QCoro::connect(m_keys->secretOf(KeyId(key)), this,
        [this, asked = m_asked](const Result<std::shared_ptr<const Secret>> &answer) {
            if (asked == m_asked)
                take(answer);
        });
}

void SecretLabel::take(const Result<std::shared_ptr<const Secret>> &answer)
{
    m_isAsking = false;
    if (!answer)
        return failWith(answer.error());
    if (m_gate && m_gate->isLocked())
        return failWith(Error{.kind = Error::Kind::AppLocked});
    if (isOnScreen() && *answer) {
        m_secret = *answer;
        setRemaining(m_seconds);
        m_tick.start();
    }
    refresh();
    Q_EMIT stateChanged();
}

void SecretLabel::failWith(const Error &error)
{
    m_problem = explain(error).sentence;
    Q_EMIT stateChanged();
}

void SecretLabel::hide()
{
    ++m_asked;
    m_tick.stop();
    const bool wasQuiet = !m_isAsking && !m_secret && m_problem.isEmpty();
    m_isAsking = false;
    m_secret.reset();
    m_problem.clear();
    setRemaining(0);
    if (wasQuiet)
        return;
    refresh();
    Q_EMIT stateChanged();
}

bool SecretLabel::isOnScreen() const
{
    const bool isLocked = m_gate && m_gate->isLocked();
    return !isLocked && isVisible() && m_window && m_window->isVisible()
        && m_window->visibility() != QWindow::Minimized;
}

void SecretLabel::hideUnlessOnScreen()
{
    if (!isOnScreen())
        hide();
}

void SecretLabel::countDown()
{
    if (m_remaining > 1)
        setRemaining(m_remaining - 1);
    else
        hide();
}

void SecretLabel::setRemaining(int seconds)
{
    if (m_remaining == seconds)
        return;
    m_remaining = seconds;
    Q_EMIT remainingChanged();
}

void SecretLabel::paint(QPainter *painter)
{
    painter->setFont(m_font);
    painter->setPen(m_color);
    if (m_secret)
        paintSecret(*painter, boundingRect(), *m_secret);
    else
        painter->drawText(boundingRect(), Qt::AlignLeft | Qt::AlignTop,
            QFontMetricsF(m_font).elidedText(m_masked, Qt::ElideRight, width()));
}

void SecretLabel::componentComplete()
{
    QQuickPaintedItem::componentComplete();
    refresh();
}

void SecretLabel::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.width() != before.width())
        fit();
}

void SecretLabel::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickPaintedItem::itemChange(change, data);
    if (change == ItemSceneChange)
        follow(data.window);
    else if (change == ItemVisibleHasChanged)
        hideUnlessOnScreen();
}

void SecretLabel::follow(QQuickWindow *window)
{
    if (m_window)
        m_window->disconnect(this);
    m_window = window;
    if (m_window) {
        connect(m_window, &QWindow::visibleChanged, this, &SecretLabel::hideUnlessOnScreen);
        connect(m_window, &QWindow::visibilityChanged, this, &SecretLabel::hideUnlessOnScreen);
    }
    hideUnlessOnScreen();
}

//! Through QML, because Qt 6.4 has no public C++ for it. Here and not in the pages, so that none can forget.
void SecretLabel::tellAccessibility()
{
    auto *context = qmlContext(this);
    if (!context)
        return;
    QQmlProperty::write(this, u"Accessible.role"_s, QAccessible::StaticText, context);
    QQmlProperty::write(this, u"Accessible.name"_s, m_masked, context);
    QQmlProperty::write(this, u"Accessible.ignored"_s, isRevealed(), context);
}

void SecretLabel::fit()
{
    const QFontMetricsF metrics(m_font);
    if (m_secret) {
        const auto size
            = sizeOfSecret(*m_secret, m_font, width() > 0 ? width() : std::numeric_limits<qint16>::max());
        setImplicitSize(size.width(), std::max(size.height(), metrics.height()));
    } else {
        setImplicitSize(metrics.horizontalAdvance(m_masked), metrics.height());
    }
}

void SecretLabel::refresh()
{
    if (!isComponentComplete())
        return;
    tellAccessibility();
    fit();
    update();
}

} // namespace tollkeeper
