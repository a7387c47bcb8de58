// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/iso_duration.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {

std::optional<std::chrono::seconds> isoDuration(const QString &text)
{
    static const QRegularExpression shape(
        u"^P(?=[0-9T])(?:([0-9]{1,5})D)?"
        u"(?:T(?=[0-9])(?:([0-9]{1,6})H)?(?:([0-9]{1,7})M)?(?:([0-9]{1,8})S)?)?\\z"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&match](int group) { return match.captured(group).toLongLong(); };
    return std::chrono::seconds(((part(1) * 24 + part(2)) * 60 + part(3)) * 60 + part(4));
}

} // namespace tollkeeper::simulator
