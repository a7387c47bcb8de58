// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/usage_reports.h"

#include <QCoroTimer>

#include <utility>

//! The single requests of an invented company on 18 June 2026: 135,795 rows that are worked out when they are
//! asked for, from fifteen that are written down. Answers come a moment later, as real ones would.
class ScriptedUsage : public tollkeeper::UsageReports {
public:
    //! As it was made: everything well, nothing asked.
    void reset();

    qint64 total = 135'795; //!< rows without any condition
    bool isSilent = false; //!< asked, it does not come back
    std::optional<tollkeeper::Error> outlineError;
    std::optional<tollkeeper::Error> rowsError;
    bool tellsTimes = true;
    QTimeZone zone = QTimeZone::utc();
    QString prefix; //!< of every name a server sends; tests put markup here
    QList<tollkeeper::UsageFilter> asked; //!< of outline(), in order
    QList<std::pair<qint64, int>> pages; //!< first and count of every rows()
    QList<tollkeeper::SavedView> views;
    QList<tollkeeper::ProvenanceQuery> provenanceAsked;
    int choicesAsked = 0;

    tollkeeper::Async<tollkeeper::UsageOutline> outline(tollkeeper::UsageFilter filter) override;
    tollkeeper::Async<QList<tollkeeper::UsageRow>> rows(
        std::shared_ptr<const tollkeeper::UsageOutline> outline, qint64 first, int count) override;
    tollkeeper::Async<tollkeeper::UsageTimes> times(tollkeeper::UsageFilter filter) override;
    tollkeeper::Async<tollkeeper::UsageChoices> choices() override;
    tollkeeper::Async<std::optional<tollkeeper::ModelListing>> listing(
        tollkeeper::AccountId account, QString model) override;
    tollkeeper::Async<tollkeeper::Provenance> provenance(tollkeeper::ProvenanceQuery query) override;
    tollkeeper::Async<QList<tollkeeper::SavedView>> savedViews() override;
    tollkeeper::Async<tollkeeper::Done> saveView(tollkeeper::SavedView view) override;
    tollkeeper::Async<tollkeeper::Done> removeView(QString name) override;

    //! Row `index` of what a filter finds, newest first.
    [[nodiscard]] tollkeeper::UsageRow row(const tollkeeper::UsageFilter &filter, qint64 index) const;

private:
    [[nodiscard]] std::chrono::milliseconds pause() const
    {
        return isSilent ? std::chrono::hours(1) : std::chrono::milliseconds(1);
    }
};
