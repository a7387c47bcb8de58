// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/masked_pieces.h"

#include "base/configuration.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr QChar Ellipsis(0x2026);

//! How many characters at the end of a text are the beginning of a key, but not all of it.
qsizetype begunAtEnd(QStringView text, QStringView key)
{
    for (auto length = std::min(text.size(), key.size() - 1); length > 0; --length) {
        if (text.endsWith(key.first(length)))
            return length;
    }
    return 0;
}

} // namespace

MaskedPieces::MaskedPieces(std::shared_ptr<const Secret> secret) : m_secret(std::move(secret))
{
    if (!m_secret || m_secret->isEmpty())
        return;
    QByteArrayList keys{m_secret->reveal()};
    if (m_secret->isConfiguration())
        keys += secretValuesIn(m_secret->reveal());
    for (const auto &key : keys)
        m_keys.append(QString::fromUtf8(key));
}

QString MaskedPieces::add(const QString &piece)
{
    auto text = std::exchange(m_held, {}) + piece;
    for (const auto &key : m_keys)
        text.replace(key, QString(Ellipsis));
    m_held = text.last(heldIn(text));
    text.chop(m_held.size());
    return text;
}

QString MaskedPieces::rest()
{
    const auto held = std::exchange(m_held, {});
    return m_secret ? m_secret->maskedIn(held) : held;
}

//! An ellipsis behind the beginning of a key marks a text that was cut, if nothing follows.
qsizetype MaskedPieces::heldIn(QStringView text) const
{
    const qsizetype mark = text.endsWith(Ellipsis) ? 1 : 0;
    qsizetype longest = 0;
    for (const auto &key : m_keys)
        longest = std::max(longest, begunAtEnd(text.chopped(mark), key));
    return longest > 0 ? longest + mark : 0;
}

} // namespace tollkeeper
