// SPDX-License-Identifier: GPL-3.0-or-later
#include "composed.h"

#include <QSignalSpy>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList names(const QVariantList &rows)
{
    QStringList all;
    for (const auto &row : rows)
        all.append(row.value<ModelRow>().model);
    return all;
}

SendKey keyWith(const QString &name, std::optional<KeyId> id, bool isAccountsOwn)
{
    SendKey key;
    key.name = name;
    key.id = id;
    key.isAccountsOwn = isAccountsOwn;
    return key;
}

//! What a poll brings has come.
void poll(Composer &composer)
{
    QSignalSpy read(&composer.view, &ComposerViewModel::pricesRead);
    Q_EMIT composer.choices.changed();
    QTRY_VERIFY(!read.isEmpty());
}

} // namespace

//! What a composer offers to choose from.
class ComposerChoicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelsOfAKeyAreOfferedAlsoWithoutACatalogue_data()
    {
        QTest::addColumn<QStringList>("allowed");
        QTest::addColumn<QStringList>("catalogue");
        QTest::addColumn<QStringList>("offered");
        QTest::newRow("no catalogue")
            << QStringList{u"b"_s, u"a"_s} << QStringList{} << QStringList{u"b"_s, u"a"_s};
        QTest::newRow("a catalogue without one of them")
            << QStringList{u"b"_s, u"a"_s} << QStringList{u"a"_s, u"c"_s} << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("all are allowed") << QStringList{} << QStringList{u"a"_s} << QStringList{u"a"_s};
        QTest::newRow("a pattern is no model")
            << QStringList{u"x/*"_s, u"b"_s} << QStringList{u"x/1"_s, u"y/1"_s}
            << QStringList{u"x/1"_s, u"b"_s};
    }
    void modelsOfAKeyAreOfferedAlsoWithoutACatalogue()
    {
        QFETCH(const QStringList, allowed);
        QFETCH(const QStringList, catalogue);
        QFETCH(const QStringList, offered);
        Composer composer;
        QList<ModelListing> listings;
        for (const auto &model : catalogue) {
            ModelListing one;
            one.model = model;
            one.input = *unitPricePerMillionFromText(u"1.00"_s);
            listings.append(one);
        }
        composer.choices.catalogues.insert(AccountId(4), listings);
        (*composer.choices.known)[1].keys.first().allowedModels = allowed;
        poll(composer);
        composer.view.setAccount(1);
        QTRY_VERIFY(!composer.view.awaitsPrices());
        QCOMPARE(names(composer.view.models()), offered);
        for (const auto &row : composer.view.models()) {
            const auto model = row.value<ModelRow>();
            QCOMPARE(model.price.isEmpty(), !catalogue.contains(model.model));
        }
        const bool isOfKey = !allowed.isEmpty();
        QCOMPARE(composer.view.modelsNote(),
            isOfKey ? u"The models that the account's own may use."_s : u"The catalogue of LiteLLM."_s);
    }

    void aKeySaysWhatItIsAndWhatIsLeft_data()
    {
        QTest::addColumn<SendKey>("key");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("left");
        auto capped = keyWith(u"chat"_s, KeyId(1), true);
        capped.cap = Cap{Money::fromNanos(60'000'000'000), Money::fromNanos(28'340'000'000), {}};
        auto untold = capped;
        untold.cap->used.reset();
        QTest::newRow("with a cap") << capped << u"chat"_s << u"$31.66 left of $60"_s;
        QTest::newRow("what is used is not told") << untold << u"chat"_s << u"cap $60"_s;
        QTest::newRow("without one") << keyWith(u"chat"_s, KeyId(1), false) << u"chat"_s << u"No cap"_s;
        QTest::newRow("of which nothing was told")
            << keyWith({}, {}, true) << u"the account's own"_s << u"cap not told"_s;
    }
    void aKeySaysWhatItIsAndWhatIsLeft()
    {
        QFETCH(const SendKey, key);
        QFETCH(const QString, name);
        QFETCH(const QString, left);
        Composer composer;
        composer.choices.known->first().keys = {key};
        poll(composer);
        composer.view.setAccount(0);
        composer.view.setKey(0);
        const auto row = composer.view.keys().constFirst().value<SendKeyRow>();
        QCOMPARE(row.name, name);
        QCOMPARE(row.left, left);
    }

    void theNextKeyIsDescribed()
    {
        Composer composer;
        composer.view.chooseKey(KeyId(scripted::SandboxKey));
        const auto said = composer.view.nextKeyText();
        QVERIFY2(said.startsWith(u"The next key is enrich-batch-prod: ¥"), qPrintable(said));
        QVERIFY(said.endsWith(u" left of ¥18,000, prod, Support lead."));
        composer.view.nextKey();
        QCOMPARE(composer.view.chosenKey()->name, u"enrich-batch-prod"_s); // as it said
    }

    void whereNoOtherKeyHasAnythingLeftNoneIsDescribed()
    {
        Composer composer;
        composer.choices.key(scripted::ApacChatKey).isDisabled = true;
        auto &third = composer.choices.key(3);
        third.cap->used = third.cap->limit;
        poll(composer);
        composer.view.chooseKey(KeyId(scripted::SandboxKey));
        QCOMPARE(composer.view.nextKeyText(), QString());
        composer.view.nextKey();
        QCOMPARE(composer.view.chosenKey()->id, std::optional(KeyId(scripted::SandboxKey)));
    }

    //! What shows a list makes it anew then, and takes the keyboard from whoever is in it.
    void aPollTellsOfListsOnlyWhereTheyChanged()
    {
        Composer composer;
        composer.compose();
        QSignalSpy models(&composer.view, &ComposerViewModel::catalogueChanged);
        QSignalSpy fallbacks(&composer.view, &ComposerViewModel::fallbacksChanged);
        poll(composer);
        QCOMPARE(models.size(), 0);
        QCOMPARE(fallbacks.size(), 0);
        auto dearer = scripted::sendModels(AccountId(1));
        dearer[0].input->femtos *= 2; // opus, the first fallback
        composer.choices.catalogues.insert(AccountId(1), dearer);
        poll(composer);
        QCOMPARE(models.size(), 1);
        QCOMPARE(fallbacks.size(), 1);
        QVERIFY(composer.view.fallbacks().constFirst().value<ModelRow>().price.startsWith(u"$10"));
    }

    void eachChangeOfTheFallbacksIsTold()
    {
        Composer composer;
        composer.compose();
        QSignalSpy told(&composer.view, &ComposerViewModel::fallbacksChanged);
        composer.view.addFallback(u"new/one"_s);
        composer.view.moveFallback(2, 0);
        composer.view.removeFallback(1);
        composer.view.setModel(u"openai/gpt-5"_s); // no longer a fallback of itself, and others are dearer
        QCOMPARE(told.size(), 4);
        QCOMPARE(names(composer.view.fallbacks()), QStringList{u"new/one"_s});
    }
};

QTEST_GUILESS_MAIN(ComposerChoicesTest)
#include "tst_composer_choices.moc"
