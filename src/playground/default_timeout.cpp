// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/default_timeout.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using std::chrono::seconds;

constexpr seconds Small{30};
constexpr seconds Ordinary{60};
constexpr seconds Large{120};
constexpr seconds Reasoning{300};

struct Word {
    QLatin1StringView word;
    seconds timeout;
};

// The slower kind wins where a name has words of two: "o4-mini-deep-research" is no quick one. Hence the
// order.
constexpr std::array Words{
    Word{"research"_L1, Reasoning},
    Word{"reasoning"_L1, Reasoning},
    Word{"reasoner"_L1, Reasoning},
    Word{"thinking"_L1, Reasoning},
    Word{"o1"_L1, Reasoning},
    Word{"o3"_L1, Reasoning},
    Word{"o4"_L1, Reasoning},
    Word{"r1"_L1, Reasoning},
    Word{"qwq"_L1, Reasoning},
    Word{"magistral"_L1, Reasoning},
    // "flash", "mini" and the like tell more than "pro" and "large", so they come first.
    Word{"mini"_L1, Small},
    Word{"nano"_L1, Small},
    Word{"micro"_L1, Small},
    Word{"tiny"_L1, Small},
    Word{"small"_L1, Small},
    Word{"lite"_L1, Small},
    Word{"flash"_L1, Small},
    Word{"fast"_L1, Small},
    Word{"instant"_L1, Small},
    Word{"haiku"_L1, Small},
    Word{"opus"_L1, Large},
    Word{"large"_L1, Large},
    Word{"ultra"_L1, Large},
    Word{"pro"_L1, Large},
    Word{"max"_L1, Large},
};

constexpr double SmallBillions = 14;
constexpr double LargeBillions = 65;

//! "llama-3.3-70b": billions of parameters.
seconds bySize(const QString &name)
{
    static const QRegularExpression size(uR"((?:^|[^a-z0-9.])(\d+(?:\.\d+)?)b(?![a-z0-9]))"_s);
    const auto found = size.match(name);
    if (!found.hasMatch())
        return Ordinary;
    const auto billions = found.captured(1).toDouble();
    if (billions <= SmallBillions)
        return Small;
    return billions >= LargeBillions ? Large : Ordinary;
}

} // namespace

seconds defaultTimeout(QStringView model)
{
    static const QRegularExpression between(u"[^a-z0-9]+"_s);
    const auto name = model.toString().toLower();
    const auto parts = name.split(between, Qt::SkipEmptyParts);
    const auto known = std::find_if(Words.cbegin(), Words.cend(),
        [&parts](const Word &entry) { return parts.contains(QString(entry.word)); });
    return known == Words.cend() ? bySize(name) : known->timeout;
}

} // namespace tollkeeper
