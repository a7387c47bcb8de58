// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/send_choices.h"

#include <qqmlregistration.h>

namespace tollkeeper {

//! When the Playground asks before it sends, as it is being changed. UI thread; `choices` must live longer.
class SendGuardViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::SendChoices *choices READ choices WRITE setChoices NOTIFY changed REQUIRED)
    Q_PROPERTY(QString amount READ amount WRITE setAmount NOTIFY changed)
    Q_PROPERTY(QString percent READ percent WRITE setPercent NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] SendChoices *choices() const { return m_choices; }
    void setChoices(SendChoices *choices);
    [[nodiscard]] QString amount() const { return m_amount; } //!< as typed; empty: never by the amount
    void setAmount(const QString &text);
    [[nodiscard]] QString percent() const { return m_percent; } //!< as typed; empty: never by a share
    void setPercent(const QString &text);
    [[nodiscard]] QString problem() const { return m_problem; } //!< a sentence; empty: none

    Q_INVOKABLE void load(); //!< what holds now
    Q_INVOKABLE void save(); //!< then saved(), or a problem

Q_SIGNALS:
    void changed();
    void saved();

private:
    [[nodiscard]] std::optional<SendGuard> typed() const; //!< nullopt: it cannot be read
    void say(const QString &problem);

    SendChoices *m_choices = nullptr;
    QString m_amount;
    QString m_percent;
    QString m_problem;
};

} // namespace tollkeeper
