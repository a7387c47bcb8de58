// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground_page.h"
#include "storage/listing_repository.h"
#include "viewmodels/playground/playground_lines.h"

#include <QSignalSpy>

// What the tests of the composer share.

//! A catalogue of these, the same for all.
inline void know(
    PlaygroundWorld &world, const QStringList &models, const QString &input = QStringLiteral("3.00"))
{
    QList<tollkeeper::ModelListing> listings;
    for (const auto &model : models) {
        tollkeeper::ModelListing listing;
        listing.model = model;
        listing.input = *tollkeeper::unitPricePerMillionFromText(input);
        listing.output = *tollkeeper::unitPricePerMillionFromText(QStringLiteral("15.00"));
        listing.contextLength = 1'000'000;
        listings.append(listing);
    }
    QVERIFY(world.storage
                .write([account = world.account, listings](tollkeeper::Database &database) {
                    return tollkeeper::ListingRepository(database).replace(
                        account, listings, QDateTime::currentDateTimeUtc());
                })
                .result());
}

//! What a poll brings has come.
inline void poll(PlaygroundPage &page)
{
    QSignalSpy read(page.tab()->composer(), &tollkeeper::ComposerViewModel::pricesRead);
    page.world.choices.tellChanged();
    QTRY_VERIFY(!read.isEmpty());
}

inline void compose(PlaygroundPage &page)
{
    QVERIFY(page.chooseModel(QStringLiteral("sim/answers")));
    for (const auto &model : {QStringLiteral("sim/a"), QStringLiteral("sim/b"), QStringLiteral("sim/c")})
        page.tab()->composer()->addFallback(model);
    QTRY_VERIFY(page.driver->shows(QStringLiteral("fallback2")));
    QTRY_VERIFY(page.driver->find(QStringLiteral("fallback2"))->y()
        > page.driver->find(QStringLiteral("fallback0"))->y());
}

inline QStringList fallbacks(const PlaygroundPage &page)
{
    QStringList models;
    const auto rows = page.tab()->composer()->fallbacks();
    for (const auto &row : rows)
        models.append(row.value<tollkeeper::ModelRow>().model);
    return models;
}
