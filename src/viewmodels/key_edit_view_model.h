// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/key_service.h"
#include "viewmodels/key_change_lines.h"
#include "viewmodels/key_details_view_model.h"

namespace tollkeeper {

//! One change of a key at its gateway: what is typed, the question with before and after, saving, and what
//! came of it. A failure says so and leaves what is known of the key as it was. UI thread; `keys` must live
//! longer.
class KeyEditViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::KeyService *keys READ keys WRITE setKeys NOTIFY keysChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString control READ control NOTIFY begun)
    Q_PROPERTY(QString keyName READ keyName NOTIFY begun)
    Q_PROPERTY(QString gateway READ gateway NOTIFY begun)
    Q_PROPERTY(bool isDisabled READ isDisabled NOTIFY begun)
    Q_PROPERTY(QString currency READ currency NOTIFY begun)
    Q_PROPERTY(QString name READ name NOTIFY begun)
    Q_PROPERTY(bool hasCap READ hasCap NOTIFY begun)
    Q_PROPERTY(QString capAmount READ capAmount NOTIFY begun)
    Q_PROPERTY(QStringList resets READ resets NOTIFY begun)
    Q_PROPERTY(int reset READ reset NOTIFY begun)
    Q_PROPERTY(QString expiry READ expiry NOTIFY begun)
    Q_PROPERTY(QString allowed READ allowed NOTIFY begun)
    Q_PROPERTY(QString denied READ denied NOTIFY begun)
    Q_PROPERTY(QStringList windowNames READ windowNames NOTIFY begun)
    Q_PROPERTY(QStringList windowAmounts READ windowAmounts NOTIFY begun)
    Q_PROPERTY(QVariantList lines READ lines NOTIFY stateChanged)
    Q_PROPERTY(QString warning READ warning NOTIFY stateChanged)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    //! Wrong: what was typed is no value; Failed: the gateway or this machine said no.
    enum class State { Editing, Wrong, Confirming, Saving, Saved, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] KeyService *keys() const { return m_keys; }
    void setKeys(KeyService *keys);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString control() const { return m_control; } //!< as in ControlLine, or "name"
    [[nodiscard]] QString keyName() const { return m_row.key.name; }
    [[nodiscard]] QString gateway() const { return m_row.gatewayName; }
    [[nodiscard]] bool isDisabled() const { return m_row.key.isDisabled; }
    [[nodiscard]] QString currency() const { return capCurrency().code(); }
    [[nodiscard]] QString name() const { return m_row.key.name; }
    [[nodiscard]] bool hasCap() const { return m_row.key.cap.has_value(); }
    [[nodiscard]] QString capAmount() const;
    [[nodiscard]] QStringList resets() const; //!< in words; the last one is "Never"
    [[nodiscard]] int reset() const;
    [[nodiscard]] QString expiry() const; //!< YYYY-MM-DD; empty: none
    [[nodiscard]] QString allowed() const; //!< one network a line
    [[nodiscard]] QString denied() const;
    [[nodiscard]] QStringList windowNames() const { return m_row.controls.windowNames; }
    [[nodiscard]] QStringList windowAmounts() const; //!< to type over; empty: no limit
    [[nodiscard]] QVariantList lines() const; //!< of ChangeLine
    [[nodiscard]] QString warning() const; //!< what the change stops; empty: nothing
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problem() const { return m_problem; }

    //! Begins with the key that is shown. A switch has nothing to type: its question comes at once.
    Q_INVOKABLE void begin(tollkeeper::KeyDetailsViewModel *details, const QString &control);
    Q_INVOKABLE void reviewName(const QString &name);
    Q_INVOKABLE void reviewCap(bool hasCap, const QString &amount, int reset);
    Q_INVOKABLE void reviewExpiry(const QString &day); //!< empty: never
    Q_INVOKABLE void reviewAddresses(const QString &allowed, const QString &denied);
    Q_INVOKABLE void reviewWindows(const QStringList &amounts); //!< in the order of windowNames
    //! "$1,500.00" for what was typed; empty where it is no amount.
    [[nodiscard]] Q_INVOKABLE QString readBack(const QString &typed) const;
    Q_INVOKABLE void apply();
    Q_INVOKABLE void goBack(); //!< to what was typed

Q_SIGNALS:
    void keysChanged();
    void begun();
    void stateChanged();

private:
    void review(const KeyChange &change);
    void refuse(const QString &problem);
    void moveTo(State state);
    [[nodiscard]] Currency capCurrency() const;

    KeyService *m_keys = nullptr;
    QString m_control;
    KeyRow m_row;
    QDateTime m_asOf;
    QTimeZone m_zone = QTimeZone::utc();
    KeyChange m_change;
    int m_asked = 0;
    State m_state = State::Editing;
    QString m_problemTitle;
    QString m_problem;
};

} // namespace tollkeeper
