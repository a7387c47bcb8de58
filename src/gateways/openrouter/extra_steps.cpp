// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/endpoints.h"
#include "gateways/openrouter/listed_keys.h"
#include "gateways/openrouter/listed_models.h"
#include "gateways/openrouter/steps.h"

#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

// What a poll counts without: refused, it is left out. Words of the cursor: "spentToday" (some key has),
// "catalogue" (ask it this time), "modelOffset".

constexpr int MostModels = 20000; // a catalogue whose pages never end

std::optional<PollPage> leaveOut(Cursor cursor, const Error &refusal)
{
    if (refusal.httpStatus == 401)
        return std::nullopt;
    if (refusal.category == Category::RateLimit)
        return PollPage{}; // what it asks for is peace: nothing more this time
    return PollPage{{}, nextStep(std::move(cursor))};
}

// --- POST /analytics/query: how the running day is made up; it only splits what the counters tell

bool hasSpentToday(const Cursor &cursor)
{
    const auto now = cursor.now();
    return cursor.words["spentToday"_L1].toBool() && now > now.date().startOfDay(Qt::UTC);
}

Result<PollPage> readToday(TodayBy by, Cursor cursor, const QJsonObject &body)
{
    const KnownNames names{keysByName(cursor), rememberedModels(cursor)};
    auto splits = parseAnalytics(body, by, names, cursor.now());
    if (!splits)
        return fail(splits.error());
    PollPage page{{}, nextStep(cursor)};
    page.facts.buckets = *std::move(splits);
    return page;
}

Question askModelsToday(const Cursor &cursor)
{
    return {u"/analytics/query"_s, {}, analyticsQuery(TodayBy::Model, cursor.now())};
}

Result<PollPage> readModelsToday(Cursor cursor, const QJsonObject &body)
{
    return readToday(TodayBy::Model, std::move(cursor), body);
}

Question askProvidersToday(const Cursor &cursor)
{
    return {u"/analytics/query"_s, {}, analyticsQuery(TodayBy::Provider, cursor.now())};
}

Result<PollPage> readProvidersToday(Cursor cursor, const QJsonObject &body)
{
    return readToday(TodayBy::Provider, std::move(cursor), body);
}

// --- GET /models

bool isCatalogueDue(const Cursor &cursor)
{
    return cursor.words["catalogue"_L1].toBool();
}

Question askCatalogue(const Cursor &cursor)
{
    Question question{u"/models"_s};
    question.query.addQueryItem(u"output_modalities"_s, u"all"_s);
    if (const auto offset = cursor.words["modelOffset"_L1].toInt(); offset > 0)
        question.query.addQueryItem(u"offset"_s, QString::number(offset));
    return question;
}

Result<PollPage> readCatalogue(Cursor cursor, const QJsonObject &body)
{
    auto models = parseModels(body);
    if (!models)
        return fail(models.error());
    const auto read = cursor.words["modelOffset"_L1].toInt() + static_cast<int>(models->models.size());
    cursor.words["modelOffset"_L1] = read;
    rememberModels(cursor, modelsByOtherName(models->models));
    const bool goesOn = models->hasMore && read < MostModels;
    PollPage page{{}, goesOn ? cursor.at(CatalogueStep) : nextStep(cursor)};
    page.facts.catalogue = std::move(models->models);
    return page;
}

//! Half a catalogue is none: models that it leaves out would be taken for gone.
std::optional<PollPage> refuseCatalogue(Cursor cursor, const Error &refusal)
{
    const bool hasBegun = cursor.words["modelOffset"_L1].toInt() > 0;
    return hasBegun ? std::nullopt : leaveOut(std::move(cursor), refusal);
}

} // namespace

Step modelsTodayStep()
{
    return {ModelsTodayStep, askModelsToday, readModelsToday, leaveOut, hasSpentToday};
}

Step providersTodayStep()
{
    return {ProvidersTodayStep, askProvidersToday, readProvidersToday, leaveOut, hasSpentToday};
}

Step catalogueStep()
{
    return {CatalogueStep, askCatalogue, readCatalogue, refuseCatalogue, isCatalogueDue};
}

} // namespace tollkeeper::openrouter
