// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/stream_text_model.h"

#include <algorithm>
#include <utility>

namespace tollkeeper {
namespace {

constexpr int FrameMs = 16;

//! Where a piece that has no room left is cut: behind its last blank, unless that is far back.
qsizetype cutOf(const QString &piece)
{
    constexpr qsizetype LongestWord = 60;
    const auto blank = piece.lastIndexOf(u' ');
    return blank >= piece.size() - LongestWord ? blank + 1 : piece.size();
}

//! How many of the characters from `from` on fit into `room`, without cutting a character in two.
qsizetype fitting(const QString &text, qsizetype from, qsizetype room)
{
    const auto end = std::min(from + room, text.size());
    const bool cutsPair = end < text.size() && end > from && text.at(end - 1).isHighSurrogate();
    return end - from - (cutsPair ? 1 : 0);
}

} // namespace

StreamTextModel::StreamTextModel(QObject *parent) : QAbstractListModel(parent)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(FrameMs);
    connect(&m_frame, &QTimer::timeout, this, &StreamTextModel::flush);
}

void StreamTextModel::clear()
{
    m_frame.stop();
    beginResetModel();
    m_whole.clear();
    m_waiting.clear();
    m_pieces.clear();
    m_characters = 0;
    m_endsLine = true;
    endResetModel();
    Q_EMIT grown();
}

void StreamTextModel::append(const QString &text)
{
    m_whole += text;
    m_waiting += text;
    if (!m_frame.isActive())
        m_frame.start();
}

void StreamTextModel::flush()
{
    m_frame.stop();
    if (m_waiting.isEmpty())
        return;
    const auto waiting = std::exchange(m_waiting, {});
    const bool continues = !m_endsLine;
    auto piece = continues ? m_pieces.takeLast() : QString();
    QStringList fresh;
    bool isOpen = continues;
    for (qsizetype at = 0; at < waiting.size();) {
        const auto room = fitting(waiting, at, LongestPiece - piece.size());
        // No further than one piece: a text without line ends would be looked through again and again.
        const auto lineEnd = QStringView(waiting).mid(at, room + 1).indexOf(u'\n');
        const auto taken = lineEnd < 0 ? room : lineEnd;
        piece += QStringView(waiting).mid(at, taken);
        at += taken;
        isOpen = at == waiting.size();
        if (isOpen)
            break;
        if (lineEnd >= 0) {
            ++at;
            fresh.append(std::exchange(piece, {}));
            continue;
        }
        const auto cut = cutOf(piece);
        fresh.append(piece.first(cut));
        piece = piece.mid(cut);
    }
    if (isOpen)
        fresh.append(piece);
    m_endsLine = !isOpen;
    m_characters += waiting.size();

    const auto first = m_pieces.size();
    if (continues) {
        m_pieces.append(fresh.takeFirst());
        Q_EMIT dataChanged(index(int(first)), index(int(first)), {TextRole});
    }
    if (!fresh.isEmpty()) {
        const auto from = int(m_pieces.size());
        beginInsertRows({}, from, from + int(fresh.size()) - 1);
        m_pieces += fresh;
        endInsertRows();
    }
    Q_EMIT grown();
}

int StreamTextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_pieces.size());
}

QVariant StreamTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_pieces.size() || (role != TextRole && role != Qt::DisplayRole))
        return {};
    return m_pieces.at(index.row());
}

QHash<int, QByteArray> StreamTextModel::roleNames() const
{
    return {{TextRole, "line"}};
}

} // namespace tollkeeper
