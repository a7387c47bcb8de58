// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/budget_form.h"
#include "viewmodels/budget_lines.h"

#include <QObject>
#include <QTimer>

namespace tollkeeper {

//! What would come of the budget that is being edited: its chart, when each threshold is passed, the keys it
//! counts and the gateways' own caps. The latest question wins. UI thread.
class BudgetPreview : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to BudgetEditorViewModel")
    Q_PROPERTY(QVariantList thresholds READ thresholds NOTIFY changed)
    Q_PROPERTY(tollkeeper::BudgetChart chart READ chart NOTIFY changed)
    Q_PROPERTY(QString byokText READ byokText NOTIFY changed)
    Q_PROPERTY(QString forecastText READ forecastText NOTIFY changed)
    Q_PROPERTY(QVariantList keys READ keys NOTIFY changed)
    Q_PROPERTY(QString keysTitle READ keysTitle NOTIFY changed)
    Q_PROPERTY(QVariantList caps READ caps NOTIFY changed)
    Q_PROPERTY(QString firstCut READ firstCut NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool isKnown READ isKnown NOTIFY changed)
    Q_PROPERTY(bool isSettled READ isSettled NOTIFY changed)

public:
    explicit BudgetPreview(QObject *parent = nullptr);

    [[nodiscard]] QVariantList thresholds() const; //!< of ThresholdRow, in the order of the form's
    [[nodiscard]] BudgetChart chart() const { return budgetChart(m_details, m_asOf, m_zone); }
    [[nodiscard]] QString byokText() const { return tollkeeper::byokText(m_details.line); }
    [[nodiscard]] QString forecastText() const { return forecastSentence(m_details.line); }
    [[nodiscard]] QVariantList keys() const { return budgetKeyRows(m_details.keyLines); }
    [[nodiscard]] QString keysTitle() const; //!< "Counts 4 keys"
    [[nodiscard]] QVariantList caps() const { return capRows(m_details.caps, m_asOf, m_zone); }
    [[nodiscard]] QString firstCut() const { return firstCutText(m_details.caps, m_zone); }
    [[nodiscard]] QString problem() const { return m_problem; } //!< why there is none; empty: all well
    [[nodiscard]] bool isKnown() const { return m_isKnown; } //!< false: the budget says too little yet
    [[nodiscard]] bool isSettled() const { return m_asked == m_answered && !m_pause.isActive(); }
    [[nodiscard]] QString scopeName() const { return m_details.line.scopeName; }

    void setReports(BudgetReports *reports) { m_reports = reports; }
    //! Of now; nothing of the budget before stays.
    void begin(const Budget &budget, const BudgetForm &form, const QDateTime &asOf, const QTimeZone &zone);
    //! The same one as it is edited: asked for when typing pauses.
    void follow(const Budget &budget, const BudgetForm &form);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void ask();

    BudgetReports *m_reports = nullptr;
    Budget m_budget;
    BudgetForm m_form;
    BudgetDetails m_details;
    QDateTime m_asOf;
    QTimeZone m_zone = QTimeZone::utc();
    QTimer m_pause;
    bool m_isKnown = false;
    int m_asked = 0;
    int m_answered = 0;
    QString m_problem;
};

} // namespace tollkeeper
