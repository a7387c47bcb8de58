// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace tollkeeper {

//! Texts that stand in many rows, such as model names, share their memory. Bounded: a column of ever new
//! texts makes it forget. Rows that go to another thread must not share it with rows that come later: both
//! threads would count its users, and wait for each other at every row.
class TextPool {
public:
    [[nodiscard]] QString text(QByteArrayView utf8)
    {
        if (utf8.isEmpty())
            return {};
        const auto known = m_texts.constFind(QByteArray::fromRawData(utf8.data(), utf8.size()));
        if (known != m_texts.constEnd())
            return *known;
        if (m_texts.size() >= Most)
            m_texts.clear();
        return *m_texts.insert(utf8.toByteArray(), QString::fromUtf8(utf8));
    }

    void forget() { m_texts.clear(); }

private:
    static constexpr qsizetype Most = 4096;
    QHash<QByteArray, QString> m_texts;
};

} // namespace tollkeeper
