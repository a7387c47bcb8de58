// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/usage_answers.h"

#include <QObject>

#include <memory>

namespace tollkeeper {

//! Questions about single requests and about where figures come from. The application answers them from
//! storage, a test from a script. UI thread; answers come without blocking it.
class UsageReports : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Async<UsageOutline> outline(UsageFilter filter) = 0;
    //! Rows `first` to `first + count - 1` of an outline, newest first. Fewer where the outline ends, or
    //! where rows have gone since.
    [[nodiscard]] virtual Async<QList<UsageRow>> rows(
        std::shared_ptr<const UsageOutline> outline, qint64 first, int count)
        = 0;
    //! May take seconds over millions of rows; a later question of the same kind makes it give up with
    //! Error::Kind::Cancelled.
    [[nodiscard]] virtual Async<UsageTimes> times(UsageFilter filter) = 0;
    [[nodiscard]] virtual Async<UsageChoices> choices() = 0;
    //! The catalogue's entry of a model at an account's gateway; nullopt: not in the catalogue.
    [[nodiscard]] virtual Async<std::optional<ModelListing>> listing(AccountId account, QString model) = 0;
    [[nodiscard]] virtual Async<Provenance> provenance(ProvenanceQuery query) = 0;

    [[nodiscard]] virtual Async<QList<SavedView>> savedViews() = 0;
    //! Replaces a view of the same name.
    [[nodiscard]] virtual Async<Done> saveView(SavedView view) = 0;
    [[nodiscard]] virtual Async<Done> removeView(QString name) = 0;

Q_SIGNALS:
    void changed(); //!< rows or figures changed: ask again
};

} // namespace tollkeeper
