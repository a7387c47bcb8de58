// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/analytics_terms.h"

#include <QJsonObject>

#include <tl/expected.hpp>

namespace tollkeeper::simulator::analytics {

struct Filter {
    Dimension dimension = Dimension::Model;
    Operator operation = Operator::Equal;
    QStringList values = {};

    //! Whether the id of a dimension passes.
    [[nodiscard]] bool admits(const QString &id) const;
};

//! By what rows are ordered: "date", a metric or a dimension by its place in the query.
struct Order {
    enum class By : std::uint8_t { Date, Metric, Dimension };
    By by = By::Date;
    const Metric *metric = nullptr;
    std::size_t dimension = 0;
    bool ascending = false;
};

//! A question to POST /analytics/query, understood.
struct Query {
    std::vector<const Metric *> metrics = {};
    std::vector<const DimensionTerm *> dimensions = {};
    const GranularityTerm *granularity = nullptr; //!< null: no time column
    QDateTime start = {};
    QDateTime end = {};
    std::vector<Filter> filters = {};
    std::optional<Order> order = {};
    int limit = 1000;
    std::optional<int> groupLimit = {}; //!< rows per combination of dimensions
    QStringList warnings = {};
    bool byGeneration = false; //!< looks at single requests
    bool recent = false; //!< answered from what keeps single generations, 31 days back

    //! Whether all filters let it pass; those on single requests only when `origin` is one.
    [[nodiscard]] bool admits(const Origin &origin) const;
    //! The slots that start within the range and are still kept and already over.
    [[nodiscard]] Stretch stretch(const QDateTime &now) const;
};

//! Reads a body; the error is the message of a 400. `keys` resolve hashes to numbers.
[[nodiscard]] tl::expected<Query, QString> queryFrom(
    const QJsonObject &body, const std::vector<const Key *> &keys, const QDateTime &now);

} // namespace tollkeeper::simulator::analytics
