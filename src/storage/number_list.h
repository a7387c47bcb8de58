// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tollkeeper {

//! A list of numbers or ids as one column: "50 80 100".
template<typename Number>
[[nodiscard]] QString numberListText(const QList<Number> &numbers)
{
    QStringList words;
    for (const auto number : numbers) {
        if constexpr (std::is_integral_v<Number>)
            words.append(QString::number(number));
        else
            words.append(QString::number(number.value()));
    }
    return words.join(u' ');
}

template<typename Number>
[[nodiscard]] QList<Number> numberListFrom(const QString &text)
{
    QList<Number> numbers;
    for (const auto &word : text.split(u' ', Qt::SkipEmptyParts))
        numbers.append(Number(word.toInt()));
    return numbers;
}

} // namespace tollkeeper
