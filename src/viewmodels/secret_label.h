// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_gate.h"
#include "sync/key_service.h"

#include <QColor>
#include <QFont>
#include <QPointer>
#include <QQuickPaintedItem>
#include <QQuickWindow>
#include <QTimer>
#include <qqmlregistration.h>

#include <memory>

namespace tollkeeper {

//! A key's masked form; on reveal() the key itself for some seconds. It is painted, never a property, so that
//! neither QML nor an accessibility client can read it; assistive technology is told the masked form, and
//! nothing while the key is shown. Masks at once when the app is locked, when its window or itself is hidden
//! and when another key's masked form is set. UI thread.
class SecretLabel : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::KeyService *keys READ keys WRITE setKeys NOTIFY keysChanged REQUIRED)
    Q_PROPERTY(tollkeeper::SecretGate *gate READ gate WRITE setGate NOTIFY gateChanged)
    Q_PROPERTY(QString masked READ masked WRITE setMasked NOTIFY maskedChanged)
    Q_PROPERTY(QFont font READ font WRITE setFont NOTIFY lookChanged)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY lookChanged)
    Q_PROPERTY(int seconds READ seconds WRITE setSeconds NOTIFY secondsChanged)
    Q_PROPERTY(bool isAsking READ isAsking NOTIFY stateChanged)
    Q_PROPERTY(bool isRevealed READ isRevealed NOTIFY stateChanged)
    Q_PROPERTY(int remainingSeconds READ remainingSeconds NOTIFY remainingChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    explicit SecretLabel(QQuickItem *parent = nullptr);

    [[nodiscard]] KeyService *keys() const { return m_keys; }
    void setKeys(KeyService *keys);
    [[nodiscard]] SecretGate *gate() const { return m_gate; }
    void setGate(SecretGate *gate);
    [[nodiscard]] QString masked() const { return m_masked; } //!< safe to show
    void setMasked(const QString &masked);
    [[nodiscard]] QFont font() const { return m_font; }
    void setFont(const QFont &font);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor &color);
    [[nodiscard]] int seconds() const { return m_seconds; } //!< how long it is shown: 1 to 60
    void setSeconds(int seconds);
    [[nodiscard]] bool isAsking() const { return m_isAsking; } //!< the keychain has not answered yet
    [[nodiscard]] bool isRevealed() const { return m_secret != nullptr; }
    [[nodiscard]] int remainingSeconds() const { return m_remaining; } //!< 0: masked
    [[nodiscard]] QString problem() const { return m_problem; } //!< why it was not revealed; a sentence

    //! Asks for the secret and shows it. `key` is the KeyId's value.
    Q_INVOKABLE void reveal(qint64 key);
    //! Masks; an answer still on its way is dropped.
    Q_INVOKABLE void hide();

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void keysChanged();
    void gateChanged();
    void maskedChanged();
    void lookChanged();
    void secondsChanged();
    void stateChanged();
    void remainingChanged();

protected:
    void componentComplete() override;
    void geometryChange(const QRectF &now, const QRectF &before) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;

private:
    [[nodiscard]] bool isOnScreen() const;
    void take(const Result<std::shared_ptr<const Secret>> &answer);
    void failWith(const Error &error);
    void hideUnlessOnScreen();
    void countDown();
    void follow(QQuickWindow *window);
    void setRemaining(int seconds);
    void tellAccessibility();
    void fit();
    void refresh();

    KeyService *m_keys = nullptr;
    SecretGate *m_gate = nullptr;
    QPointer<QQuickWindow> m_window;
    QString m_masked;
    QString m_problem;
    QFont m_font;
    QColor m_color = Qt::black;
    QTimer m_tick;
    std::shared_ptr<const Secret> m_secret; //!< only while it is shown
    int m_seconds = 15;
    int m_remaining = 0;
    int m_asked = 0;
    bool m_isAsking = false;
};

} // namespace tollkeeper
