// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/gateway_service.h"
#include "viewmodels/account_choice.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Adding an account: choose a gateway, test a key, save it. The typed key becomes a Secret as it comes in
//! and is dropped with the answer; it is never a property. A changed draft makes the last test void. UI
//! thread.
class AddAccountViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        tollkeeper::GatewayService *gateways READ gateways WRITE setGateways NOTIFY gatewaysChanged REQUIRED)
    Q_PROPERTY(QVariantList choices READ choices NOTIFY gatewaysChanged)
    Q_PROPERTY(bool keepsKeys READ keepsKeys NOTIFY gatewaysChanged)
    Q_PROPERTY(QString keychainName READ keychainName NOTIFY gatewaysChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY stateChanged)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(bool canKeepForSession READ canKeepForSession NOTIFY stateChanged)
    Q_PROPERTY(QString role READ role NOTIFY stateChanged)
    Q_PROPERTY(QVariantList findings READ findings NOTIFY stateChanged)

public:
    enum class State { Choosing, Testing, Tested, Failed, Saving, Saved };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] GatewayService *gateways() const { return m_gateways; }
    void setGateways(GatewayService *gateways);
    [[nodiscard]] QVariantList choices() const; //!< of ChoiceRow
    [[nodiscard]] bool keepsKeys() const { return m_gateways && m_gateways->keepsKeys(); }
    [[nodiscard]] QString keychainName() const { return m_gateways ? m_gateways->keychainName() : QString(); }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_state == State::Testing || m_state == State::Saving; }
    [[nodiscard]] QString problemTitle() const { return m_problemTitle; }
    [[nodiscard]] QString problem() const { return m_problem; }
    //! Saving failed because there is no keychain: the key can be kept until the program ends.
    [[nodiscard]] bool canKeepForSession() const { return m_canKeepForSession; }
    [[nodiscard]] QString role() const { return m_role; }
    [[nodiscard]] QVariantList findings() const { return m_findings; } //!< of FindingRow; after a test

    Q_INVOKABLE void test(
        const QString &kind, const QString &name, const QString &address, const QString &key);
    Q_INVOKABLE void add(
        const QString &kind, const QString &name, const QString &address, const QString &key);
    //! The same without a keychain; the key has to be entered again after the next start.
    Q_INVOKABLE void addForSession(
        const QString &kind, const QString &name, const QString &address, const QString &key);
    //! Back to Choosing; an answer still on its way is dropped.
    Q_INVOKABLE void reset();

Q_SIGNALS:
    void gatewaysChanged();
    void stateChanged();

private:
    struct Ready {
        NewAccount draft;
        std::shared_ptr<const Secret> key;
    };
    [[nodiscard]] static Result<Ready> prepare(
        const QString &kind, const QString &name, const QString &address, const QString &key);
    void save(const Result<Ready> &ready);
    void moveTo(State state);
    void failWith(const Error &error);

    GatewayService *m_gateways = nullptr;
    int m_asked = 0;
    bool m_canKeepForSession = false;
    State m_state = State::Choosing;
    QString m_problemTitle;
    QString m_problem;
    QString m_role;
    QVariantList m_findings;
};

} // namespace tollkeeper
