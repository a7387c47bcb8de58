// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/gateway_service.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Another key for an account: for one that is lost, was replaced or lies in another keychain. UI thread;
//! `gateways` must live longer.
class ReplaceKeyViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        tollkeeper::GatewayService *gateways READ gateways WRITE setGateways NOTIFY gatewaysChanged REQUIRED)
    Q_PROPERTY(QString account READ account NOTIFY changed)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] GatewayService *gateways() const { return m_gateways; }
    void setGateways(GatewayService *gateways);
    [[nodiscard]] QString account() const { return m_name; } //!< what the person calls it
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] QString problem() const { return m_problem; } //!< a sentence; empty: none

    Q_INVOKABLE void begin(const QString &id, const QString &name);
    //! Tests the key, then keeps it; replaced() or a problem follows.
    Q_INVOKABLE void submit(const QString &key);

Q_SIGNALS:
    void gatewaysChanged();
    void changed();
    void replaced();

private:
    void finish(const Result<ConnectionReport> &answer);

    GatewayService *m_gateways = nullptr;
    AccountId m_account;
    QString m_name;
    QString m_problem;
    bool m_isBusy = false;
    int m_asked = 0; //!< an answer for an account that is no longer shown says nothing
};

} // namespace tollkeeper
