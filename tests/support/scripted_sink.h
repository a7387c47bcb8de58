// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/notification_sink.h"

#include <QCoroTimer>

//! Shows nothing, remembers everything; can be without a notification service.
class ScriptedSink final : public tollkeeper::NotificationSink {
    Q_OBJECT

public:
    struct Shown {
        QString title;
        quint32 replaces = 0;
    };
    QList<Shown> shown;
    bool isMissing = false;
    std::chrono::milliseconds pause{1};

    tollkeeper::Async<quint32> show(tollkeeper::NotificationText text, quint32 replaces) override
    {
        shown.append({text.title, replaces});
        const auto id = quint32(100 + shown.size());
        auto waiting = QCoro::sleepFor(pause);
        co_await waiting;
        if (isMissing)
            co_return tollkeeper::fail(tollkeeper::Error::Kind::NotFound);
        co_return id;
    }
};
