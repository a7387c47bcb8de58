// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/panel_selection.h"

#include "simulator/calendar.h"
#include "simulator/catalogue.h"
#include "simulator/panel_envelope.h"
#include "simulator/panel_parts.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::panel {
namespace {

//! All keys, or the one that is named.
tl::expected<std::vector<const Key *>, Answer> keysAsked(const Visit &visit)
{
    auto keys = ownKeys(visit.world);
    const auto text = visit.asked.parameter(u"api_key_id"_s);
    if (!text)
        return keys;
    bool readable = false;
    const auto number = text->toLongLong(&readable);
    if (!readable)
        return tl::unexpected(refused(400, {}, u"api_key_id is not a number"_s));
    std::erase_if(
        keys, [&](const Key *key) { return key->deletedAt || numberOf(visit.world, *key) != number; });
    if (keys.empty())
        return tl::unexpected(refused(404, u"API_KEY_NOT_FOUND"_s, u"there is no such key"_s));
    return keys;
}

std::vector<KeySeries> seriesOf(const std::vector<const Key *> &keys, const std::optional<QString> &model)
{
    std::vector<KeySeries> all;
    for (const auto *key : keys) {
        for (const auto &series : key->series) {
            if (!model || models()[series.spec().model].name == *model)
                all.push_back({key, &series});
        }
    }
    return all;
}

} // namespace

bool Selection::has(const Key &key, std::size_t model) const
{
    return std::ranges::any_of(
        series, [&](const KeySeries &one) { return one.key == &key && one.series->spec().model == model; });
}

tl::expected<Selection, Answer> selectionAsked(const Visit &visit)
{
    const Calendar calendar(visit.asked, visit.now);
    const auto first = dayAsked(visit.asked, u"start_date"_s, FirstDay.addDays(-1));
    const auto last = dayAsked(visit.asked, u"end_date"_s, calendar.today());
    if (!first || !last)
        return tl::unexpected(refused(400, {}, u"days are written YYYY-MM-DD"_s));
    const auto keys = keysAsked(visit);
    if (!keys)
        return tl::unexpected(keys.error());
    auto model = visit.asked.parameter(u"model"_s);
    if (model && model->isEmpty())
        model.reset();
    return Selection{seriesOf(*keys, model), calendar.days(*first, *last)};
}

} // namespace tollkeeper::simulator::panel
