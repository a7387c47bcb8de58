// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;

namespace tollkeeper {

//! Whether the desktop asks for dark colours, as it changes. Qt 6.4 has no QStyleHints::colorScheme: the
//! Settings portal is asked over D-Bus (org.freedesktop.appearance color-scheme), and where there is none the
//! window colour of the palette decides (trust.md 6). UI thread; asking never blocks.
class ColourScheme : public QObject {
    Q_OBJECT

public:
    explicit ColourScheme(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_isDark; }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &area, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(const QVariant &value);
    void followPalette();
    void set(bool isDark);

    bool m_isDark = false;
    bool m_portalAnswers = false;
};

} // namespace tollkeeper
