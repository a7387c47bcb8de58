// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_tree.h"

#include <QJsonDocument>

#include <algorithm>

namespace tollkeeper {

//! Takes apart what QJsonDocument has found to be JSON; that also bounds how deep it goes.
class JsonTreeReader {
public:
    explicit JsonTreeReader(QByteArrayView bytes) : m_bytes(bytes) { }

    JsonTree read()
    {
        skipBlanks();
        if (next() == '{')
            return readObject();
        if (next() == '[')
            return readList();
        const auto start = m_at;
        if (next() == '"')
            skipText();
        else
            skipWord();
        return JsonTree(JsonTree::Kind::Scalar, m_bytes.sliced(start, m_at - start).toByteArray());
    }

private:
    [[nodiscard]] char next() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }

    void skipBlanks()
    {
        while (m_at < m_bytes.size() && QByteArrayView(" \t\r\n").contains(next()))
            ++m_at;
    }

    void skipText()
    {
        for (++m_at; m_at < m_bytes.size() && next() != '"'; ++m_at) {
            if (next() == '\\')
                ++m_at;
        }
        m_at = std::min(m_at + 1, m_bytes.size());
    }

    void skipWord()
    {
        while (m_at < m_bytes.size() && !QByteArrayView(",]} \t\r\n").contains(next()))
            ++m_at;
    }

    //! Over a separator; false: the end has come.
    bool goesOn(char end)
    {
        skipBlanks();
        if (next() == ',')
            ++m_at;
        skipBlanks();
        if (m_at < m_bytes.size() && next() != end)
            return true;
        m_at = std::min(m_at + 1, m_bytes.size());
        return false;
    }

    JsonTree readList()
    {
        auto list = JsonTree::list();
        ++m_at;
        while (goesOn(']'))
            list.append(read());
        return list;
    }

    JsonTree readObject()
    {
        auto object = JsonTree::object();
        ++m_at;
        while (goesOn('}')) {
            const auto name = read().toText();
            skipBlanks();
            ++m_at; // the colon
            object.m_members.push_back({name, read()});
        }
        return object;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

std::optional<JsonTree> JsonTree::parsed(QByteArrayView bytes)
{
    const auto whole = QByteArray::fromRawData(bytes.data(), bytes.size());
    if (QJsonDocument::fromJson(whole).isNull())
        return std::nullopt;
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    return JsonTreeReader(bytes).read();
}

} // namespace tollkeeper
