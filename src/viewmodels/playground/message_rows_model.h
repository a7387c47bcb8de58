// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/send_order.h"

#include <QAbstractListModel>
#include <qqmlregistration.h>

namespace tollkeeper {

//! The messages of a request as they are edited: what the model is told beforehand first, then the turns. UI
//! thread.
class MessageRowsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a composer")

public:
    //! In QML: role ("system", "user", "assistant"), text, tokens ("164 tokens").
    enum Role { RoleRole = Qt::UserRole, TextRole, TokensRole };

    using QAbstractListModel::QAbstractListModel;

    void show(const QString &system, const QList<ChatMessage> &messages);
    [[nodiscard]] const QString &system() const { return m_system; }
    [[nodiscard]] const QList<ChatMessage> &messages() const { return m_messages; }

    Q_INVOKABLE void setText(int row, const QString &text);
    Q_INVOKABLE void setIsAssistant(int row, bool isAssistant); //!< not of the first row
    Q_INVOKABLE void addMessage(); //!< of the one whose turn it is
    Q_INVOKABLE void removeMessage(int row); //!< not the first row, nor the last message

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void edited(); //!< by a person: text, roles or number

private:
    QString m_system;
    QList<ChatMessage> m_messages{ChatMessage()};
};

} // namespace tollkeeper
