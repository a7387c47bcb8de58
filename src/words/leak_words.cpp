// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/leak_words.h"

#include "base/translation_contexts.h"

#include <QStringList>

namespace tollkeeper {
namespace {

//! What must not leave this machine, in words.
QString leakName(const QString &fact)
{
    if (fact == u"secret")
        return texts::Explain::tr("a key that is kept here");
    if (fact == u"key")
        return texts::Explain::tr("something that looks like a key");
    if (fact == u"prompt")
        return texts::Explain::tr("part of what was asked");
    if (fact == u"answer")
        return texts::Explain::tr("part of what was answered");
    return fact;
}

} // namespace

Explanation explainLeak(const Error &error)
{
    QStringList names;
    for (const auto &fact : error.detail.split(QStringLiteral(", "), Qt::SkipEmptyParts))
        names.append(leakName(fact));
    if (names.isEmpty())
        names.append(texts::Explain::tr("something that must not leave this machine"));
    //: %1 lists what was found, such as "something that looks like a key"
    return {texts::Explain::tr("The bundle was held back"),
        texts::Explain::tr(
            "The bundle would have held %1, so it was not made. Nothing was changed, and nothing has left "
            "this "
            "machine. Quote the ids and times by hand.")
            .arg(names.join(QStringLiteral(", ")))};
}

} // namespace tollkeeper
