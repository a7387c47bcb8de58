// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace tollkeeper {

//! Texts of which nothing may be told, found in another text in whatever way it writes them: as they are,
//! escaped as JSON or as in an address, once or more, in other case, with other white space and punctuation.
//! A stretch counts from 24 characters on, or 16 letters and digits. Any thread.
class UntoldTexts {
public:
    //! Its stretches; of a text that is shorter than one, the whole between the bounds of words.
    void addMessage(const QString &text);
    //! Its stretches only.
    void addStretches(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_long.isEmpty() && m_short.isEmpty(); }
    [[nodiscard]] bool isIn(QStringView text) const;
    //! With a bar in place of each stretch. A bar itself is never part of one, so that nothing is found in
    //! what is left.
    [[nodiscard]] QString masked(const QString &text) const;
    static constexpr QChar Bar{0x2588};

private:
    //! For each character of a text, whether it belongs to one of them.
    [[nodiscard]] std::vector<bool> placesIn(QStringView text) const;

    QStringList m_long;
    QStringList m_short;
};

} // namespace tollkeeper
