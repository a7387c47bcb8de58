// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/key_service.h"
#include "viewmodels/keys_view_model.h"

namespace tollkeeper {

//! An account in which a key can be made.
struct KeyPlace {
    Q_GADGET
    QML_VALUE_TYPE(keyPlace)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString currency MEMBER currency)
    Q_PROPERTY(QStringList resets MEMBER resets)
    Q_PROPERTY(bool hasCap MEMBER hasCap)
    Q_PROPERTY(bool hasExpiry MEMBER hasExpiry)
    Q_PROPERTY(bool hasByok MEMBER hasByok)

public:
    QString name;
    QString currency;
    QStringList resets; //!< in words; the last one is "Never"
    bool hasCap = false;
    bool hasExpiry = false;
    bool hasByok = false;
};

//! Making a key at its gateway. Its secret goes to the keychain before anything else and is nowhere here.
//! UI thread; `keys` must live longer.
class AddKeyViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::KeyService *keys READ keys WRITE setKeys NOTIFY keysChanged REQUIRED)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QVariantList places READ places NOTIFY begun)
    Q_PROPERTY(QStringList placeNames READ placeNames NOTIFY begun)
    Q_PROPERTY(QString elsewhere READ elsewhere NOTIFY begun)
    Q_PROPERTY(QString made READ made NOTIFY stateChanged)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    enum class State { Editing, Wrong, Making, Made, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] KeyService *keys() const { return m_keys; }
    void setKeys(KeyService *keys);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QVariantList places() const; //!< of KeyPlace
    [[nodiscard]] QStringList placeNames() const;
    [[nodiscard]] QString
    elsewhere() const; //!< accounts whose keys are made on the gateway's page; may be empty
    [[nodiscard]] QString made() const { return m_made; } //!< id of the new key
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE void begin(tollkeeper::KeysViewModel *page);
    [[nodiscard]] Q_INVOKABLE QString readBack(int place, const QString &typed) const;
    //! An empty amount: no cap; an empty day: never expires.
    Q_INVOKABLE void make(int place, const QString &name, const QString &amount, int reset,
        const QString &day, bool countsByok);

Q_SIGNALS:
    void keysChanged();
    void begun();
    void stateChanged();

private:
    [[nodiscard]] tl::expected<KeyDraft, QString> draftFrom(const KeyAccount &account, const QString &name,
        const QString &amount, int reset, const QString &day) const;
    void moveTo(State state, const QString &problem = {}, const QString &title = {});

    KeyService *m_keys = nullptr;
    QList<KeyAccount> m_accounts; //!< that make keys
    QStringList m_elsewhere;
    QDateTime m_asOf;
    QTimeZone m_zone = QTimeZone::utc();
    QString m_made;
    int m_asked = 0;
    State m_state = State::Editing;
    QString m_problemTitle;
    QString m_problem;
};

} // namespace tollkeeper
