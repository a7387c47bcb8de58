// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! What one filter can be set to, as a list with ticks. Rows that the search leaves out keep their ticks, and
//! a tick that is no longer among the choices stays in the list, so that nothing filters unseen. UI thread.
class UsageChoiceList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to UsageFilterViewModel")
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(int choices READ choices NOTIFY choicesChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY pickedChanged)
    Q_PROPERTY(bool isSet READ isSet NOTIFY pickedChanged)

public:
    enum Role { TextRole = Qt::UserRole, NoteRole, SectionRole, CheckedRole };

    struct Choice {
        QString value; //!< unique in the list
        QString text;
        QString note = {}; //!< second text, in grey
        QString section = {}; //!< choices of a section stand together
        friend bool operator==(const Choice &, const Choice &) = default;
    };

    using QAbstractListModel::QAbstractListModel;

    void setChoices(const QList<Choice> &choices);
    void setPicked(const QStringList &values);
    [[nodiscard]] QStringList picked() const { return m_picked; }
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] int choices() const { return static_cast<int>(m_choices.size()); }
    [[nodiscard]] bool isSet() const { return !m_picked.isEmpty(); }
    //! "Any", the one that is picked, or "first, 2 more".
    [[nodiscard]] QString summary() const;

    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void searchChanged();
    void choicesChanged();
    void pickedChanged();

private:
    void rebuild();
    [[nodiscard]] QString textOf(const QString &value) const;

    QList<Choice> m_choices;
    QList<Choice> m_shown;
    QStringList m_picked;
    QString m_search;
};

} // namespace tollkeeper
