// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <optional>
#include <utility>

//! Works a window as a person does: finds what is visible by its object name and presses, types and reads.
class PageDriver {
public:
    explicit PageDriver(QQuickWindow *window) : m_window(window) { }

    //! nullptr: nothing visible has that name. `place`: the how-manieth, from 0.
    [[nodiscard]] QQuickItem *find(const QString &name, int place = 0) const
    {
        int left = place;
        return find(m_window->contentItem(), name, left);
    }
    [[nodiscard]] bool shows(const QString &name) const { return find(name) != nullptr; }
    [[nodiscard]] QString text(const QString &name, int place = 0) const
    {
        const auto *item = find(name, place);
        return item ? item->property("text").toString() : QString();
    }
    //! All texts that can be seen, of whatever item.
    [[nodiscard]] QStringList texts() const
    {
        QStringList all;
        collect(m_window->contentItem(), all);
        return all;
    }

    //! Waits until it is there, and presses the middle of it with the mouse.
    [[nodiscard]] bool click(const QString &name, int place = 0) const
    {
        // Where it comes to rest: a click on the way there would meet something else.
        std::optional<QPoint> middle;
        const auto isStill = [&] {
            const auto *item = find(name, place);
            const auto now = isReady(item) ? std::optional(middleOf(*item)) : std::nullopt;
            return std::exchange(middle, now) == now && now;
        };
        if (!QTest::qWaitFor(isStill, 10'000))
            return false;
        QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, *middle);
        return true;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_window, key, modifiers);
    }
    void type(const QString &text) const
    {
        for (const auto c : text)
            QTest::keyClick(m_window, c.toLatin1());
    }

private:
    static QPoint middleOf(const QQuickItem &item)
    {
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint();
    }
    static bool isReady(const QQuickItem *item)
    {
        return item && item->isEnabled() && item->width() > 0 && item->height() > 0;
    }
    static QQuickItem *find(QQuickItem *item, const QString &name, int &place)
    {
        if (!item->isVisible())
            return nullptr;
        if (item->objectName() == name && place-- == 0)
            return item;
        for (auto *child : item->childItems()) {
            if (auto *found = find(child, name, place))
                return found;
        }
        return nullptr;
    }
    static void collect(const QQuickItem *item, QStringList &all)
    {
        if (!item->isVisible())
            return;
        if (const auto text = item->property("text"); text.isValid())
            all.append(text.toString());
        for (const auto *child : item->childItems())
            collect(child, all);
    }

    QQuickWindow *m_window;
};
