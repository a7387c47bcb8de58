// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/usage_reports.h"
#include "viewmodels/usage_cells.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QHash>

namespace tollkeeper {

//! All rows that an outline counts, of which only pages around the wanted ones are held: memory stays flat
//! however many rows there are. A row that is on its way has cells that are not known. One question is in
//! flight at a time and it asks for what is wanted then, so fast scrolling asks for few pages. UI thread;
//! `reports` must live longer.
class UsageRowsModel : public QAbstractTableModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to UsageViewModel")
    Q_PROPERTY(int rows READ rows NOTIFY replaced)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    enum Role { CellsRole = Qt::UserRole };
    static constexpr int PageRows = 200;
    static constexpr int PagesHeld = 32;

    explicit UsageRowsModel(QObject *parent = nullptr);

    void setReports(UsageReports *reports);
    //! Takes another outline as soon as its rows are there; until then the old ones stay. `shift`: how much
    //! further down the rows that are looked at are in it; nullopt: start at the top. Then `replaced`.
    void show(std::shared_ptr<const UsageOutline> outline, std::optional<int> shift);
    [[nodiscard]] std::shared_ptr<const UsageOutline> shown() const { return m_outline; }
    void setStyle(const TimeStyle &style);
    [[nodiscard]] TimeStyle style() const { return m_style; }

    //! The rows that can be seen: they and their neighbours are fetched.
    Q_INVOKABLE void want(int first, int count);
    [[nodiscard]] int wantedFirst() const { return m_first; }
    [[nodiscard]] std::optional<UsageRow> row(int index) const; //!< nullopt: not here
    [[nodiscard]] int rows() const;
    [[nodiscard]] QString problem() const { return m_problem; } //!< why rows are missing; empty: none
    [[nodiscard]] qsizetype pagesHeld() const { return m_pages.size(); }
    Q_INVOKABLE QString name(int column) const { return columnName(column, m_style); }
    Q_INVOKABLE QString copied(int row) const; //!< for the clipboard; empty: not here

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void replaced(int first); //!< another outline is shown now, best from that row on
    void arrived(int first, int count); //!< rows that were on their way
    void styleChanged();
    void problemChanged();

private:
    using Page = QList<UsageRow>;

    void fetch();
    void take(int page, const Result<QList<UsageRow>> &answer);
    void keep(int page, const QList<UsageRow> &rows);
    void replace();
    void setProblem(const QString &problem);
    [[nodiscard]] std::optional<int> missingPage(const UsageOutline &outline) const;
    [[nodiscard]] bool hasPage(int page) const;
    [[nodiscard]] int firstOf(const UsageOutline &outline) const;

    UsageReports *m_reports = nullptr;
    TimeStyle m_style;
    std::shared_ptr<const UsageOutline> m_outline;
    std::shared_ptr<const UsageOutline> m_next; //!< asked for, not shown yet
    QHash<int, Page> m_nextPages;
    std::optional<int> m_shift; //!< of m_next
    QCache<int, Page> m_pages{PagesHeld};
    int m_first = 0;
    int m_count = 0;
    int m_asked = 0; //!< rises with each outline: older answers are dropped
    bool m_isAsking = false;
    bool m_isReplacing = false; //!< the view has not said yet where it looks now
    QString m_problem;
};

} // namespace tollkeeper
