// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/usage_answers.h"

#include <QObject>
#include <qqmlregistration.h>

namespace tollkeeper {

//! The figures above the Usage table, as finished texts; a dash where nothing is known.
struct UsageStrip {
    Q_GADGET
    QML_VALUE_TYPE(usageStrip)
    Q_PROPERTY(QString spend MEMBER spend)
    Q_PROPERTY(bool isAtLeast MEMBER isAtLeast)
    Q_PROPERTY(QString requests MEMBER requests)
    Q_PROPERTY(QString perSuccess MEMBER perSuccess)
    Q_PROPERTY(QString fellBack MEMBER fellBack)
    Q_PROPERTY(QString fellBackCount MEMBER fellBackCount)
    Q_PROPERTY(QString failed MEMBER failed)
    Q_PROPERTY(QString failedCount MEMBER failedCount)
    Q_PROPERTY(QString incomplete MEMBER incomplete)
    Q_PROPERTY(QString median MEMBER median)
    Q_PROPERTY(QString slowest MEMBER slowest)
    Q_PROPERTY(QString itemised MEMBER itemised)
    Q_PROPERTY(QString itemisedSpend MEMBER itemisedSpend)
    Q_PROPERTY(QString missing MEMBER missing)

public:
    QString spend; //!< the ledger's, where it can be asked by this filter; else what the rows cost
    bool isAtLeast = false; //!< some rows have no known cost
    QString requests;
    QString perSuccess;
    QString fellBack; //!< "3.2%"
    QString fellBackCount; //!< "4,378"
    QString failed;
    QString failedCount;
    QString incomplete;
    QString median; //!< "1.9 s"; a dash until it is known
    QString slowest; //!< "p95 8.2 s"; empty until it is known
    QString itemised; //!< "98.9%": how much of the spend the rows cover
    QString itemisedSpend; //!< "$309.41 of spend"
    QString missing; //!< what the rows do not tell, as sentences; empty: nothing
    friend bool operator==(const UsageStrip &, const UsageStrip &) = default;
};

[[nodiscard]] UsageStrip usageStrip(const UsageSummary &summary, const std::optional<UsageTimes> &times);

} // namespace tollkeeper
