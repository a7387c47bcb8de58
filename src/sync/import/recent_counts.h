// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

namespace tollkeeper {

//! Counts how often each of many values came, in bounded memory: values are forgotten after at least
//! `reach` others came. What is remembered depends on the order of the values alone.
class RecentCounts {
public:
    explicit RecentCounts(qsizetype reach = 250'000) : m_reach(reach) { }

    //! How often the value came before.
    [[nodiscard]] int count(quint64 value)
    {
        if (m_recent.size() >= m_reach) {
            m_older.swap(m_recent);
            m_recent.clear();
        }
        const auto known = m_recent.find(value);
        if (known != m_recent.end())
            return (*known)++;
        const auto before = m_older.value(value, 0);
        m_recent.insert(value, before + 1);
        return before;
    }

private:
    qsizetype m_reach;
    QHash<quint64, int> m_recent;
    QHash<quint64, int> m_older;
};

} // namespace tollkeeper
