// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <compare>
#include <functional>

namespace tollkeeper {

//! A row id that cannot be mistaken for that of another table. 0 means "not stored yet".
template<typename Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value) : m_value(value) { }

    [[nodiscard]] constexpr qint64 value() const { return m_value; }
    [[nodiscard]] constexpr bool isValid() const { return m_value > 0; }
    friend constexpr auto operator<=>(Id, Id) = default;

private:
    qint64 m_value = 0;
};

template<typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value(), seed);
}

using AccountId = Id<struct AccountTag>;
using KeyId = Id<struct KeyTag>;
using BudgetId = Id<struct BudgetTag>;
using AlertId = Id<struct AlertTag>;

} // namespace tollkeeper
