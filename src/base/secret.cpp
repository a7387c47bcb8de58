// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include "base/configuration.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype ShortestCut = 8; // less of a key's beginning tells nothing
const QByteArray Ellipsis = "\u2026"_ba;

//! Masks the beginning of a key at the end of a text that was cut.
void maskCut(QByteArray &text, const QByteArray &key)
{
    const auto mark = text.endsWith(Ellipsis) ? Ellipsis.size() : 0;
    const auto end = QByteArrayView(text).chopped(mark);
    for (auto length = std::min(end.size(), key.size() - 1); length >= ShortestCut; --length) {
        if (end.endsWith(QByteArrayView(key).first(length))) {
            text.truncate(end.size() - length);
            text += Ellipsis;
            return;
        }
    }
}

} // namespace

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    // Detaching would copy: only the sole owner can overwrite.
    if (m_bytes.isDetached())
        std::fill(m_bytes.begin(), m_bytes.end(), '\0');
    m_bytes.clear();
}

Result<Secret> Secret::fromInput(const QByteArray &typed)
{
    auto bytes = typed.trimmed();
    if (bytes.isEmpty())
        return fail(Error::Kind::InvalidInput, u"key is empty"_s);
    if (bytes.startsWith('{') || bytes.startsWith("\xef\xbb\xbf{")) {
        auto line = compactJson(bytes);
        if (!line)
            return fail(line.error());
        line->detach();
        return Secret(*std::move(line));
    }
    const bool visible
        = std::all_of(bytes.cbegin(), bytes.cend(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!visible)
        return fail(Error::Kind::InvalidInput, u"key has characters that a key cannot have"_s);
    bytes.detach();
    return Secret(std::move(bytes));
}

Result<Secret> Secret::fromPassword(const QByteArray &typed)
{
    auto bytes = typed;
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    if (bytes.isEmpty())
        return fail(Error::Kind::InvalidInput, u"password is empty"_s);
    const bool isControlled = std::any_of(bytes.cbegin(), bytes.cend(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
    if (isControlled || !bytes.isValidUtf8())
        return fail(Error::Kind::InvalidInput, u"password has characters that a password cannot have"_s);
    bytes.detach();
    return Secret(std::move(bytes));
}

Secret Secret::copy() const
{
    return Secret(QByteArray(m_bytes.constData(), m_bytes.size()));
}

QJsonObject Secret::strategies() const
{
    return isConfiguration() ? strategiesIn(m_bytes) : QJsonObject();
}

QString Secret::masked() const
{
    if (isConfiguration())
        return u"{…}"_s;
    if (m_bytes.size() < 12)
        return u"…"_s;
    const auto prefix = m_bytes.left(9).lastIndexOf('-') + 1;
    return QString::fromLatin1(m_bytes.left(prefix)) + u"…"_s + QString::fromLatin1(m_bytes.right(4));
}

QList<QByteArray> Secret::parts() const
{
    if (isEmpty())
        return {};
    QList<QByteArray> parts{m_bytes};
    if (isConfiguration())
        parts += secretValuesIn(m_bytes);
    return parts;
}

bool Secret::isIn(QByteArrayView text) const
{
    const auto all = parts();
    return std::any_of(
        all.cbegin(), all.cend(), [text](const QByteArray &part) { return text.contains(part); });
}

QByteArray Secret::maskedIn(QByteArray text) const
{
    const auto all = parts();
    for (const auto &key : all) {
        text.replace(key, Ellipsis);
        maskCut(text, key);
    }
    return text;
}

QString Secret::maskedIn(const QString &text) const
{
    return QString::fromUtf8(maskedIn(text.toUtf8()));
}

QString Secret::fingerprint() const
{
    return QString::fromLatin1(QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex().left(8));
}

} // namespace tollkeeper
