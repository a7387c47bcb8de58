// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace tollkeeper {

//! Counts what QML complains about from now on, while still printing it; for --self-test. Process-wide: make
//! one.
class QmlWarnings {
public:
    QmlWarnings();
    ~QmlWarnings();
    Q_DISABLE_COPY_MOVE(QmlWarnings)

    [[nodiscard]] static QStringList seen();
};

} // namespace tollkeeper
