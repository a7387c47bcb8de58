// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/request_look_up.h"
#include "playground/send_choices.h"

#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Finds what is known of a request by its id. The latest question wins. UI thread; services must live
//! longer.
class LookUpViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        tollkeeper::RequestLookUp *lookUps READ lookUps WRITE setLookUps NOTIFY servicesChanged REQUIRED)
    Q_PROPERTY(tollkeeper::SendChoices *choices READ choices WRITE setChoices NOTIFY servicesChanged REQUIRED)
    Q_PROPERTY(QStringList accounts READ accounts NOTIFY accountsChanged)
    Q_PROPERTY(int account READ account WRITE setAccount NOTIFY accountsChanged)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool hasFound READ hasFound NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)
    Q_PROPERTY(QVariantList attempts READ attempts NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] RequestLookUp *lookUps() const { return m_lookUps; }
    void setLookUps(RequestLookUp *lookUps);
    [[nodiscard]] SendChoices *choices() const { return m_choices; }
    void setChoices(SendChoices *choices);
    [[nodiscard]] QStringList accounts() const;
    [[nodiscard]] int account() const { return m_account; }
    void setAccount(int place);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] bool hasFound() const { return !m_facts.isEmpty(); }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QVariantList facts() const { return m_facts; } //!< of IdLine
    [[nodiscard]] QVariantList attempts() const { return m_attempts; } //!< of AttemptRow

    Q_INVOKABLE void find(const QString &id);
    Q_INVOKABLE void clear(); //!< an answer that is still to come is dropped

Q_SIGNALS:
    void servicesChanged();
    void accountsChanged();
    void changed();

private:
    void forget();
    void show(const FoundRequest &found);

    RequestLookUp *m_lookUps = nullptr;
    SendChoices *m_choices = nullptr;
    QList<SendAccount> m_accounts;
    int m_account = 0;
    bool m_isBusy = false;
    QString m_title;
    QString m_problem;
    QVariantList m_facts;
    QVariantList m_attempts;
    int m_asked = 0;
};

} // namespace tollkeeper
