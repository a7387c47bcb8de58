// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/event_rows_model.h"

#include "base/translation_contexts.h"
#include "viewmodels/playground/run_words.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds LongGap = std::chrono::seconds(5);

QString momentText(milliseconds at)
{
    //: %1 is seconds since the request began
    return texts::Playground::tr("%1 s").arg(double(at.count()) / 1000, 0, 'f', 3);
}

bool isError(const ReceivedEvent &event)
{
    return event.name == u"error" || event.data.startsWith(u"{\"error\"")
        || event.data.contains(u"\"type\":\"error\"") || event.data.contains(u"\"finish_reason\":\"error\"");
}

} // namespace

void EventRowsModel::show(const ReceivedEvents &events, milliseconds total, const QString &ending)
{
    beginResetModel();
    m_rows.clear();
    auto before = milliseconds(0);
    const auto add = [this, &before](const ReceivedEvent &event) {
        const bool waited = event.at - before > LongGap;
        before = event.at;
        m_rows.append({momentText(event.at), event.name.isEmpty() ? u"data"_s : event.name, event.data,
            isError(event) ? u"danger"_s
                : waited   ? u"warn"_s
                           : QString()});
    };
    for (const auto &event : events.first)
        add(event);
    const auto left = events.total - events.first.size() - events.last.size();
    if (left > 0) {
        m_rows.append({{}, texts::Playground::tr("left out"),
            countedText(QT_TRANSLATE_NOOP("Playground", "1 event is not kept"),
                QT_TRANSLATE_N_NOOP("Playground", "%1 events are not kept"), left),
            {}});
        before = events.last.isEmpty() ? before : events.last.constFirst().at;
    }
    for (const auto &event : events.last)
        add(event);
    if (!ending.isEmpty() && events.total > 0)
        m_rows.append({momentText(total), texts::Playground::tr("close"), ending, u"danger"_s});
    endResetModel();
    Q_EMIT replaced();
}

int EventRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant EventRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const auto &row = m_rows.at(index.row());
    switch (role) {
    case TimeRole:
        return row.time;
    case KindRole:
        return row.kind;
    case TextRole:
    case Qt::DisplayRole:
        return row.text;
    case ToneRole:
        return row.tone;
    default:
        return {};
    }
}

QHash<int, QByteArray> EventRowsModel::roleNames() const
{
    return {{TimeRole, "time"}, {KindRole, "kind"}, {TextRole, "text"}, {ToneRole, "tone"}};
}

} // namespace tollkeeper
