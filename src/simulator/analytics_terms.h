// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/world.h"

#include <array>

namespace tollkeeper::simulator::analytics {

//! What one row of an answer adds up.
struct Cell {
    Figures figures = {};
    qint64 byokRequests = 0;
    qint64 cacheNanos = 0; //!< nano-dollars paid for prompt tokens read from a cache

    void add(const SeriesSpec &series, const Figures &part);
    [[nodiscard]] bool isEmpty() const { return figures == Figures(); }
};

//! How a metric is written: a count as text, a cost and a share as numbers, a part of the cost as null where
//! it is nothing.
enum class Writing : std::uint8_t { CountText, Cost, CostPart, Share };

struct Metric {
    QByteArray name;
    QByteArray label;
    Writing writing = Writing::CountText;
    bool recent = false; //!< known for the last 31 days only
    qint64 (*value)(const Cell &cell) = nullptr; //!< a count, nano-dollars, or billionths
};

enum class Dimension : std::uint8_t { Model, Variant, ApiKey, Workspace, Provider, Generation };

struct DimensionTerm {
    QByteArray name;
    QByteArray label;
    Dimension dimension = Dimension::Model;
    bool recent = false;
};

enum class Granularity : std::uint8_t { Minute, Hour, Day, Week, Month };

struct GranularityTerm {
    QByteArray name;
    QByteArray label;
    Granularity granularity = Granularity::Day;
};

enum class Operator : std::uint8_t { Equal, NotEqual, In, NotIn, Greater, GreaterOrEqual, Less, LessOrEqual };

struct OperatorTerm {
    QByteArray name;
    Operator operation = Operator::Equal;
    bool takesList = false;
};

[[nodiscard]] const std::vector<Metric> &metrics();
[[nodiscard]] const std::vector<DimensionTerm> &dimensions();
[[nodiscard]] const std::array<GranularityTerm, 5> &granularities();
[[nodiscard]] const std::array<OperatorTerm, 8> &operators();

//! Where some figures come from.
struct Origin {
    const Key &key;
    const SpendSeries &series;
    QByteArray generation = {}; //!< the id of one request; empty where many are meant
};

//! What a filter on the dimension compares: the number of a key, the id of a workspace.
[[nodiscard]] QString idOf(Dimension dimension, const Origin &origin);
//! What a row shows: the name of a key or a workspace, which another one may share.
[[nodiscard]] QString labelOf(Dimension dimension, const Origin &origin);

} // namespace tollkeeper::simulator::analytics
