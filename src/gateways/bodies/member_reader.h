// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_tree.h"

#include <QByteArrayView>

namespace tollkeeper {

//! Reads members of an object that may be absent or null, and remembers the first one that is of another kind
//! than wanted. The object must live longer.
class MemberReader {
public:
    //! `fault` gets the name of the first wrong member, behind `place`; it is shared by the readers of a
    //! body.
    MemberReader(const JsonTree *object, QString &fault, QString place = {})
        : m_object(object), m_fault(fault), m_place(std::move(place))
    {
    }

    [[nodiscard]] QString text(QLatin1StringView name);
    [[nodiscard]] std::optional<double> number(QLatin1StringView name);
    [[nodiscard]] std::optional<qint64> count(QLatin1StringView name); //!< a whole number from 1 on
    [[nodiscard]] bool flag(QLatin1StringView name);
    [[nodiscard]] const JsonTree *object(QLatin1StringView name); //!< null: absent
    [[nodiscard]] const JsonTree *list(QLatin1StringView name); //!< null: absent
    [[nodiscard]] const JsonTree *any(QLatin1StringView name) const; //!< null: absent
    void mustBeThere(QLatin1StringView name);
    void isWrong(QLatin1StringView name);

private:
    template<typename Check>
    const JsonTree *ofKind(QLatin1StringView name, Check check);

    const JsonTree *m_object;
    QString &m_fault;
    QString m_place;
};

} // namespace tollkeeper
