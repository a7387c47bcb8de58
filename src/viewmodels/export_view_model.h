// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/usage_export_service.h"
#include "viewmodels/usage_filter_view_model.h"

namespace tollkeeper {

//! Writing the requests that a filter finds into a CSV file. UI thread; `exports` and `filter` must live
//! longer.
class ExportViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        tollkeeper::UsageExportService *exports READ exports WRITE setExports NOTIFY exportsChanged REQUIRED)
    Q_PROPERTY(tollkeeper::UsageFilterViewModel *filter MEMBER m_filter NOTIFY filterChanged REQUIRED)
    Q_PROPERTY(QString currency MEMBER m_currency NOTIFY filterChanged)
    Q_PROPERTY(double rows MEMBER m_rows NOTIFY filterChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString text READ text NOTIFY stateChanged)
    Q_PROPERTY(double share READ share NOTIFY stateChanged)

public:
    enum class State { Idle, Running, Finished, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] UsageExportService *exports() const { return m_exports; }
    void setExports(UsageExportService *exports);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString text() const { return m_text; } //!< what it does, did, or why it could not
    [[nodiscard]] double share() const; //!< 0 to 1 of the rows that were found

    //! Where to: an absolute path. `withComments`: the first lines say what was asked.
    Q_INVOKABLE void run(const QString &path, bool withComments);
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void reset();
    //! "usage 2026-06-18.csv", for the days of the filter.
    [[nodiscard]] Q_INVOKABLE QString suggestedName() const;

Q_SIGNALS:
    void exportsChanged();
    void filterChanged();
    void stateChanged();

private:
    void finish(const QString &path, const Result<UsageExportCounts> &counts);
    void moveTo(State state, const QString &text);

    UsageExportService *m_exports = nullptr;
    UsageFilterViewModel *m_filter = nullptr;
    QString m_currency;
    double m_rows = 0; //!< that the filter finds
    qint64 m_written = 0;
    State m_state = State::Idle;
    QString m_text;
};

} // namespace tollkeeper
