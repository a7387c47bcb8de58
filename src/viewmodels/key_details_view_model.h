// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/key_cells.h"
#include "viewmodels/key_detail_lines.h"

#include <QObject>
#include <QUrl>

namespace tollkeeper {

//! The drawer of the selected key. The row is there at once, days and history come a moment later; those of a
//! key that is no longer shown are dropped. UI thread.
class KeyDetailsViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to KeysViewModel")
    Q_PROPERTY(bool hasKey READ hasKey NOTIFY changed)
    Q_PROPERTY(bool isSettled READ isSettled NOTIFY changed)
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(tollkeeper::KeyCells cells READ cells NOTIFY changed)
    Q_PROPERTY(tollkeeper::KeyBanner banner READ banner NOTIFY changed)
    Q_PROPERTY(QString masked READ masked NOTIFY changed)
    Q_PROPERTY(QString maskedSpoken READ maskedSpoken NOTIFY changed)
    Q_PROPERTY(tollkeeper::KeySpend spend READ spend NOTIFY changed)
    Q_PROPERTY(QVariantList controls READ controls NOTIFY changed)
    Q_PROPERTY(QVariantList findings READ findings NOTIFY changed)
    Q_PROPERTY(QVariantList events READ events NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString gateway READ gateway NOTIFY changed)
    Q_PROPERTY(QString keysPage READ keysPage NOTIFY changed)
    Q_PROPERTY(QString rotation READ rotation NOTIFY changed)
    Q_PROPERTY(QString policy READ policy NOTIFY changed)
    Q_PROPERTY(bool canRename READ canRename NOTIFY changed)
    Q_PROPERTY(bool canDelete READ canDelete NOTIFY changed)
    Q_PROPERTY(QString whyNotDelete READ whyNotDelete NOTIFY changed)

public:
    using QObject::QObject;

    void setReports(KeyReports *reports) { m_reports = reports; }
    //! Shows a row of `table`; asks for its history again, for it may have grown.
    void show(const KeyRow &row, const KeyTable &table);
    void clear();

    [[nodiscard]] bool hasKey() const { return m_row.has_value(); }
    [[nodiscard]] bool isSettled() const { return m_asked == m_answered; }
    [[nodiscard]] const std::optional<KeyRow> &row() const { return m_row; }
    [[nodiscard]] const QDateTime &asOf() const { return m_asOf; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] const DayRange &month() const { return m_month; }
    [[nodiscard]] int rotationDays() const { return m_rotationDays; }
    [[nodiscard]] QString id() const;
    [[nodiscard]] KeyCells cells() const;
    [[nodiscard]] KeyBanner banner() const;
    [[nodiscard]] QString masked() const; //!< with dots in the place of what is hidden
    [[nodiscard]] QString maskedSpoken() const;
    [[nodiscard]] KeySpend spend() const;
    [[nodiscard]] QVariantList controls() const; //!< of ControlLine
    [[nodiscard]] QVariantList findings() const; //!< of FindingLine, worst first
    [[nodiscard]] QVariantList events() const; //!< of EventLine, newest first
    [[nodiscard]] QString problem() const { return m_problem; } //!< why the history is missing; empty: none
    [[nodiscard]] QString gateway() const { return m_row ? m_row->gatewayName : QString(); }
    //! Address of the gateway's own page of keys; empty: none, or nothing a browser should be sent to.
    [[nodiscard]] QString keysPage() const;
    [[nodiscard]] QString rotation() const; //!< id of the open one; empty: none
    [[nodiscard]] QString policy() const; //!< the age at which it is to be rotated, in words
    [[nodiscard]] bool canRename() const;
    [[nodiscard]] bool canDelete() const;
    [[nodiscard]] QString whyNotDelete() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] KeyView view() const;

    KeyReports *m_reports = nullptr;
    std::optional<KeyRow> m_row;
    QDateTime m_asOf;
    QTimeZone m_zone = QTimeZone::utc();
    DayRange m_month;
    int m_rotationDays = 0;
    QUrl m_keysPage;
    QList<Money> m_days;
    QList<KeyEvent> m_events;
    QString m_problem;
    int m_asked = 0;
    int m_answered = 0;
};

} // namespace tollkeeper
