// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/key_service.h"
#include "viewmodels/key_details_view_model.h"

namespace tollkeeper {

//! Deleting a key at its gateway, which needs its name typed; or switching it off instead. UI thread; `keys`
//! must live longer.
class KeyRemovalViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::KeyService *keys READ keys WRITE setKeys NOTIFY keysChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString name READ name NOTIFY begun)
    Q_PROPERTY(QString gateway READ gateway NOTIFY begun)
    Q_PROPERTY(QString lastUsed READ lastUsed NOTIFY begun)
    Q_PROPERTY(QString spentTitle READ spentTitle NOTIFY begun)
    Q_PROPERTY(QString spent READ spent NOTIFY begun)
    Q_PROPERTY(bool canSwitchOff READ canSwitchOff NOTIFY begun)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    enum class State { Asking, Working, Done, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] KeyService *keys() const { return m_keys; }
    void setKeys(KeyService *keys);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString name() const { return m_row.key.name; }
    [[nodiscard]] QString gateway() const { return m_row.gatewayName; }
    [[nodiscard]] QString lastUsed() const; //!< "8 May 2026, 41 days ago"
    [[nodiscard]] QString spentTitle() const; //!< "Spend in June"
    [[nodiscard]] QString spent() const;
    [[nodiscard]] bool canSwitchOff() const;
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE void begin(tollkeeper::KeyDetailsViewModel *details);
    [[nodiscard]] Q_INVOKABLE bool isName(const QString &typed) const;
    Q_INVOKABLE void remove(const QString &typed); //!< nothing happens where `typed` is not the name
    Q_INVOKABLE void switchOff();

Q_SIGNALS:
    void keysChanged();
    void begun();
    void stateChanged();

private:
    void follow(Async<tollkeeper::Done> task);
    void moveTo(State state);

    KeyService *m_keys = nullptr;
    KeyRow m_row;
    QDateTime m_asOf;
    QTimeZone m_zone = QTimeZone::utc();
    DayRange m_month;
    int m_asked = 0;
    State m_state = State::Asking;
    QString m_problemTitle;
    QString m_problem;
};

} // namespace tollkeeper
