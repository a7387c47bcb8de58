// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translation_contexts.h"
#include "viewmodels/rotation_lines.h"
#include "words/figures.h"

#include <QPointF>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 UsualStep = 900; // seconds
constexpr int Moments = 4; // named along the axis

//! The least time between two points, in seconds.
qint64 stepOf(const QList<RotationPoint> &points)
{
    auto step = std::numeric_limits<qint64>::max();
    for (qsizetype i = 1; i < points.size(); ++i)
        step = std::min(step, points.at(i - 1).start.secsTo(points.at(i).start));
    return step == std::numeric_limits<qint64>::max() || step < 60 ? UsualStep : step;
}

//! Where nothing was spent there is no point: the gap is drawn as nothing, not as a slope.
QList<RotationPoint> withoutGaps(const QList<RotationPoint> &points, qint64 step)
{
    QList<RotationPoint> filled;
    for (const auto &point : points) {
        if (!filled.isEmpty()) {
            const auto zero = Money::fromNanos(0, point.oldKey.currency());
            const auto before = filled.constLast().start.addSecs(step);
            const auto after = point.start.addSecs(-step);
            if (before < point.start)
                filled.append({before, zero, zero});
            if (after > before)
                filled.append({after, zero, zero});
        }
        filled.append(point);
    }
    return filled;
}

} // namespace

RotationChart rotationChart(const RotationWatch &watch, const QTimeZone &zone)
{
    RotationChart chart;
    if (watch.points.isEmpty())
        return chart;
    const auto step = stepOf(watch.points);
    const auto points = withoutGaps(watch.points, step);
    auto highest = Money::fromNanos(1, points.constFirst().oldKey.currency());
    for (const auto &point : points)
        highest = std::max({highest, point.oldKey, point.newKey});
    const auto first = points.constFirst().start;
    const auto span = std::max<qint64>(step, first.secsTo(points.constLast().start));
    for (const auto &point : points) {
        const auto x = double(first.secsTo(point.start)) / double(span);
        chart.oldKey.append(QPointF(x, point.oldKey.approximate() / highest.approximate()));
        chart.newKey.append(QPointF(x, point.newKey.approximate() / highest.approximate()));
    }
    for (int i = 0; i < Moments; ++i)
        chart.times.append(timeText(first.addSecs(span * i / (Moments - 1)), zone));
    chart.title = texts::Rotation::tr("Spend per %n minutes", nullptr, static_cast<int>(step / 60));
    chart.top = moneyText(highest);
    chart.bottom = wholeMoneyText(Money::fromNanos(0, highest.currency()));
    //: %1 and %2 are money
    chart.spoken
        = texts::Rotation::tr("Since the new key was deployed the old key has spent %1 and the new key %2")
              .arg(moneyText(watch.oldSinceDeployed), moneyText(watch.newSinceDeployed));
    return chart;
}

} // namespace tollkeeper
