// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/apportion.h"

#include <algorithm>
#include <numeric>

namespace tollkeeper {
namespace {

__extension__ using Wide = __int128;

} // namespace

QList<qint64> apportion(const QList<qint64> &holdings, qint64 amount)
{
    const auto total = std::accumulate(holdings.begin(), holdings.end(), qint64(0));
    Q_ASSERT(amount >= 0 && amount <= total);
    QList<qint64> taken(holdings.size(), 0);
    if (total == 0)
        return taken;
    qint64 left = amount;
    for (qsizetype i = 0; i < holdings.size(); ++i) {
        taken[i] = static_cast<qint64>(Wide(holdings.at(i)) * amount / total);
        left -= taken.at(i);
    }
    // Rounding down leaves less than one unit per holding; the largest can best spare it.
    QList<qsizetype> bySize(holdings.size());
    std::iota(bySize.begin(), bySize.end(), qsizetype(0));
    std::stable_sort(bySize.begin(), bySize.end(),
        [&holdings](qsizetype a, qsizetype b) { return holdings.at(a) > holdings.at(b); });
    for (const auto i : bySize) {
        const auto more = std::min<qint64>(left > 0 ? 1 : 0, holdings.at(i) - taken.at(i));
        taken[i] += more;
        left -= more;
    }
    Q_ASSERT(left == 0);
    return taken;
}

} // namespace tollkeeper
