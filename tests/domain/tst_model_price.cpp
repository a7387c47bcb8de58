// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/model_price.h"

#include <QTest>

#include <limits>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

ModelListing listing(const QString &model, const QString &canonical, const QString &display = {})
{
    ModelListing listing;
    listing.model = model;
    listing.canonicalName = canonical;
    listing.displayName = display;
    return listing;
}

} // namespace

class ModelPriceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCostThatDoesNotFitIsNone()
    {
        const UnitPrice price{Q_INT64_C(1'500'000'000), {}};
        QCOMPARE(costIfItFits(price, 2), std::optional(Money::fromNanos(3000)));
        QCOMPARE(costIfItFits(price, Q_INT64_C(9'000'000'000'000'000)), std::nullopt);
    }

    void partsOfOneRequestAlwaysAddUp()
    {
        const UnitPrice price{std::numeric_limits<qint64>::max(), {}};
        const auto part = costOf(price, Q_INT64_C(1) << 40);
        const auto sum = part + part + part + part;
        QVERIFY(part.nanos() > 0);
        QVERIFY(sum > part);
    }

    void aModelIsKnownByItsOtherNames()
    {
        const auto models = modelsByOtherName({listing(u"acme/a"_s, u"acme/a-20260101"_s, u"Acme: A"_s)});
        QCOMPARE(models,
            (QHash<QString, QString>{{u"acme/a-20260101"_s, u"acme/a"_s}, {u"Acme: A"_s, u"acme/a"_s}}));
    }

    void aSharedNameIsThatOfThePlainModel()
    {
        const auto plain = listing(u"acme/a"_s, u"acme/a-1"_s);
        const auto variant = listing(u"acme/a:free"_s, u"acme/a-1"_s);
        QCOMPARE(modelsByOtherName({plain, variant}).value(u"acme/a-1"_s), u"acme/a"_s);
        QCOMPARE(modelsByOtherName({variant, plain}).value(u"acme/a-1"_s), u"acme/a"_s);
        QCOMPARE(modelsByOtherName({variant}).value(u"acme/a-1"_s), u"acme/a:free"_s);
    }

    void aNameThatRequestsUseIsNoOtherName()
    {
        const auto models
            = modelsByOtherName({listing(u"acme/a"_s, u"acme/a"_s), listing(u"acme/latest"_s, u"acme/a"_s)});
        QVERIFY(models.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ModelPriceTest)
#include "tst_model_price.moc"
