// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/budget.h"

#include "base/decimal.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array NoticeWords{"not_wanted"_L1, "intended"_L1, "shown"_L1, "unavailable"_L1};

} // namespace

QList<int> reachedThresholds(const Budget &budget, Money spent)
{
    QList<int> reached;
    for (const auto percent : budget.thresholds) {
        if (budget.limit.nanos() > 0 && spent.nanos() >= scaledHalfEven(budget.limit.nanos(), percent, 100))
            reached.append(percent);
    }
    std::sort(reached.begin(), reached.end());
    return reached;
}

AlertSeverity severityOf(int threshold)
{
    return threshold >= 100 ? AlertSeverity::Critical : AlertSeverity::Warning;
}

QLatin1StringView toText(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Critical:
        return "critical"_L1;
    case AlertSeverity::Warning:
        return "warning"_L1;
    case AlertSeverity::Info:
        break;
    }
    return "info"_L1;
}

QLatin1StringView toText(Notice notice)
{
    return NoticeWords.at(static_cast<std::size_t>(notice));
}

Notice noticeFromText(QStringView text)
{
    for (std::size_t i = 0; i < NoticeWords.size(); ++i) {
        if (NoticeWords.at(i) == text)
            return static_cast<Notice>(i);
    }
    return Notice::NotWanted;
}

} // namespace tollkeeper
