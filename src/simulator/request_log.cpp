// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/request_log.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {

void RequestLog::add(const Asked &asked)
{
    const std::scoped_lock lock(m_mutex);
    if (m_entries.size() == MostKept)
        m_entries.pop_front();
    m_entries.push_back(
        {asked.method, asked.path, asked.query, asked.headers, asked.body.size(), asked.onConnection});
}

void RequestLog::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_entries.clear();
}

int RequestLog::timesAsked(const Asked &asked) const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(std::ranges::count_if(m_entries,
        [&asked](const Entry &entry) { return entry.path == asked.path && entry.query == asked.query; }));
}

QJsonArray RequestLog::toJson(const QByteArray &match, const QByteArray &method) const
{
    const std::scoped_lock lock(m_mutex);
    QJsonArray requests;
    for (const auto &entry : m_entries) {
        if (!entry.path.startsWith(match) || (!method.isEmpty() && entry.method != method))
            continue;
        QJsonArray headers;
        for (const auto &[name, value] : entry.headers)
            headers.append(QJsonArray{QString::fromUtf8(name), QString::fromUtf8(value)});
        requests.append(QJsonObject{{u"method"_s, QString::fromUtf8(entry.method)},
            {u"path"_s, QString::fromUtf8(entry.path)}, {u"query"_s, QString::fromUtf8(entry.query)},
            {u"headers"_s, headers}, {u"bodies"_s, entry.bodyBytes > 0 ? 1 : 0},
            {u"body_bytes"_s, entry.bodyBytes}, {u"on_connection"_s, entry.onConnection}});
    }
    return requests;
}

} // namespace tollkeeper::simulator
