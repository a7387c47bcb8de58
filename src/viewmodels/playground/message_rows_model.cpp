// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/message_rows_model.h"

#include "playground/cost_estimate.h"
#include "words/figures.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString tokensText(const QString &text)
{
    const auto tokens = estimatedTokens(text);
    //: how many tokens a text is about; %1 is the same number with separators
    return tokens == 1 ? QCoreApplication::translate("Playground", "1 token")
                       : QCoreApplication::translate("Playground", "%1 tokens").arg(countText(tokens));
}

} // namespace

void MessageRowsModel::show(const QString &system, const QList<ChatMessage> &messages)
{
    if (m_system == system && m_messages == messages)
        return;
    beginResetModel();
    m_system = system;
    m_messages = messages;
    if (m_messages.isEmpty())
        m_messages.append(ChatMessage());
    endResetModel();
}

void MessageRowsModel::setText(int row, const QString &text)
{
    if (row < 0 || row > m_messages.size())
        return;
    auto &held = row == 0 ? m_system : m_messages[row - 1].text;
    if (held == text)
        return;
    held = text;
    Q_EMIT dataChanged(index(row), index(row), {TextRole, TokensRole});
    Q_EMIT edited();
}

void MessageRowsModel::setIsAssistant(int row, bool isAssistant)
{
    if (row < 1 || row > m_messages.size())
        return;
    const auto role = isAssistant ? ChatMessage::Role::Assistant : ChatMessage::Role::User;
    if (std::exchange(m_messages[row - 1].role, role) == role)
        return;
    Q_EMIT dataChanged(index(row), index(row), {RoleRole});
    Q_EMIT edited();
}

void MessageRowsModel::addMessage()
{
    ChatMessage message;
    message.role = m_messages.constLast().role == ChatMessage::Role::User ? ChatMessage::Role::Assistant
                                                                          : ChatMessage::Role::User;
    const auto row = int(m_messages.size()) + 1;
    beginInsertRows({}, row, row);
    m_messages.append(message);
    endInsertRows();
    Q_EMIT edited();
}

void MessageRowsModel::removeMessage(int row)
{
    if (row < 1 || row > m_messages.size() || m_messages.size() == 1)
        return;
    beginRemoveRows({}, row, row);
    m_messages.removeAt(row - 1);
    endRemoveRows();
    Q_EMIT edited();
}

int MessageRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_messages.size()) + 1;
}

QVariant MessageRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() > m_messages.size())
        return {};
    const bool isSystem = index.row() == 0;
    const auto &text = isSystem ? m_system : m_messages.at(index.row() - 1).text;
    switch (role) {
    case RoleRole:
        return isSystem                                                      ? u"system"_s
            : m_messages.at(index.row() - 1).role == ChatMessage::Role::User ? u"user"_s
                                                                             : u"assistant"_s;
    case TextRole:
    case Qt::DisplayRole:
        return text;
    case TokensRole:
        return tokensText(text);
    default:
        return {};
    }
}

QHash<int, QByteArray> MessageRowsModel::roleNames() const
{
    return {{RoleRole, "role"}, {TextRole, "text"}, {TokensRole, "tokens"}};
}

} // namespace tollkeeper
