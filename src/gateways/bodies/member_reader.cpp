// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/bodies/member_reader.h"

namespace tollkeeper {

const JsonTree *MemberReader::any(QLatin1StringView name) const
{
    const auto *value = m_object ? m_object->member(QString(name)) : nullptr;
    return value && !value->isNull() ? value : nullptr;
}

void MemberReader::isWrong(QLatin1StringView name)
{
    if (m_fault.isEmpty())
        m_fault = m_place.isEmpty() ? QString(name) : m_place + u'.' + name;
}

void MemberReader::mustBeThere(QLatin1StringView name)
{
    if (!any(name))
        isWrong(name);
}

template<typename Check>
const JsonTree *MemberReader::ofKind(QLatin1StringView name, Check check)
{
    const auto *value = any(name);
    if (!value || check(*value))
        return value;
    isWrong(name);
    return nullptr;
}

QString MemberReader::text(QLatin1StringView name)
{
    const auto *value = ofKind(name, [](const JsonTree &tree) { return tree.isText(); });
    return value ? value->toText() : QString();
}

std::optional<double> MemberReader::number(QLatin1StringView name)
{
    const auto *value = ofKind(name, [](const JsonTree &tree) { return tree.isNumber(); });
    return value ? std::optional(value->toNumber()) : std::nullopt;
}

std::optional<qint64> MemberReader::count(QLatin1StringView name)
{
    const auto isCount = [](const JsonTree &tree) { return tree.toCount().value_or(0) >= 1; };
    const auto *value = ofKind(name, isCount);
    return value ? value->toCount() : std::nullopt;
}

bool MemberReader::flag(QLatin1StringView name)
{
    const auto *value = ofKind(name, [](const JsonTree &tree) { return tree.isFlag(); });
    return value && value->toFlag();
}

const JsonTree *MemberReader::object(QLatin1StringView name)
{
    return ofKind(name, [](const JsonTree &tree) { return tree.isObject(); });
}

const JsonTree *MemberReader::list(QLatin1StringView name)
{
    return ofKind(name, [](const JsonTree &tree) { return tree.isList(); });
}

} // namespace tollkeeper
