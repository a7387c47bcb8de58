// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/send_order.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Wishes about the way through a gateway, as they are edited. UI thread.
class RoutingViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a composer")
    Q_PROPERTY(int sort READ sort WRITE setSort NOTIFY changed)
    Q_PROPERTY(QString only READ only WRITE setOnly NOTIFY changed)
    Q_PROPERTY(QString ignored READ ignored WRITE setIgnored NOTIFY changed)
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY changed)
    Q_PROPERTY(bool allowsFallbacks READ allowsFallbacks WRITE setAllowsFallbacks NOTIFY changed)
    Q_PROPERTY(bool requiresParameters READ requiresParameters WRITE setRequiresParameters NOTIFY changed)
    Q_PROPERTY(
        bool deniesDataCollection READ deniesDataCollection WRITE setDeniesDataCollection NOTIFY changed)
    Q_PROPERTY(bool wantsZeroRetention READ wantsZeroRetention WRITE setWantsZeroRetention NOTIFY changed)
    Q_PROPERTY(QString maxInputPrice READ maxInputPrice WRITE setMaxInputPrice NOTIFY changed)
    Q_PROPERTY(QString maxOutputPrice READ maxOutputPrice WRITE setMaxOutputPrice NOTIFY changed)
    Q_PROPERTY(QString providersText READ providersText NOTIFY changed)
    Q_PROPERTY(QString maxPriceText READ maxPriceText NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] int sort() const
    {
        return int(m_sort);
    } //!< 0 the gateway's, 1 price, 2 throughput, 3 latency
    void setSort(int sort);
    //! Names of providers, separated by commas, in each of the three.
    [[nodiscard]] QString only() const { return m_only; }
    void setOnly(const QString &names);
    [[nodiscard]] QString ignored() const { return m_ignored; }
    void setIgnored(const QString &names);
    [[nodiscard]] QString order() const { return m_order; }
    void setOrder(const QString &names);
    [[nodiscard]] bool allowsFallbacks() const { return m_allowsFallbacks; }
    void setAllowsFallbacks(bool allows);
    [[nodiscard]] bool requiresParameters() const { return m_requiresParameters; }
    void setRequiresParameters(bool isRequired);
    [[nodiscard]] bool deniesDataCollection() const { return m_deniesDataCollection; }
    void setDeniesDataCollection(bool denies);
    [[nodiscard]] bool wantsZeroRetention() const { return m_wantsZeroRetention; }
    void setWantsZeroRetention(bool wants);
    [[nodiscard]] QString maxInputPrice() const
    {
        return m_maxInput;
    } //!< USD for a million tokens; empty: none
    void setMaxInputPrice(const QString &text);
    [[nodiscard]] QString maxOutputPrice() const { return m_maxOutput; }
    void setMaxOutputPrice(const QString &text);
    [[nodiscard]] QString providersText() const; //!< "Any", "Only 2", "3 in order", for the chip
    [[nodiscard]] QString maxPriceText() const; //!< "$6 / $30", "None"
    [[nodiscard]] QString problem() const; //!< of the prices, a sentence; empty: none

    [[nodiscard]] RoutingWishes wishes() const;
    void show(const RoutingWishes &wishes);

Q_SIGNALS:
    void changed();

private:
    template<typename Value>
    void set(Value &held, const Value &given);

    RoutingWishes::Sort m_sort = RoutingWishes::Sort::GatewayChooses;
    QString m_only;
    QString m_ignored;
    QString m_order;
    bool m_allowsFallbacks = true;
    bool m_requiresParameters = false;
    bool m_deniesDataCollection = false;
    bool m_wantsZeroRetention = false;
    QString m_maxInput;
    QString m_maxOutput;
};

} // namespace tollkeeper
