// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/formatted_text_model.h"

#include "viewmodels/text_spans.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString nameOf(TextBlock::Kind kind)
{
    switch (kind) {
    case TextBlock::Kind::Heading:
        return u"heading"_s;
    case TextBlock::Kind::Code:
        return u"code"_s;
    case TextBlock::Kind::Quote:
        return u"quote"_s;
    case TextBlock::Kind::Item:
        return u"item"_s;
    case TextBlock::Kind::TableRow:
        return u"row"_s;
    case TextBlock::Kind::Rule:
        return u"rule"_s;
    case TextBlock::Kind::Paragraph:
        break;
    }
    return u"paragraph"_s;
}

} // namespace

void FormattedTextModel::setSource(const QString &markdown)
{
    if (m_source == markdown)
        return;
    m_source = markdown;
    const auto asked = ++m_asked;
    m_isReady = false;
    Q_EMIT sourceChanged();
    Q_EMIT readyChanged();
    auto *watcher = new QFutureWatcher<QList<TextBlock>>(this); // it goes with us, or when it has told
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, asked] {
        watcher->deleteLater();
        if (asked == m_asked)
            take(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(formattedBlocks, markdown));
}

void FormattedTextModel::take(const QList<TextBlock> &blocks)
{
    beginResetModel();
    m_blocks = blocks;
    endResetModel();
    m_isReady = true;
    Q_EMIT readyChanged();
}

int FormattedTextModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_blocks.size());
}

QVariant FormattedTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_blocks.size())
        return {};
    const auto &block = m_blocks.at(index.row());
    switch (role) {
    case KindRole:
        return nameOf(block.kind);
    case LevelRole:
        return block.level;
    case MarkerRole:
        return block.marker;
    case Qt::DisplayRole:
    case LineRole:
        return block.text;
    case SpansRole:
        return QVariant::fromValue(TextSpanList{block.spans});
    default:
        return {};
    }
}

QHash<int, QByteArray> FormattedTextModel::roleNames() const
{
    return {{KindRole, "kind"}, {LevelRole, "level"}, {MarkerRole, "marker"}, {LineRole, "line"},
        {SpansRole, "spans"}};
}

} // namespace tollkeeper
