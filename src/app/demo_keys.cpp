// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo_keys.h"

#include "storage/key_repository.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! Whom the invented company's keys belong to; roles, not people.
struct KeyPlace {
    QString key;
    KeyLabels labels;
};

const QList<KeyPlace> &keyPlaces()
{
    static const QList<KeyPlace> places{
        {u"support-chat-prod"_s, {u"prod"_s, u"Support"_s, u"Platform lead"_s, {}}},
        {u"search-rerank-prod"_s, {u"prod"_s, u"Search"_s, u"Growth lead"_s, {}}},
        {u"mobile-app-prod"_s, {u"prod"_s, u"Mobile"_s, u"Mobile lead"_s, {}}},
        {u"docs-assistant-prod"_s, {u"prod"_s, u"Platform"_s, u"Docs lead"_s, {}}},
        {u"enrich-batch-prod"_s, {u"prod"_s, u"Data"_s, u"Data lead"_s, {u"nightly"_s}}},
        {u"translation-batch"_s, {u"batch"_s, u"Data"_s, u"Data lead"_s, {u"nightly"_s}}},
        {u"eval-nightly-ci"_s, {u"ci"_s, u"Platform"_s, u"Platform lead"_s, {u"nightly"_s}}},
        {u"code-agents-dev"_s, {u"dev"_s, u"Platform"_s, u"Platform lead"_s, {}}},
        {u"OpenRouter · labs"_s, {u"dev"_s, u"Research"_s, u"Research lead"_s, {}}},
    };
    return places;
}

KeyLabels labelsFor(const QString &name)
{
    for (const auto &place : keyPlaces()) {
        if (place.key == name)
            return place.labels;
    }
    return {};
}

} // namespace

Async<Done> labelDemoKeys(Services &services, QDateTime since)
{
    auto labelling = services.storage().write([since](Database &database) -> Outcome {
        KeyRepository keys(database);
        const auto all = keys.all();
        if (!all)
            return fail(all.error());
        for (const auto &key : *all) {
            if (auto labelled = keys.label(key.id, labelsFor(key.name), since); !labelled)
                return labelled;
        }
        return Done{};
    });
    const auto labelled = co_await labelling;
    co_return labelled;
}

} // namespace tollkeeper
