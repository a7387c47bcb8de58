// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/usage_reports.h"
#include "viewmodels/usage_filter_view_model.h"

namespace tollkeeper {

//! The filters that were kept under a name. UI thread; `reports` and `filter` must live longer.
class SavedViewsViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::UsageReports *reports READ reports WRITE setReports NOTIFY reportsChanged REQUIRED)
    Q_PROPERTY(tollkeeper::UsageFilterViewModel *filter MEMBER m_filter NOTIFY filterChanged REQUIRED)
    Q_PROPERTY(QStringList names READ names NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] UsageReports *reports() const { return m_reports; }
    void setReports(UsageReports *reports);
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QString problem() const { return m_problem; } //!< why keeping or removing failed

    //! Keeps the present filter; a view of that name is replaced. Nothing happens without a name.
    Q_INVOKABLE void save(const QString &name);
    Q_INVOKABLE void open(const QString &name);
    Q_INVOKABLE void remove(const QString &name);

Q_SIGNALS:
    void reportsChanged();
    void filterChanged();
    void changed();

private:
    void load();
    void finish(const Outcome &outcome);

    UsageReports *m_reports = nullptr;
    UsageFilterViewModel *m_filter = nullptr;
    QList<SavedView> m_views;
    QString m_problem;
    int m_asked = 0;
};

} // namespace tollkeeper
