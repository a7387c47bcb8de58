// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/usage_cells.h"

#include <QVariantList>

namespace tollkeeper {

//! One try at one provider.
struct AttemptLine {
    Q_GADGET
    QML_VALUE_TYPE(attemptLine)
    Q_PROPERTY(QString mark MEMBER mark)
    Q_PROPERTY(QString model MEMBER model)
    Q_PROPERTY(QString provider MEMBER provider)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString text MEMBER text)

public:
    QString mark; //!< name of the mark: "ok", "warn", "failed"
    QString model;
    QString provider;
    QString time;
    QString text; //!< "429 rate limit"
};

//! One line of a bill.
struct CostLine {
    Q_GADGET
    QML_VALUE_TYPE(costLine)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString basis MEMBER basis)
    Q_PROPERTY(QString amount MEMBER amount)
    Q_PROPERTY(bool isTotal MEMBER isTotal)
    Q_PROPERTY(bool isExtra MEMBER isExtra)
    Q_PROPERTY(QString tip MEMBER tip)

public:
    QString name;
    QString basis; //!< "1,842 at $5.00/M", "list price"
    QString amount; //!< with ≈ where it is worked out here
    bool isTotal = false;
    bool isExtra = false; //!< what the fallback cost more
    QString tip; //!< how it was worked out; empty: told by the gateway
};

//! One identifier or fact of a request.
struct IdLine {
    Q_GADGET
    QML_VALUE_TYPE(idLine)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString value MEMBER value)
    Q_PROPERTY(bool isId MEMBER isId)
    Q_PROPERTY(QString tip MEMBER tip)

public:
    QString name;
    QString value;
    bool isId = false; //!< to be copied, and set in a fixed-width font
    QString tip;
};

//! What the gateways' catalogues say of the two models of a request; nullopt: not in there, or not asked yet.
struct RequestPrices {
    std::optional<ModelListing> requested;
    std::optional<ModelListing> served;
};

[[nodiscard]] QString routeTitle(const UsageRow &row);
[[nodiscard]] QList<AttemptLine> attemptLines(const UsageRow &row);
//! How the cost is made up, what was charged, and what it would have been had the requested model answered.
[[nodiscard]] QList<CostLine> costLines(const UsageRow &row, const RequestPrices &prices);
[[nodiscard]] QList<IdLine> idLines(const UsageRow &row, const QTimeZone &zone);

} // namespace tollkeeper
