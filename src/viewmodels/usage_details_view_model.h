// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/usage_reports.h"
#include "viewmodels/usage_details.h"

#include <QObject>

namespace tollkeeper {

//! The details of the selected row: its route, its bill beside the list prices, its identifiers. The prices
//! come a moment later than the row; those of a row that is no longer shown are dropped. UI thread.
class UsageDetailsViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to UsageViewModel")
    Q_PROPERTY(bool hasRow READ hasRow NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(tollkeeper::UsageCells cells READ cells NOTIFY changed)
    Q_PROPERTY(QString served READ served NOTIFY changed)
    Q_PROPERTY(QString routeTitle READ routeTitle NOTIFY changed)
    Q_PROPERTY(QVariantList attempts READ attempts NOTIFY changed)
    Q_PROPERTY(QString message READ message NOTIFY changed)
    Q_PROPERTY(QVariantList costs READ costs NOTIFY changed)
    Q_PROPERTY(QVariantList ids READ ids NOTIFY changed)
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed)
    Q_PROPERTY(QString keyId READ keyId NOTIFY changed)
    Q_PROPERTY(QString requestedModel READ requestedModel NOTIFY changed)

public:
    using QObject::QObject;

    void setReports(UsageReports *reports) { m_reports = reports; }
    void setStyle(const TimeStyle &style);
    void show(const UsageRow &row);
    void clear();

    [[nodiscard]] bool hasRow() const { return m_row.has_value(); }
    [[nodiscard]] QString title() const; //!< "14:31:57 support-chat-prod"
    [[nodiscard]] UsageCells cells() const;
    [[nodiscard]] QString served() const; //!< the model that answered, by name; empty: nobody or not told
    [[nodiscard]] QString routeTitle() const;
    [[nodiscard]] QVariantList attempts() const; //!< of AttemptLine
    [[nodiscard]] QString message() const; //!< of the server, where the request failed
    [[nodiscard]] QVariantList costs() const; //!< of CostLine
    [[nodiscard]] QVariantList ids() const; //!< of IdLine
    [[nodiscard]] QString accountId() const;
    [[nodiscard]] QString keyId() const; //!< empty: not told
    [[nodiscard]] QString requestedModel() const; //!< by its whole name

Q_SIGNALS:
    void changed();

private:
    void askPrice(const QString &model, std::optional<ModelListing> RequestPrices::*place);

    UsageReports *m_reports = nullptr;
    TimeStyle m_style;
    std::optional<UsageRow> m_row;
    RequestPrices m_prices;
    int m_asked = 0;
};

} // namespace tollkeeper
