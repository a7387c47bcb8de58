// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/untold_texts.h"

#include <QSet>
#include <QString>

namespace tollkeeper {

//! A support bundle while it is written. Remembers which lines are this program's own, so that a scan of what
//! was told by others need not trip over them.
class BundleText {
public:
    //! `untold`: never told; must live longer.
    explicit BundleText(QList<const UntoldTexts *> untold) : m_untold(std::move(untold)) { }

    //! A line of our own words and of what is no secret: names of models, times, counts.
    void own(const QString &line);
    void own(const QString &label, const QString &value); //!< nothing where the value is empty
    //! What somebody else said, on one line; nothing where it is empty.
    void told(const QString &label, const QString &value);
    //! An id somebody else gave: left whole however long it is, but for keys.
    void toldId(const QString &label, const QString &id);
    //! The same on as many lines as it has.
    void block(const QString &label, const QString &text);
    void header(const QString &name, const QString &value);

    [[nodiscard]] const QString &text() const { return m_text; }
    //! What of a text of this form others have said: without lines of our own, our labels and ids.
    [[nodiscard]] QString toldIn(const QString &text) const;
    //! Without the ids, which may look like keys.
    [[nodiscard]] QString withoutGivenIds(QString text) const;

    //! What others said as it may be told.
    [[nodiscard]] QString tellable(QString text) const;

private:
    QList<const UntoldTexts *> m_untold;
    QString m_text;
    QSet<QString> m_ownLines;
    QSet<QString> m_labels;
    QStringList m_ids;
};

} // namespace tollkeeper
