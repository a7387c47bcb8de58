// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/alert.h"

#include <QObject>

namespace tollkeeper {

//! Which buttons a notification has, beside its own action, which opens.
enum class NotificationButtonSet : std::uint8_t { None, Open, OpenAndAcknowledge, OpenAndSnooze };

//! What a notification says; plain text, the sink escapes it where it must.
struct NotificationText {
    QString title = {};
    QString body = {};
    AlertSeverity severity = AlertSeverity::Warning;
    NotificationButtonSet buttons = NotificationButtonSet::OpenAndAcknowledge;
};

//! Shows one notification to the person. UI thread.
class NotificationSink : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! `replaces` is the id of an earlier notification of the same alert, or 0. Answers with the new id; an
    //! Error when there is no notification service: the inbox stays the record.
    [[nodiscard]] virtual Async<quint32> show(NotificationText text, quint32 replaces) = 0;

Q_SIGNALS:
    void openRequested(quint32 id); //!< the person pressed the notification or its "Open"
    void acknowledgeRequested(quint32 id);
    void snoozeRequested(quint32 id);
};

} // namespace tollkeeper
