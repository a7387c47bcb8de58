// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_tree.h"

#include <QLocale>

#include <algorithm>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int OnOneLine = -1;

QByteArray quoted(QStringView text)
{
    QByteArray out = "\"";
    for (const auto byte : text.toUtf8()) {
        if (byte == '"' || byte == '\\')
            (out += '\\') += byte;
        else if (byte == '\n')
            out += "\\n";
        else if (byte == '\t')
            out += "\\t";
        else if (byte == '\r')
            out += "\\r";
        else if (static_cast<unsigned char>(byte) < 0x20)
            out += "\\u00" + QByteArray(1, byte).toHex();
        else
            out += byte;
    }
    return out + '"';
}

//! REQUIRES: what stands between the quotes of a JSON text.
QString unescaped(QByteArrayView inner)
{
    if (!inner.contains('\\'))
        return QString::fromUtf8(inner);
    const auto raw = QString::fromUtf8(inner);
    QString text;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw.at(i) != u'\\' || i + 1 >= raw.size()) {
            text += raw.at(i);
            continue;
        }
        const auto escape = raw.at(++i);
        if (escape == u'u') {
            text += QChar(QStringView(raw).sliced(i + 1).left(4).toUShort(nullptr, 16));
            i += 4;
            continue;
        }
        constexpr std::u16string_view Letters = u"nrtbf";
        constexpr std::u16string_view Meant = u"\n\r\t\b\f";
        const auto place = Letters.find(escape.unicode());
        text += place == Letters.npos ? escape : QChar(Meant.at(place));
    }
    return text;
}

void breakLine(QByteArray &out, int level)
{
    if (level != OnOneLine)
        out.append('\n').append(2 * level, ' ');
}

} // namespace

JsonTree::JsonTree(Kind kind, QByteArray scalar) : m_kind(kind), m_scalar(std::move(scalar)) { }

JsonTree JsonTree::object()
{
    return JsonTree(Kind::Object, {});
}

JsonTree JsonTree::list()
{
    return JsonTree(Kind::List, {});
}

JsonTree JsonTree::text(QStringView text)
{
    return JsonTree(Kind::Scalar, quoted(text));
}

JsonTree JsonTree::count(qint64 count)
{
    return JsonTree(Kind::Scalar, QByteArray::number(count));
}

JsonTree JsonTree::number(double number)
{
    return JsonTree(Kind::Scalar, QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
}

JsonTree JsonTree::flag(bool flag)
{
    return JsonTree(Kind::Scalar, flag ? "true" : "false");
}

JsonTree &JsonTree::set(const QString &name, JsonTree value)
{
    Q_ASSERT(isObject());
    const auto isNamed = [&name](const JsonMember &member) { return member.name == name; };
    const auto known = std::find_if(m_members.begin(), m_members.end(), isNamed);
    if (known == m_members.end()) {
        m_members.push_back({name, std::move(value)});
        return *this;
    }
    known->value = std::move(value);
    // Whoever reads it takes the last one of that name.
    m_members.erase(std::remove_if(known + 1, m_members.end(), isNamed), m_members.end());
    return *this;
}

void JsonTree::remove(QStringView name)
{
    std::erase_if(m_members, [name](const JsonMember &member) { return member.name == name; });
}

JsonTree &JsonTree::append(JsonTree value)
{
    Q_ASSERT(isList());
    m_items.push_back(std::move(value));
    return *this;
}

QString JsonTree::toText() const
{
    return isText() ? unescaped(QByteArrayView(m_scalar).sliced(1, m_scalar.size() - 2)) : QString();
}

double JsonTree::toNumber() const
{
    return isNumber() ? m_scalar.toDouble() : 0;
}

std::optional<qint64> JsonTree::toCount() const
{
    bool isWhole = false;
    const auto count = m_scalar.toLongLong(&isWhole);
    if (isWhole)
        return count;
    // "1e3" and "5.0" are whole numbers as well, exact as long as a double is.
    constexpr double Exact = 9007199254740992.0;
    const auto number = toNumber();
    const bool fits = isNumber() && number >= -Exact && number <= Exact;
    return fits && number == double(qint64(number)) ? std::optional(qint64(number)) : std::nullopt;
}

const JsonTree *JsonTree::member(QStringView name) const
{
    const auto found = std::find_if(m_members.crbegin(), m_members.crend(),
        [name](const JsonMember &member) { return member.name == name; });
    return found == m_members.crend() ? nullptr : &found->value;
}

void JsonTree::write(QByteArray &out, int level) const
{
    if (isScalar()) {
        out += m_scalar;
        return;
    }
    const auto inner = level == OnOneLine ? OnOneLine : level + 1;
    out += isObject() ? '{' : '[';
    bool isFirst = true;
    const auto begin = [&] {
        if (!std::exchange(isFirst, false))
            out += ',';
        breakLine(out, inner);
    };
    for (const auto &[name, value] : m_members) {
        begin();
        out.append(quoted(name)).append(level == OnOneLine ? ":" : ": ");
        value.write(out, inner);
    }
    for (const auto &item : m_items) {
        begin();
        item.write(out, inner);
    }
    if (!isFirst)
        breakLine(out, level);
    out += isObject() ? '}' : ']';
}

QByteArray JsonTree::compact() const
{
    QByteArray out;
    write(out, OnOneLine);
    return out;
}

QByteArray JsonTree::indented() const
{
    QByteArray out;
    write(out, 0);
    return out;
}

bool JsonTree::hasSameMembers(const JsonTree &other) const
{
    using Pointers = std::vector<const JsonMember *>;
    const auto sorted = [](const std::vector<JsonMember> &members) {
        Pointers all;
        for (const auto &member : members)
            all.push_back(&member);
        std::stable_sort(all.begin(), all.end(), [](auto *a, auto *b) { return a->name < b->name; });
        return all;
    };
    const auto mine = sorted(m_members);
    const auto theirs = sorted(other.m_members);
    return std::equal(mine.cbegin(), mine.cend(), theirs.cbegin(), theirs.cend(),
        [](auto *a, auto *b) { return a->name == b->name && a->value.saysTheSame(b->value); });
}

bool JsonTree::saysTheSame(const JsonTree &other) const
{
    if (m_kind != other.m_kind)
        return false;
    if (isObject())
        return hasSameMembers(other);
    if (isList())
        return std::equal(m_items.cbegin(), m_items.cend(), other.m_items.cbegin(), other.m_items.cend(),
            [](const JsonTree &a, const JsonTree &b) { return a.saysTheSame(b); });
    if (isText() && other.isText())
        return toText() == other.toText();
    if (isNumber() && other.isNumber())
        return toNumber() == other.toNumber();
    return m_scalar == other.m_scalar;
}

} // namespace tollkeeper
