// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStringList>
#include <QTimer>
#include <qqmlregistration.h>

namespace tollkeeper {

//! A text that grows, as pieces short enough to be laid out at once: one line of it each, long lines cut
//! behind a word. What arrives is shown in steps of one frame, whatever its speed, so that a view redraws its
//! last piece only. UI thread.
class StreamTextModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a run")
    Q_PROPERTY(int pieces READ pieces NOTIFY grown)
    Q_PROPERTY(qsizetype characters READ characters NOTIFY grown)

public:
    enum Role { TextRole = Qt::UserRole };
    static constexpr qsizetype LongestPiece = 400;

    explicit StreamTextModel(QObject *parent = nullptr);

    void clear();
    void append(const QString &text);
    //! Shows what waits for the next frame.
    void flush();
    [[nodiscard]] int pieces() const { return int(m_pieces.size()); }
    [[nodiscard]] qsizetype characters() const { return m_characters; } //!< shown so far
    [[nodiscard]] Q_INVOKABLE QString whole() const { return m_whole; } //!< everything that has arrived

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override; //!< "line"

Q_SIGNALS:
    void grown();

private:
    QString m_whole;
    QString m_waiting;
    QStringList m_pieces;
    qsizetype m_characters = 0;
    bool m_endsLine = true; //!< the last piece is whole: what follows begins another one
    QTimer m_frame;
};

} // namespace tollkeeper
