// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_service.h"
#include "viewmodels/asking.h"
#include "viewmodels/rule_cells.h"

#include <QObject>

namespace tollkeeper {

//! The list of rules; switches them on and off. An answer that a later question has overtaken is dropped. UI
//! thread; what it is given must live longer.
class RulesViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::RuleService *rules READ rules WRITE setRules NOTIFY partnersChanged REQUIRED)
    Q_PROPERTY(tollkeeper::ChannelService *channels READ channels WRITE setChannels NOTIFY partnersChanged)
    Q_PROPERTY(QString zone READ zone WRITE setZone NOTIFY rowsChanged)
    Q_PROPERTY(QString today READ today WRITE setToday NOTIFY rowsChanged)
    Q_PROPERTY(State state READ state NOTIFY rowsChanged)
    Q_PROPERTY(QString problemTitle READ problemTitle NOTIFY rowsChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY rowsChanged)
    Q_PROPERTY(QString saveProblem READ saveProblem NOTIFY rowsChanged)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    Q_PROPERTY(QString lastRaisedTitle READ lastRaisedTitle NOTIFY rowsChanged)

public:
    enum class State { Loading, Ready, Failed };
    Q_ENUM(State)

    using QObject::QObject;

    [[nodiscard]] RuleService *rules() const { return m_service; }
    void setRules(RuleService *rules);
    [[nodiscard]] ChannelService *channels() const { return m_channels; }
    void setChannels(ChannelService *channels);
    [[nodiscard]] QString zone() const { return QString::fromLatin1(m_zone.id()); } //!< reporting zone
    void setZone(const QString &zone);
    [[nodiscard]] QString today() const { return m_today.toString(Qt::ISODate); } //!< of that zone
    void setToday(const QString &day);
    [[nodiscard]] State state() const { return m_asking.state(); }
    [[nodiscard]] QString problemTitle() const { return m_asking.problemTitle(); }
    [[nodiscard]] QString problem() const { return m_asking.problem(); }
    [[nodiscard]] QString saveProblem() const { return m_saveProblem; } //!< why a switch did not move
    [[nodiscard]] QVariantList rows() const { return m_rows; } //!< of RuleCells
    [[nodiscard]] QString lastRaisedTitle() const; //!< "Last raised (UTC)"

    Q_INVOKABLE void reload();
    Q_INVOKABLE void toggle(int row);
    //! The row of a kind of rule, by its word of toText(AlertKind); -1: none.
    [[nodiscard]] Q_INVOKABLE int rowOf(const QString &kind) const;

    //! nullptr: no such row.
    [[nodiscard]] const RuleLine *line(int row) const;
    [[nodiscard]] const QList<Channel> &knownChannels() const { return m_known; }
    [[nodiscard]] const QTimeZone &timeZone() const { return m_zone; }

Q_SIGNALS:
    void partnersChanged();
    void rowsChanged();

private:
    void askChannels();
    void rebuild();

    RuleService *m_service = nullptr;
    ChannelService *m_channels = nullptr;
    QList<RuleLine> m_lines;
    QList<Channel> m_known;
    QVariantList m_rows;
    QTimeZone m_zone = QTimeZone::utc();
    QDate m_today;
    Asking<State> m_asking;
    QString m_saveProblem;
};

} // namespace tollkeeper
